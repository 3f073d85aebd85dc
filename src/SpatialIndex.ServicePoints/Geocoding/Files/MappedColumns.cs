using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding.Files;

/// <summary>The columns of a country in a mapped file, each checked against its checksum when it is asked for.</summary>
internal sealed class MappedColumns(MappedFile file, string name, string countryCode, IReadOnlyList<GazetteerSection> sections) : IColumnReader
{
    /// <summary>The country, checked.</summary>
    /// <exception cref="GazetteerException">It is damaged.</exception>
    public CountryGazetteer Read()
    {
        try
        {
            CountryGazetteer country = GazetteerFormat.Read(countryCode, this);
            CountryCheck.Check(country);
            return country;
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw new GazetteerException($"{name}: {countryCode}: {exception.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", exception);
        }
    }

    public ReadOnlyMemory<T> Column<T>(int column)
        where T : unmanaged
    {
        try
        {
            GazetteerSection section = sections[column];
            return Crc32C.Compute(file.Slice<byte>(section.Offset, section.Length).Span) == section.Checksum
                ? file.Slice<T>(section.Offset, section.Length)
                : throw new InvalidDataException("its checksum does not match, so the file is damaged");
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw new GazetteerException($"{name}: {countryCode}, column {column}: {exception.Message}.", exception);
        }
    }
}
