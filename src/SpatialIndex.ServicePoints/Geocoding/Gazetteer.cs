using System.Text;
using SpatialIndex.ServicePoints.Geocoding.Building;
using SpatialIndex.ServicePoints.Geocoding.Files;
using SpatialIndex.ServicePoints.Geocoding.Sources;
using SpatialIndex.ServicePoints.Snapshots;

namespace SpatialIndex.ServicePoints.Geocoding;

/// <summary>The places that addresses are looked up in, by country. Immutable and safe to use from any number of threads.</summary>
/// <remarks>
/// Opening a file checks its header; what belongs to a country is checked against its checksums when the country is first used, or all
/// at once by <see cref="Verify"/>. The file must not be changed while it is open.
/// </remarks>
public sealed class Gazetteer : IDisposable
{
    private readonly MappedFile? _file;
    private readonly Dictionary<string, Lazy<CountryGazetteer>> _countries = new(StringComparer.Ordinal);

    private readonly Dictionary<string, long> _bytes = new(StringComparer.Ordinal);

    private Gazetteer(IEnumerable<CountryGazetteer> countries)
    {
        foreach (CountryGazetteer country in countries)
        {
            _countries.Add(country.Code, new Lazy<CountryGazetteer>(country));
        }
    }

    private Gazetteer(MappedFile file, string name)
    {
        _file = file;
        ReadOnlySpan<byte> start = file.Slice<byte>(0, GazetteerFormat.HeaderStart).Span;
        if (!start.StartsWith(GazetteerFormat.Magic))
        {
            throw new GazetteerException($"{name}: is no gazetteer.");
        }

        int version = BitConverter.ToInt32(start[GazetteerFormat.Magic.Length..]);
        if (version != GazetteerFormat.Version)
        {
            throw new GazetteerException($"{name}: is of version {version}; this program reads version {GazetteerFormat.Version}.");
        }

        int length = BitConverter.ToInt32(start[(GazetteerFormat.Magic.Length + sizeof(int))..]);
        byte[] header = file.Slice<byte>(GazetteerFormat.HeaderStart, length).ToArray();
        if (BitConverter.ToUInt32(file.Slice<byte>(GazetteerFormat.HeaderStart + length, sizeof(uint)).Span) != Crc32C.Compute(header))
        {
            throw new GazetteerException($"{name}: the checksum of the header does not match, so the file is damaged.");
        }

        using var reader = new BinaryReader(new MemoryStream(header), Encoding.UTF8);
        List<string> sources = [];
        for (int left = reader.ReadInt32(); left > 0; left--)
        {
            sources.Add(reader.ReadString());
        }

        Sources = sources;
        for (int countries = reader.ReadInt32(); countries > 0; countries--)
        {
            string code = reader.ReadString();
            List<GazetteerSection> sections = [];
            for (int left = reader.ReadInt32(); left > 0; left--)
            {
                sections.Add(new GazetteerSection(reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt32()));
            }

            var columns = new MappedColumns(file, name, code, sections);
            _countries.Add(code, new Lazy<CountryGazetteer>(() => columns.Read()));
            _bytes.Add(code, sections.Sum(static section => section.Length));
        }
    }

    /// <summary>The names of the files that it was built from.</summary>
    public IReadOnlyList<string> Sources { get; } = [];

    /// <summary>The codes of the countries that it knows places of.</summary>
    public IEnumerable<string> CountryCodes => _countries.Keys.Order(StringComparer.Ordinal);

    /// <summary>The version of the format of files that this program writes and reads.</summary>
    public static int FormatVersion => GazetteerFormat.Version;

    /// <summary>Whether a file begins as gazetteers do; false also when it cannot be read.</summary>
    public static bool IsGazetteer(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            Span<byte> start = stackalloc byte[GazetteerFormat.Magic.Length];
            return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(GazetteerFormat.Magic);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Opens a gazetteer file.</summary>
    /// <exception cref="GazetteerException">The file cannot be opened, is no gazetteer, is damaged or of another version.</exception>
    public static Gazetteer Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        MappedFile? file = null;
        try
        {
            file = MappedFile.Open(path, "gazetteer", GazetteerFormat.Magic.Length);
            return new Gazetteer(file, Path.GetFileName(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException || SnapshotDamage.IsDamage(exception))
        {
            file?.Dispose();
            throw new GazetteerException($"{path}: {exception.Message}", exception);
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <summary>The addresses of a snapshot's own points as a gazetteer in memory.</summary>
    public static Gazetteer Of(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new Gazetteer(GazetteerBuilder.Build(ServicePointRecords.Of(snapshot)));
    }

    /// <summary>Builds a gazetteer file from sources whose countries they tell themselves.</summary>
    /// <param name="path">The file, which appears whole or not at all.</param>
    /// <param name="sources">Files of any kind that is known, as <c>docs/geocoding.md</c> lists them.</param>
    /// <returns>What became of each source, in their order.</returns>
    /// <exception cref="ArgumentException">The path is empty, or the country of a source is no code.</exception>
    /// <exception cref="GazetteerException">A source cannot be read, is of no kind that is known, or no line of it can be used.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static IReadOnlyList<GazetteerSourceSummary> Build(string path, IReadOnlyList<string> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return Build(path, [.. sources.Select(static source => new GazetteerInput(source))]);
    }

    /// <summary>
    /// Builds a gazetteer file from sources. The same sources in the same order give the same bytes; the order matters only among sources
    /// of one kind.
    /// </summary>
    /// <param name="path">The file, which appears whole or not at all.</param>
    /// <param name="sources">Files of any kind that is known.</param>
    /// <returns>What became of each source, in their order.</returns>
    /// <exception cref="ArgumentException">The path is empty, or the country of a source is no code.</exception>
    /// <exception cref="GazetteerException">A source cannot be read, is of no kind that is known, or no line of it can be used.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static IReadOnlyList<GazetteerSourceSummary> Build(string path, IReadOnlyList<GazetteerInput> sources)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(sources);
        return GazetteerBuilder.Build(path, sources);
    }

    /// <summary>Checks every country: its columns against their checksums, unless that was done when it was first used, and its tree.</summary>
    /// <exception cref="GazetteerException">Something is wrong; the message says what and where.</exception>
    public void Verify()
    {
        using MappedFileLease lease = Lease();
        foreach ((string code, Lazy<CountryGazetteer> country) in _countries)
        {
            try
            {
                country.Value.Tree.Verify();
            }
            catch (Exception exception) when (SnapshotDamage.IsDamage(exception))
            {
                throw new GazetteerException($"{code}: the tree of places: {exception.Message}", exception);
            }
        }
    }

    /// <summary>How many places of each kind it knows, by country.</summary>
    /// <exception cref="GazetteerException">A country is damaged.</exception>
    public IEnumerable<GazetteerSummary> Summaries()
    {
        using MappedFileLease lease = Lease();
        return
        [
            .. CountryCodes.Select(code => _countries[code].Value).Select(country => new GazetteerSummary(
                country.Code, country.Localities.Length, country.PostalCodes.Length, country.Streets.Length, country.Houses.Length, _bytes.GetValueOrDefault(country.Code))),
        ];
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    internal MappedFileLease Lease() => _file is null ? default : _file.Lease();

    /// <summary>The places of a country; null when none are known. To be used under a lease.</summary>
    internal CountryGazetteer? Country(string code) => _countries.TryGetValue(code, out Lazy<CountryGazetteer>? country) ? country.Value : null;
}
