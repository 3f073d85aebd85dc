namespace CheckoutEndpoint;

/// <summary>Where the customer is: a country, and an address or a position in it.</summary>
internal readonly record struct PickupPointQuery(string? Country, string? Address, double? Latitude, double? Longitude);
