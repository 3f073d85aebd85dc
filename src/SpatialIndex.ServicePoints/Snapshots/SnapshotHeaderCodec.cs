using MessagePack;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>Writes and reads the header map. Numbers of sections have a fixed width, so that its length does not depend on them.</summary>
internal static class SnapshotHeaderCodec
{
    public static void Write(ref MessagePackWriter writer, SnapshotHeader header)
    {
        writer.WriteMapHeader(7);
        writer.Write("file_length");
        writer.WriteUInt64((ulong)header.FileLength);
        writer.Write("created_at");
        writer.WriteArrayHeader(2);
        InstantCodec.Write(ref writer, header.CreatedAt);

        writer.Write("feeds");
        writer.WriteArrayHeader(header.Feeds.Count);
        foreach (FeedSummary feed in header.Feeds)
        {
            Write(ref writer, feed);
        }

        writer.Write("carriers");
        writer.WriteArrayHeader(header.Carriers.Count);
        foreach (CarrierSummary carrier in header.Carriers)
        {
            writer.WriteArrayHeader(8);
            writer.Write(carrier.Code);
            writer.Write(carrier.CountryCode);
            writer.Write(carrier.Points);
            writer.Write(carrier.Vanished);
            InstantCodec.Write(ref writer, carrier.OldestRefreshedAt);
            InstantCodec.Write(ref writer, carrier.NewestRefreshedAt);
        }

        writer.Write("changes");
        writer.WriteArrayHeader(header.Changes.Count);
        foreach (CarrierChanges changes in header.Changes)
        {
            writer.WriteArrayHeader(8);
            writer.Write(changes.Code);
            writer.Write(changes.Added);
            writer.Write(changes.Removed);
            writer.Write(changes.Moved);
            writer.Write(changes.Retyped);
            writer.Write(changes.Changed);
            writer.Write(changes.Unchanged);
            writer.Write(changes.FarthestMoveMeters);
        }

        writer.Write("countries");
        writer.WriteMapHeader(header.Countries.Count);
        foreach ((string country, int points) in header.Countries)
        {
            writer.Write(country);
            writer.Write(points);
        }

        writer.Write("sections");
        writer.WriteArrayHeader(header.Sections.Count);
        foreach (SnapshotSection section in header.Sections)
        {
            writer.WriteArrayHeader(4);
            writer.Write(section.Name);
            writer.WriteUInt64((ulong)section.Offset);
            writer.WriteUInt64((ulong)section.Length);
            writer.WriteUInt32(section.Checksum);
        }
    }

    /// <summary>Reads the map; the caller turns what is thrown into a refusal.</summary>
    public static SnapshotHeader Read(ref MessagePackReader reader, int version)
    {
        long fileLength = 0;
        DateTimeOffset createdAt = default;
        List<FeedSummary> feeds = [];
        List<CarrierSummary> carriers = [];
        List<CarrierChanges> changes = [];
        List<KeyValuePair<string, int>> countries = [];
        List<SnapshotSection> sections = [];
        int keys = reader.ReadMapHeader();
        for (int i = 0; i < keys; i++)
        {
            switch (MessagePackShape.ReadText(ref reader))
            {
                case "file_length":
                    fileLength = reader.ReadInt64();
                    break;
                case "created_at":
                    MessagePackShape.RequireArray(ref reader, 2);
                    createdAt = InstantCodec.Read(ref reader);
                    break;
                case "feeds":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        feeds.Add(ReadFeed(ref reader));
                    }

                    break;
                case "carriers":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        carriers.Add(ReadCarrier(ref reader));
                    }

                    break;
                case "changes":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        changes.Add(ReadChanges(ref reader));
                    }

                    break;
                case "countries":
                    for (int n = reader.ReadMapHeader(); n > 0; n--)
                    {
                        countries.Add(new(MessagePackShape.ReadText(ref reader), reader.ReadInt32()));
                    }

                    break;
                case "sections":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        MessagePackShape.RequireArray(ref reader, 4);
                        sections.Add(new SnapshotSection(MessagePackShape.ReadText(ref reader), reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt32()));
                    }

                    break;
                case var key:
                    throw new InvalidDataException($"the key \"{key}\" is not known");
            }
        }

        return new SnapshotHeader
        {
            FormatVersion = version,
            FileLength = fileLength,
            CreatedAt = createdAt,
            Feeds = feeds,
            Carriers = carriers,
            Changes = changes,
            Countries = countries,
            Sections = sections,
        };
    }

    private static void Write(ref MessagePackWriter writer, FeedSummary feed)
    {
        writer.WriteArrayHeader(12);
        writer.Write(feed.File);
        writer.Write(feed.Profile);
        writer.Write(feed.Sha256);
        writer.Write(feed.Records);
        writer.Write(feed.Points);
        writer.Write(feed.Skipped);
        writer.Write(feed.Superseded);
        writer.Write(feed.Rejected);
        writer.Write(feed.Warnings);
        InstantCodec.WriteOptional(ref writer, feed.OldestRefreshedAt);
        InstantCodec.WriteOptional(ref writer, feed.NewestRefreshedAt);
        writer.WriteArrayHeader(feed.Covers.Count);
        foreach (CoveredCarrier covered in feed.Covers)
        {
            writer.WriteArrayHeader(2);
            writer.Write(covered.CarrierCode);
            writer.Write(covered.CountryCode);
        }
    }

    private static FeedSummary ReadFeed(ref MessagePackReader reader)
    {
        MessagePackShape.RequireArray(ref reader, 12);
        return new FeedSummary
        {
            File = MessagePackShape.ReadText(ref reader),
            Profile = MessagePackShape.ReadText(ref reader),
            Sha256 = MessagePackShape.ReadText(ref reader),
            Records = reader.ReadInt64(),
            Points = reader.ReadInt64(),
            Skipped = reader.ReadInt64(),
            Superseded = reader.ReadInt64(),
            Rejected = reader.ReadInt64(),
            Warnings = reader.ReadInt64(),
            OldestRefreshedAt = InstantCodec.ReadOptional(ref reader),
            NewestRefreshedAt = InstantCodec.ReadOptional(ref reader),
            Covers = ReadCovers(ref reader),
        };
    }

    private static List<CoveredCarrier> ReadCovers(ref MessagePackReader reader)
    {
        List<CoveredCarrier> covers = [];
        for (int n = reader.ReadArrayHeader(); n > 0; n--)
        {
            MessagePackShape.RequireArray(ref reader, 2);
            covers.Add(new CoveredCarrier(MessagePackShape.ReadText(ref reader), MessagePackShape.ReadText(ref reader)));
        }

        return covers;
    }

    private static CarrierSummary ReadCarrier(ref MessagePackReader reader)
    {
        MessagePackShape.RequireArray(ref reader, 8);
        return new CarrierSummary(
            MessagePackShape.ReadText(ref reader),
            MessagePackShape.ReadText(ref reader),
            reader.ReadInt64(),
            reader.ReadInt64(),
            InstantCodec.Read(ref reader),
            InstantCodec.Read(ref reader));
    }

    private static CarrierChanges ReadChanges(ref MessagePackReader reader)
    {
        MessagePackShape.RequireArray(ref reader, 8);
        return new CarrierChanges
        {
            Code = MessagePackShape.ReadText(ref reader),
            Added = reader.ReadInt64(),
            Removed = reader.ReadInt64(),
            Moved = reader.ReadInt64(),
            Retyped = reader.ReadInt64(),
            Changed = reader.ReadInt64(),
            Unchanged = reader.ReadInt64(),
            FarthestMoveMeters = reader.ReadDouble(),
        };
    }
}
