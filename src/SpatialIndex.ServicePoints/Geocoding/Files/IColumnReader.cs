namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>Gives the columns of a country by their place in the file.</summary>
internal interface IColumnReader
{
    ReadOnlyMemory<T> Column<T>(int column)
        where T : unmanaged;
}
