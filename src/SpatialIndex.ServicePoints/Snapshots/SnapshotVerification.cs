using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>The full check of a snapshot: the frame of every section, every checksum, every record.</summary>
internal static class SnapshotVerification
{
    /// <exception cref="SnapshotException">Something is wrong.</exception>
    public static void Run(Snapshot snapshot, MappedFile file)
    {
        CheckFrames(snapshot, file);
        foreach (SnapshotSection section in snapshot.Header.Sections)
        {
            snapshot.Content(section.Name);
        }

        var ids = new HashSet<long>();
        var carriers = new List<CarrierSummary>();
        int expectedSections = 1;
        foreach ((string code, _) in snapshot.Header.Countries)
        {
            CountrySnapshot country = snapshot.Country(code)!;
            CheckTree(snapshot, country);
            CheckPoints(snapshot, country, ids);
            carriers.AddRange(CarrierSummaries.Of(code, [.. country.PackedPoints()]));
            expectedSections += SnapshotFormat.CountrySections.Count;
        }

        if (snapshot.Header.Sections.Count != expectedSections)
        {
            throw snapshot.Refuse("header", $"it lists {snapshot.Header.Sections.Count} sections where its countries have {expectedSections}");
        }

        if (!carriers.SequenceEqual(snapshot.Header.Carriers))
        {
            throw snapshot.Refuse("header", "its summary of the carriers is not that of the points");
        }

        foreach (CarrierSummary carrier in snapshot.Header.Carriers)
        {
            if (!snapshot.Carriers.Contains(carrier.Code))
            {
                throw snapshot.Refuse(SnapshotFormat.CarriersSection, $"the carrier {carrier.Code} of the header is not in it");
            }
        }
    }

    private static void CheckTree(Snapshot snapshot, CountrySnapshot country)
    {
        try
        {
            country.Tree.Verify();
        }
        catch (InvalidDataException exception)
        {
            throw snapshot.Refuse(SnapshotFormat.SectionOf(country.Code, SnapshotFormat.Tree), exception.Message, exception);
        }
    }

    /// <summary>The bytes between sections are determined by their names and lengths.</summary>
    private static void CheckFrames(Snapshot snapshot, MappedFile file)
    {
        long position = snapshot.HeaderEnd;
        foreach (SnapshotSection section in snapshot.Header.Sections)
        {
            byte[] frame = SnapshotFormat.Frame(section.Name, position, section.Length);
            if (section.Offset != position + frame.Length
                || section.Length > file.Length - section.Offset
                || !file.Slice<byte>(position, frame.Length).Span.SequenceEqual(frame))
            {
                throw snapshot.Refuse(section.Name, "the bytes before it are damaged");
            }

            position = section.Offset + section.Length;
        }

        if (position != file.Length)
        {
            throw snapshot.Refuse("header", "the sections do not cover the file");
        }
    }

    private static void CheckPoints(Snapshot snapshot, CountrySnapshot country, HashSet<long> ids)
    {
        for (int row = 0; row < country.Tree.Count; row++)
        {
            country.VerifyRecord(row);
            ServicePoint point = country.PointAt(row);
            Carrier? carrier = snapshot.Carriers.Find(point.Carrier.Code);
            string? problem =
                point.Id < 1 ? "its id is not positive"
                : carrier is null ? "its carrier is not in the catalogue"
                : country.Tree.ExpiryAt(row) != carrier.ExpiryTicksOf(point.RefreshedAt, point.VanishedAt) ? "its expiry is not that of its carrier"
                : !ids.Add(point.Id) ? "its id is used in another country too"
                : country.Tables.Classes[country.Tree.ClassAt(row)].CarrierCode != point.Carrier.Code ? "its class is another carrier's"
                : country.RowOf(point.Carrier.Code, point.CarrierServicePointId) != row ? "its key leads to another row"
                : null;
            if (problem is not null)
            {
                throw snapshot.Refuse(SnapshotFormat.SectionOf(country.Code, SnapshotFormat.Records), $"row {row}: {problem}");
            }
        }
    }
}
