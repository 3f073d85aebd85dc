using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Geocoding;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Builds snapshot files from feeds. The same feeds, options and time give the same bytes, whatever the order of the feeds.</summary>
public static class SnapshotBuilder
{
    private const int RecordsAProgress = 10_000;

    /// <summary>Reads the feeds, takes over what a base holds besides, merges their points and writes the snapshot, whole or not at all.</summary>
    /// <param name="feeds">The feeds, one or more.</param>
    /// <param name="options">How to build.</param>
    /// <param name="outputPath">The file to write; an existing one is replaced.</param>
    /// <returns>What became of each feed, in the order given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no feed, or an option is out of its range.</exception>
    /// <exception cref="FeedException">A feed, a profile or the catalogue cannot be used.</exception>
    /// <exception cref="GazetteerException">The gazetteer cannot be opened or is damaged.</exception>
    /// <exception cref="SnapshotException">The snapshot to start from is damaged.</exception>
    /// <exception cref="IOException">The snapshot cannot be written.</exception>
    public static IReadOnlyList<FeedSummary> Build(IReadOnlyList<FeedInput> feeds, SnapshotBuildOptions options, string outputPath)
    {
        ArgumentNullException.ThrowIfNull(feeds);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfZero(feeds.Count);
        CheckPercent(options.MaxRejectedPercent, nameof(options.MaxRejectedPercent));
        CheckPercent(options.MaxVanishedPercent, nameof(options.MaxVanishedPercent));
        ArgumentOutOfRangeException.ThrowIfNegative(options.KeepVanishedDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.KeepVanishedDays, Carrier.MaxFreshnessDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxThreads, 1);

        using Snapshot? snapshot = options.BasePath is { } basePath ? Snapshot.Open(basePath) : null;
        using Gazetteer? gazetteer = options.GazetteerPath is { } gazetteerPath ? Gazetteer.Open(gazetteerPath) : null;
        IAddressBook? addresses = gazetteer is null ? null : new GazetteerAddressBook(gazetteer);
        CarrierCatalogue carriers = Catalogue(feeds, snapshot?.Carriers, options.CarriersPath);
        var points = new List<FeedPoint>();
        var tallies = new List<FeedTally>();
        foreach (FeedInput feed in feeds)
        {
            var tally = new FeedTally(DisplayName(feed, feeds), feed.Profile.Name, options.OnProblem);
            tallies.Add(tally);
            ReadFeed(feed, carriers, addresses, options, tally, points);
        }

        var revision = snapshot is null ? null : new SnapshotRevision(snapshot, tallies.SelectMany(static tally => tally.Covers).ToHashSet());
        points = PointMerger.Merge(revision?.KeepIds(points) ?? points);
        carriers = AddUnknownCarriers(carriers, points);
        foreach (FeedTally tally in tallies)
        {
            tally.ThrowIfUnusable(options.MaxRejectedPercent);
        }

        IReadOnlyList<FeedSummary> summaries = [.. tallies.Select(static tally => tally.Summarize())];
        var content = new SnapshotContent(carriers, options.MaxThreads);
        options.OnProgress?.Invoke(new BuildProgress("indexing", 0));
        if (revision is null)
        {
            AddCountries(content, points);
        }
        else
        {
            revision.Put(points.Select(static point => point.Point));
            revision.Vanish(options.AsOf, ForgetBefore(options), options.MaxVanishedPercent);
            revision.AddTo(content, carriers);
        }

        options.OnProgress?.Invoke(new BuildProgress("writing", 0));
        AtomicFile.Write(outputPath, stream =>
            content.Write(stream, options.AsOf, [.. summaries, .. revision?.RemainingFeeds ?? []], revision?.Changes ?? []));
        return summaries;
    }

    private static void CheckPercent(double value, string name)
    {
        if (value is not (>= 0 and <= 100))
        {
            throw new ArgumentOutOfRangeException(name, value, "A percentage is 0 to 100.");
        }
    }

    private static void AddCountries(SnapshotContent content, List<FeedPoint> points)
    {
        IEnumerable<IGrouping<string, FeedPoint>> countries = points
            .GroupBy(static point => point.Point.CountryCode)
            .OrderBy(static country => country.Key, StringComparer.Ordinal);
        foreach (CountryContent country in OrderedWork.Run(
            countries, country => content.LayOut(country.Key, [.. country.Select(static point => point.Point)]), content.MaxThreads))
        {
            content.AddCountry(country);
        }
    }

    private static DateTimeOffset ForgetBefore(SnapshotBuildOptions options)
    {
        var kept = TimeSpan.FromDays(options.KeepVanishedDays);
        return options.AsOf - DateTimeOffset.MinValue < kept ? DateTimeOffset.MinValue : options.AsOf - kept;
    }

    /// <summary>The name of the file, or the path as given where several feeds have that name.</summary>
    private static string DisplayName(FeedInput feed, IReadOnlyList<FeedInput> feeds)
    {
        if (feeds.Count(other => Path.GetFullPath(other.Path) == Path.GetFullPath(feed.Path)) > 1)
        {
            throw new FeedException($"{feed.Path}: the feed is given twice.");
        }

        string name = Path.GetFileName(feed.Path);
        return feeds.Count(other => Path.GetFileName(other.Path) == name) > 1 ? feed.Path : name;
    }

    /// <summary>The carriers of all profiles, in order of the profiles' names, over them what the base has, and over that the given catalogue.</summary>
    private static CarrierCatalogue Catalogue(IReadOnlyList<FeedInput> feeds, CarrierCatalogue? known, string? carriersPath)
    {
        CarrierCatalogue catalogue = CarrierCatalogue.Empty;
        foreach (FeedProfile profile in feeds.Select(static feed => feed.Profile).OrderBy(static profile => profile.Name, StringComparer.Ordinal))
        {
            foreach (Carrier carrier in profile.Carriers)
            {
                catalogue = catalogue.With(carrier);
            }
        }

        if (known is not null)
        {
            catalogue = known.Carriers.Aggregate(catalogue, static (all, carrier) => all.With(carrier));
            catalogue = known.CountryTimeZones.Aggregate(catalogue, static (all, zone) => all.WithTimeZone(zone.Key, zone.Value));
        }

        return carriersPath is null ? catalogue : CarrierCatalogueReader.Read(carriersPath, catalogue);
    }

    private static void ReadFeed(FeedInput feed, CarrierCatalogue carriers, IAddressBook? addresses, SnapshotBuildOptions options, FeedTally tally, List<FeedPoint> points)
    {
        var reader = new FeedReader(feed.Path, feed.Profile, carriers, options.AsOf) { FileName = tally.File, MaxThreads = options.MaxThreads, Addresses = addresses };
        long records = 0;
        foreach ((IReadOnlyList<FeedRecordResult> results, PackedPoint[] packed) in reader.ReadBatches(Pack))
        {
            int packedPoint = 0;
            foreach (FeedRecordResult result in results)
            {
                tally.CountRecord();
                if (++records % RecordsAProgress == 0)
                {
                    options.OnProgress?.Invoke(new BuildProgress($"reading {tally.File}", reader.FractionRead));
                }

                foreach (FeedProblem problem in result.Problems)
                {
                    tally.Report(problem);
                }

                if (result.Point is { } point)
                {
                    tally.Cover(point);
                    points.Add(new FeedPoint(packed[packedPoint++], point.CarrierServicePointId, tally, result.Record));
                }
            }
        }

        tally.ContentHash = reader.ContentHash;
    }

    private static (IReadOnlyList<FeedRecordResult> Results, PackedPoint[] Points) Pack(IReadOnlyList<FeedRecordResult> results) =>
        (results, PointPacker.Pack([.. results.Select(static result => result.Point).OfType<ServicePoint>()]));

    /// <summary>A carrier that only records name becomes part of the catalogue with default freshness, which is a guess and reported once.</summary>
    private static CarrierCatalogue AddUnknownCarriers(CarrierCatalogue carriers, List<FeedPoint> points)
    {
        foreach (FeedPoint point in points)
        {
            CarrierReference carrier = point.Point.Carrier;
            if (!carriers.Contains(carrier.Code))
            {
                carriers = carriers.With(new Carrier { Code = carrier.Code, Name = carrier.Name, LogoUrl = carrier.LogoUrl, IconUrl = carrier.IconUrl });
                point.Feed.Report(new FeedProblem(
                    FeedProblemKind.Warning,
                    point.Feed.File,
                    point.Record,
                    point.CarrierServicePointId,
                    "carrier.code",
                    $"the carrier is not in the catalogue; it is added with {Carrier.DefaultFreshnessDays} days of freshness",
                    carrier.Code));
            }
        }

        return carriers;
    }
}
