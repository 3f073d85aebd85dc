using SpatialIndex;

namespace Airports;

/// <summary>An airport.</summary>
/// <param name="Code">Its IATA code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Continent">The continent that it counts to.</param>
/// <param name="Size">How large it is.</param>
/// <param name="LastDay">The last day of traffic; null while there is some.</param>
internal sealed record Airport(string Code, string Name, GeoPoint Position, Continent Continent, AirportSize Size, DateOnly? LastDay = null);
