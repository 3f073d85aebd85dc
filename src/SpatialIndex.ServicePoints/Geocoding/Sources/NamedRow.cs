namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>A row of a table with names of columns, valid until the next one is read.</summary>
internal readonly struct NamedRow(ColumnNames columns, DelimitedRow row)
{
    /// <summary>The value of a column; empty when there is no such column.</summary>
    public string this[string name] => columns.Find(name) is { } column ? row[column] : "";
}
