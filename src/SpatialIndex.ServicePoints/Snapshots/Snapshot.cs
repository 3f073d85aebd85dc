using System.Buffers.Binary;
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
    private readonly MappedFile _file;
    private readonly Dictionary<string, SnapshotSection> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lazy<CountrySnapshot>> _countries = new(StringComparer.Ordinal);

    private Snapshot(string name, MappedFile file)
    {
        Name = name;
        _file = file;
        Header = ReadHeader();
        foreach (SnapshotSection section in Header.Sections)
        {
            if (!_sections.TryAdd(section.Name, section))
            {
                throw RefuseHeader($"it names the section \"{section.Name}\" twice");
            }
        }

        foreach ((string code, int points) in Header.Countries)
        {
            if (!_countries.TryAdd(code, new Lazy<CountrySnapshot>(() => CountrySnapshot.Open(this, code, points))))
            {
                throw RefuseHeader($"it names the country {code} twice");
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

    /// <summary>The number of points.</summary>
    public long Count => Header.Countries.Sum(static country => (long)country.Value);

    /// <summary>Opens a snapshot.</summary>
    /// <exception cref="SnapshotException">The file cannot be opened, is no snapshot, is damaged or was written by a newer version.</exception>
    public static Snapshot Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        MappedFile? file = null;
        try
        {
            if (Directory.Exists(path))
            {
                throw new SnapshotException($"{path}: is a directory, not a snapshot file.");
            }

            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            if (stream.Length < SnapshotFormat.HeaderStart)
            {
                stream.Dispose();
                throw new SnapshotException($"{path}: the file is too short to be a snapshot.");
            }

            file = new MappedFile(stream);
            return new Snapshot(Path.GetFileName(path), file);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SnapshotException($"{path}: there is no such file.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
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
        foreach (Lazy<CountrySnapshot> country in _countries.Values)
        {
            int row = country.Value.Tree.RowOf(id);
            if (row >= 0)
            {
                return country.Value.PointAt(row);
            }
        }

        return null;
    }

    /// <summary>The point of a carrier with the carrier's identifier, expired or not; null when there is none.</summary>
    /// <param name="carrierCode">The code of the carrier that the point names; case-sensitive.</param>
    /// <param name="carrierServicePointId">The identifier; case-sensitive.</param>
    /// <exception cref="SnapshotException">A section is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The snapshot was disposed.</exception>
    public ServicePoint? Find(string carrierCode, string carrierServicePointId)
    {
        using MappedFileLease lease = _file.Lease();
        foreach (Lazy<CountrySnapshot> country in _countries.Values)
        {
            int row = country.Value.RowOf(carrierCode, carrierServicePointId);
            if (row >= 0)
            {
                return country.Value.PointAt(row);
            }
        }

        return null;
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
    public IEnumerable<ServicePoint> Points()
    {
        foreach ((string code, int count) in Header.Countries)
        {
            for (int i = 0; i < count; i++)
            {
                yield return PointByIdOrder(code, i);
            }
        }
    }

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
    internal long HeaderEnd { get; private set; }

    internal MappedFileLease Lease() => _file.Lease();

    /// <summary>The points of a country; null when there are none. To be used under a lease.</summary>
    internal CountrySnapshot? Country(string code) => _countries.TryGetValue(code, out Lazy<CountrySnapshot>? country) ? country.Value : null;

    /// <summary>The content of a section after its checksum was found right. To be used under a lease.</summary>
    internal ReadOnlyMemory<T> Column<T>(string name)
        where T : unmanaged
    {
        if (!_sections.TryGetValue(name, out SnapshotSection? section))
        {
            throw Refuse(name, "it is missing");
        }

        try
        {
            ReadOnlyMemory<byte> bytes = _file.Slice<byte>(section.Offset, section.Length);
            if (Crc32C.Compute(bytes.Span) != section.Checksum)
            {
                throw Refuse(name, "its checksum does not match, so the file is damaged");
            }

            return _file.Slice<T>(section.Offset, section.Length);
        }
        catch (InvalidDataException exception)
        {
            throw Refuse(name, exception.Message, exception);
        }
    }

    internal SnapshotException Refuse(string section, string problem, Exception? cause = null)
    {
        string message = $"{Name}: section \"{section}\": {problem.ReplaceLineEndings(" ").TrimEnd('.')}.";
        return cause is null ? new SnapshotException(message) : new SnapshotException(message, cause);
    }

    /// <summary>Whether an exception is one that reading damaged data gives.</summary>
    internal static bool IsDamage(Exception exception) => exception is
        MessagePackSerializationException or InvalidDataException or EndOfStreamException or IndexOutOfRangeException or ArgumentException
        or OverflowException;

    internal CountryTables ReadTables(string name) => Read(name, (ref reader) => CountryTables.Read(ref reader));

    private ServicePoint PointByIdOrder(string country, int index)
    {
        using MappedFileLease lease = _file.Lease();
        CountrySnapshot points = Country(country)!;
        return points.PointAt(points.Tree.Columns.RowsById.Span[index]);
    }

    private T Read<T>(string name, SectionReader<T> read)
    {
        using MappedFileLease lease = _file.Lease();
        try
        {
            var reader = new MessagePackReader(Column<byte>(name));
            T value = read(ref reader);
            return reader.End ? value : throw new InvalidDataException("it does not end where it should");
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Refuse(name, exception.Message, exception);
        }
    }

    private SnapshotHeader ReadHeader()
    {
        using MappedFileLease lease = _file.Lease();
        ReadOnlyMemory<byte> start = _file.Slice<byte>(0, Math.Min(_file.Length, SnapshotFormat.HeaderStart + SnapshotFormat.MaxHeaderBytes));
        if (!SnapshotFormat.StartsWithMagic(start.Span))
        {
            throw new SnapshotException($"{Name}: the file is not a snapshot.");
        }

        try
        {
            var reader = new MessagePackReader(start);
            int items = reader.ReadArrayHeader();
            reader.Skip();
            int version = reader.ReadInt32();
            if (version != SnapshotFormat.Version)
            {
                throw RefuseHeader($"format version {version} is not the version {SnapshotFormat.Version} that this program reads; "
                    + (version > SnapshotFormat.Version ? "update the program or build the snapshot with this one" : "build the snapshot again"));
            }

            uint length = reader.ReadUInt32();
            if (reader.Consumed != SnapshotFormat.HeaderStart
                || length > start.Length - SnapshotFormat.HeaderStart - SnapshotFormat.ChecksumItemBytes)
            {
                throw RefuseHeader("it is damaged or cut off");
            }

            int end = SnapshotFormat.HeaderStart + (int)length;
            ReadOnlySpan<byte> checksum = start.Span.Slice(end, SnapshotFormat.ChecksumItemBytes);
            if (checksum[0] != MessagePackCode.UInt32 || BinaryPrimitives.ReadUInt32BigEndian(checksum[1..]) != Crc32C.Compute(start.Span[..end]))
            {
                throw RefuseHeader("its checksum does not match, so the file is damaged");
            }

            HeaderEnd = end + SnapshotFormat.ChecksumItemBytes;
            SnapshotHeader header = SnapshotHeaderCodec.Read(ref reader, version);
            if (header.FileLength != _file.Length)
            {
                throw RefuseHeader($"the file has {_file.Length} bytes instead of {header.FileLength}, so it is cut off or damaged");
            }

            return reader.Consumed == end && items == header.Sections.Count + SnapshotFormat.ItemsBeforeSections
                ? header
                : throw RefuseHeader("it does not describe the file");
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw RefuseHeader(exception.Message, exception);
        }
    }

    private SnapshotException RefuseHeader(string problem, Exception? cause = null) => Refuse("header", problem, cause);
}
