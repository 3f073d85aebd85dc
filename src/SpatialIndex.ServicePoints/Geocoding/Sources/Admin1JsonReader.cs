using SpatialIndex.ServicePoints.Feeds.Records;
using SpatialIndex.ServicePoints.Feeds.Sources;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>GeoNames' names of first-level divisions as a JSON array of objects with <c>code</c> and <c>name</c>.</summary>
internal sealed class Admin1JsonReader(RegionNames regions) : ISourceReader
{
    private static readonly FieldPath Code = new("code");
    private static readonly FieldPath Name = new("name");

    public string Kind => "GeoNames admin1 JSON";

    public SourceTurn Turn => SourceTurn.Regions;

    public bool Recognizes(SourceHead head) => head.Text.TrimStart(" \t\r\n"u8).StartsWith("["u8);

    public IEnumerable<SourceLine> Read(SourceFile file)
    {
        using FeedFile content = file.Open();
        foreach (FeedRecord record in JsonRecords.Read(content.Content, file.Path, []))
        {
            yield return record.Damage is null ? regions.Add(record.Text(Code), record.Text(Name)) : GazetteerLoss.Unreadable;
        }
    }
}
