namespace SpatialIndex.Tests;

/// <summary>
/// Four hundred thousand points of all kinds, the filters that the bulk queries choose from, and an oracle for each filter.
/// Classes are read as carriers with five types each; low numbers are frequent.
/// </summary>
public sealed class BulkData
{
    internal const int Seed = 8008;

    private readonly LatitudeScan[] _oracles;

    public BulkData()
    {
        Points = PointSets.Make(Distribution.Mixed, 400_000, Seed);
        Tree = PointSets.Build(Points);
        ClassSet frequentCarrier = Carriers(0);
        ClassSet rareCarrier = Carriers(29);
        ClassSet someCarriers = Carriers(3, 11, 20);
        ClassSet commonType = ClassSet.Where(PointSets.ManyClasses, number => number % PointSets.TypesPerCarrier == 0);
        ClassSet carrierAndType = ClassSet.Of(PointSets.ManyClasses, 27);
        Filters =
        [
            default,
            new PointFilter { Classes = frequentCarrier },
            new PointFilter { Classes = rareCarrier },
            new PointFilter { Classes = someCarriers },
            new PointFilter { Classes = commonType },
            new PointFilter { Classes = carrierAndType },
            new PointFilter { NotExpiredAt = PointSets.ExpiryEnd / 2 },
            new PointFilter { NotExpiredAt = PointSets.ExpiryEnd - 1 },
            new PointFilter { Classes = rareCarrier, NotExpiredAt = PointSets.ExpiryEnd / 2 },
            new PointFilter { Classes = commonType, NotExpiredAt = PointSets.ExpiryEnd - 1 },
        ];
        _oracles = [.. Filters.AsParallel().AsOrdered().Select(filter => new LatitudeScan(Points, filter))];
    }

    internal TestPoint[] Points { get; }

    internal KdTree Tree { get; }

    internal PointFilter[] Filters { get; }

    internal LatitudeScan OracleOf(int filter) => _oracles[filter];

    private static ClassSet Carriers(params int[] carriers) =>
        ClassSet.Where(PointSets.ManyClasses, number => carriers.Contains(number / PointSets.TypesPerCarrier));
}
