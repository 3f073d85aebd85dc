using System.Text;
using SpatialIndex.ServicePoints.Feeds;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A canonical feed: what is built of it, written as a feed, is built again to the same points.</summary>
internal sealed class CanonicalTarget : IFuzzTarget
{
    public string Name => "canonical";

    public void Run(ReadOnlySpan<byte> input)
    {
        if (FeedBuild.PointsOf(Scratch.Write("feed.ndjson", input), FeedProfiles.Canonical) is not { Count: > 0 } points)
        {
            return;
        }

        string feed = TestPoints.ToNdjson(points);
        IReadOnlyList<ServicePoint>? again = FeedBuild.PointsOf(Scratch.Write("export.ndjson", Encoding.UTF8.GetBytes(feed)), FeedProfiles.Canonical);
        FuzzException.Require(again is not null && TestPoints.ToNdjson(again) == feed, "A point that is written and read is another.");
    }
}
