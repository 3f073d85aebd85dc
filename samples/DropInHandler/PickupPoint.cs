namespace DropInHandler;

/// <summary>What a shop keeps of a service point.</summary>
internal sealed record PickupPoint(long Id, string Name, int? Distance);
