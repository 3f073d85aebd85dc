namespace CheckoutEndpoint;

/// <summary>What the checkout shows.</summary>
/// <param name="Near">The address as it was understood; null when a position was given, or when it was not found.</param>
/// <param name="Points">The nearest first.</param>
internal sealed record PickupPointList(string? Near, IReadOnlyList<PickupPoint> Points);
