using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>
/// An opened snapshot file: searched in place through a memory map. Immutable and safe to use from any number of threads.
/// </summary>
/// <remarks>
/// Opening checks the header, whatever the size of the file. The sections of a country are checked against their checksums
/// when the country is first used, or all at once by <see cref="Verify"/>. The file must not be changed while it is open;
/// replacing it by renaming another over it is fine.
/// </remarks>
public sealed class Snapshot : IDisposable
{
    private const long HashedAtOnce = 1 << 30;

    private readonly MappedFile _file;
    private readonly Dictionary<string, SnapshotSection> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<CountrySnapshot>> _countries = new(StringComparer.Ordinal);

    private Snapshot(string name, MappedFile file)
    {
        Name = name;
        _file = file;
        (Header, HeaderEnd) = SnapshotHeaderReader.Read(file, name);
        foreach (SnapshotSection section in Header.Sections)
        {
            if (!_sections.TryAdd(section.Name, section))
            {
                throw Refuse("header", $"it names the section \"{section.Name}\" twice");
            }
        }

        foreach ((string code, int points) in Header.Countries)
        {
            if (!_countries.TryAdd(code, new Lazy<CountrySnapshot>(() => CountrySnapshot.Open(this, code, points))))
            {
                throw Refuse("header", $"it names the country {code} twice");
            }
        }

        Carriers = Read(SnapshotFormat.CarriersSection, (ref reader) => CarrierCatalogueCodec.Read(ref reader));
    }

    private delegate T SectionReader<T>(ref MessagePackReader reader);

    /// <summary>The name of the file, without its folder.</summary>
    public string Name { get; }

    /// <summary>What the snapshot says of itself.</summary>
    public SnapshotHeader Header { get; }

    /// <summary>The carriers and time zones it was built with.</summary>
    public CarrierCatalogue Carriers { get; }

    /// <summary>The number of points, those that have vanished included.</summary>
    public long Count => Header.Countries.Sum(static country => (long)country.Value);

    /// <summary>Opens a snapshot.</summary>
    /// <exception cref="SnapshotException">The file cannot be opened, is no snapshot, is damaged or was written by a newer version.</exception>
    public static Snapshot Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        MappedFile? file = null;
        try
        {
            file = MappedFile.Open(path, "snapshot", SnapshotFormat.HeaderStart);
            return new Snapshot(Path.GetFileName(path), file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SnapshotException($"{path}: there is no such file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            file?.Dispose();
            throw new SnapshotException($"{path}: {exception.Message}", exception);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>The point with an id, expired or not; null when there is none.</summary>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ServicePoint? Find(long id)
    {
        using MappedFileLease lease = _file.Lease();
        return TryFindRow(id, out CountrySnapshot? country, out int row) ? country.PointAt(row) : null;
    }

    /// <summary>The point of a carrier with the carrier's identifier, expired or not; null when there is none.</summary>
    /// <param name="carrierCode">The code of the carrier that the point names; case-sensitive.</param>
    /// <param name="carrierServicePointId">The identifier; case-sensitive.</param>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ServicePoint? Find(string carrierCode, string carrierServicePointId)
    {
        using MappedFileLease lease = _file.Lease();
        return TryFindRow(carrierCode, carrierServicePointId, out CountrySnapshot? country, out int row) ? country.PointAt(row) : null;
    }

    /// <summary>The combinations of carrier and kinds that the points of a country have; none for a country without points.</summary>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public IReadOnlyList<PointClass> ClassesOf(string countryCode)
    {
        using MappedFileLease lease = _file.Lease();
        return Country(countryCode)?.Tables.Classes ?? [];
    }

    /// <summary>Every point, by country and then by id.</summary>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public IEnumerable<ServicePoint> Points() => Header.Countries.SelectMany(country => PointsOf(country.Key));

    /// <summary>Checks the whole file: checksums, structure, every record.</summary>
    /// <exception cref="SnapshotException">Something is wrong; the message says what and where.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public void Verify()
    {
        using MappedFileLease lease = _file.Lease();
        SnapshotVerification.Run(this, _file);
    }

    /// <summary>Closes the snapshot. Searches under way end undisturbed; later ones throw.</summary>
    public void Dispose() => _file.Dispose();

    /// <summary>Where the first section's frame begins.</summary>
    internal long HeaderEnd { get; }

    internal MappedFileLease Lease() => _file.Lease();

    /// <summary>The SHA-256 of the whole file.</summary>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    internal byte[] Hash()
    {
        using MappedFileLease lease = _file.Lease();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long offset = 0; offset < _file.Length; offset += HashedAtOnce)
        {
            hash.AppendData(_file.Slice<byte>(offset, Math.Min(HashedAtOnce, _file.Length - offset)).Span);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The points of a country; null when there are none. To be used under a lease.</summary>
    internal CountrySnapshot? Country(string code) => _countries.TryGetValue(code, out Lazy<CountrySnapshot>? country) ? country.Value : null;

    /// <summary>Finds the country and the row of an id. To be used under a lease.</summary>
    /// <param name="id">The id.</param>
    /// <param name="country">The country that has it.</param>
    /// <param name="row">The row there.</param>
    /// <param name="likelyCountry">Where to look first.</param>
    internal bool TryFindRow(long id, [NotNullWhen(true)] out CountrySnapshot? country, out int row, string? likelyCountry = null) =>
        TryFindRow(id, static (candidate, id) => candidate.Tree.RowOf(id), likelyCountry, out country, out row);

    /// <summary>Finds the country and the row of a carrier's point. To be used under a lease.</summary>
    internal bool TryFindRow(
        string carrierCode,
        string carrierServicePointId,
        [NotNullWhen(true)] out CountrySnapshot? country,
        out int row,
        string? likelyCountry = null) =>
        TryFindRow(
            (carrierCode, carrierServicePointId),
            static (candidate, key) => candidate.RowOf(key.carrierCode, key.carrierServicePointId),
            likelyCountry,
            out country,
            out row);

    private bool TryFindRow<TKey>(
        TKey key,
        Func<CountrySnapshot, TKey, int> rowOf,
        string? likelyCountry,
        [NotNullWhen(true)] out CountrySnapshot? country,
        out int row)
    {
        if (likelyCountry is not null && Country(likelyCountry) is { } likely && rowOf(likely, key) is >= 0 and var likelyRow)
        {
            (country, row) = (likely, likelyRow);
            return true;
        }

        foreach (Lazy<CountrySnapshot> candidate in _countries.Values)
        {
            row = rowOf(candidate.Value, key);
            if (row >= 0)
            {
                country = candidate.Value;
                return true;
            }
        }

        (country, row) = (null, -1);
        return false;
    }

    /// <summary>The content of a section after its checksum was found right. To be used under a lease.</summary>
    internal ReadOnlyMemory<byte> Content(string name)
    {
        ReadOnlyMemory<byte> content = Slice<byte>(name);
        return Crc32C.Compute(content.Span) == Section(name).Checksum
            ? content
            : throw Refuse(name, "its checksum does not match, so the file is damaged");
    }

    /// <summary>The content of a section as a column, after its checksum was found right. To be used under a lease.</summary>
    internal ReadOnlyMemory<T> Column<T>(string name)
        where T : unmanaged
    {
        Content(name);
        return Slice<T>(name);
    }

    internal bool HasSection(string name) => _sections.ContainsKey(name);

    /// <summary>The points of a country that the header names, by id.</summary>
    internal IEnumerable<ServicePoint> PointsOf(string countryCode)
    {
        int count = Header.Countries.Single(country => country.Key == countryCode).Value;
        for (int i = 0; i < count; i++)
        {
            yield return PointByIdOrder(countryCode, i);
        }
    }

    internal SnapshotException Refuse(string section, string problem, Exception? cause = null) =>
        SnapshotDamage.Refuse(Name, section, problem, cause);

    internal CountryTables ReadTables(string name) => Read(name, (ref reader) => CountryTables.Read(ref reader));

    private ServicePoint PointByIdOrder(string country, int index)
    {
        using MappedFileLease lease = _file.Lease();
        CountrySnapshot points = Country(country)!;
        return points.PointAt(points.Tree.RowInIdOrder(index));
    }

    private ReadOnlyMemory<T> Slice<T>(string name)
        where T : unmanaged
    {
        SnapshotSection section = Section(name);
        try
        {
            return _file.Slice<T>(section.Offset, section.Length);
        }
        catch (InvalidDataException exception)
        {
            throw Refuse(name, exception.Message, exception);
        }
    }

    private SnapshotSection Section(string name) =>
        _sections.TryGetValue(name, out SnapshotSection? section) ? section : throw Refuse(name, "it is missing");

    private T Read<T>(string name, SectionReader<T> read)
    {
        using MappedFileLease lease = _file.Lease();
        try
        {
            var reader = new MessagePackReader(Content(name));
            T value = read(ref reader);
            return reader.End ? value : throw new InvalidDataException("it does not end where it should");
        }
        catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
        {
            throw Refuse(name, exception.Message, exception);
        }
    }
}
