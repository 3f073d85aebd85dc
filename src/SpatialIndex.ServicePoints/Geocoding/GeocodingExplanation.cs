namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>An answer and how it came about.</summary>
/// <param name="Found">The answer.</param>
/// <param name="Parts">What the words of the address were taken for; empty when nothing was found.</param>
/// <param name="Unused">The words that no part was made of, as they are compared.</param>
/// <param name="RunnersUp">At most three other places that explain the address less well, or as well as one that lies apart; the best first.</param>
public sealed record GeocodingExplanation(
    GeocodedAddress Found, IReadOnlyList<GeocodingPart> Parts, IReadOnlyList<string> Unused, IReadOnlyList<GeocodedAddress> RunnersUp);
