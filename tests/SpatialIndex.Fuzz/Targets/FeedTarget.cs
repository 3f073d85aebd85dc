using System.Text.Json.Nodes;
using SpatialIndex.ServicePoints.Feeds;

namespace SpatialIndex.Fuzz.Targets;

/// <summary>A feed of one format. The first line names the profile; when it names none, the feed is to be recognised.</summary>
/// <param name="name">What the target is called.</param>
/// <param name="format">The format in which the profiles' records are read.</param>
internal sealed class FeedTarget(string name, FeedFormat format) : IFuzzTarget
{
    private readonly Lazy<Dictionary<string, FeedProfile>> _profiles =
        new(() => FeedProfiles.All.Select(profile => Of(profile, format)).OfType<FeedProfile>().ToDictionary(static profile => profile.Name));

    public string Name => name;

    public void Run(ReadOnlySpan<byte> input)
    {
        string named = InputText.FirstLine(input, out ReadOnlySpan<byte> content);
        string path = Scratch.Write($"feed.{name}", content);
        if ((_profiles.Value.GetValueOrDefault(named) ?? Recognize(path)) is { } profile)
        {
            FeedBuild.PointsOf(path, profile);
        }
    }

    /// <summary>The profiles of the format itself; records of JSON documents may as well stand in lines.</summary>
    private static FeedProfile? Of(FeedProfile profile, FeedFormat format) =>
        profile.Format == format ? profile
        : profile.Format == FeedFormat.Json && format == FeedFormat.Ndjson ? FeedProfileReader.Parse(AsLines(profile.Json), profile.Name)
        : null;

    private static string AsLines(string profile)
    {
        JsonObject json = JsonNode.Parse(profile)!.AsObject();
        json["format"] = "ndjson";
        json.Remove("records");
        return json.ToJsonString();
    }

    private static FeedProfile? Recognize(string path)
    {
        try
        {
            return FeedProfileRecognizer.Recognize(path);
        }
        catch (FeedException)
        {
            return null;
        }
    }
}
