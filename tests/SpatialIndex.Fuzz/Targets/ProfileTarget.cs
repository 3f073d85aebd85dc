using System.Text;
using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A profile file, with which a feed of its format is read.</summary>
internal sealed class ProfileTarget : IFuzzTarget
{
    private const string Record =
        """{"id":"7","name":"A &amp; B","type":["x"],"address":"Kerkstraat 1","lat":"51.4","lng":5.4,"hours":"mon-fri 9-17","week":{"monday":[540,1080]},"days":[{"day":"1","from":"09:00","to":"17:00"}]}""";

    private static readonly Dictionary<FeedFormat, string> Feeds = new()
    {
        [FeedFormat.Ndjson] = Record,
        [FeedFormat.Json] = $"[{Record},{Record}]",
        [FeedFormat.GeoJson] = $$"""{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[5.4,51.4]},"properties":{{Record}}}]}""",
        [FeedFormat.Csv] = "id,name,type,address,lat,lng,hours\n7,A,x,Kerkstraat 1,51.4,5.4,24/7\n",
    };

    public string Name => "profile";

    public void Run(ReadOnlySpan<byte> input)
    {
        FeedProfile profile;
        try
        {
            profile = FeedProfileReader.Read(Scratch.Write("profile.json", input));
        }
        catch (FeedException)
        {
            return;
        }

        FeedBuild.PointsOf(Scratch.Write("profiled.feed", Encoding.UTF8.GetBytes(Feeds[profile.Format])), profile);
    }
}
