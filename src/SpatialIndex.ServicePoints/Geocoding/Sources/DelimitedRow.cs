using CsvHelper;

namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>A row of a table, valid until the next one is read.</summary>
internal readonly struct DelimitedRow(CsvReader reader, GazetteerLoss? damage)
{
    /// <summary>Why the row cannot be used; null when it can.</summary>
    public GazetteerLoss? Damage => damage;

    public int Count => reader.FieldCount;

    public string this[int column] => reader.GetString(column);
}
