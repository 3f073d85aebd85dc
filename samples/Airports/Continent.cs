namespace Airports;

/// <summary>Where in the world an airport is.</summary>
internal enum Continent
{
    Africa,
    Asia,
    Europe,
    NorthAmerica,
    Oceania,
    SouthAmerica,
}
