namespace SpatialIndex.ServicePoints.Model;

/// <summary>The kinds of service point that the contract knows. Stored points may carry others, which no filter names.</summary>
public static class GeneralShopType
{
    /// <summary>A shop that takes in and hands out parcels.</summary>
    public const string ServicePoint = "servicepoint";

    /// <summary>A parcel machine.</summary>
    public const string Locker = "locker";

    /// <summary>A post office or agency.</summary>
    public const string PostOffice = "post_office";

    /// <summary>A depot of the carrier.</summary>
    public const string CarrierDepot = "carrier_depot";

    /// <summary>All four, in the contract's order.</summary>
    public static IReadOnlyList<string> All { get; } = [ServicePoint, Locker, PostOffice, CarrierDepot];

    /// <summary>The place of a kind in <see cref="All"/>; −1 when it is none of them.</summary>
    internal static int NumberOf(ReadOnlySpan<char> type)
    {
        for (int number = 0; number < All.Count; number++)
        {
            if (type.SequenceEqual(All[number]))
            {
                return number;
            }
        }

        return -1;
    }
}
