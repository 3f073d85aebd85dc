using System.Collections.Immutable;
using MessagePack;
using SpatialIndex.ServicePoints.Model;

namespace SpatialIndex.ServicePoints.Snapshots;

/// <summary>What the points of a country share: their classes, carriers and weeks, which records name by number.</summary>
internal sealed record CountryTables
{
    public required int Points { get; init; }

    public required ImmutableArray<PointClass> Classes { get; init; }

    public required ImmutableArray<CarrierReference> Carriers { get; init; }

    public required ImmutableArray<OpeningTimes> Weeks { get; init; }

    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteMapHeader(4);
        writer.Write("points");
        writer.Write(Points);

        writer.Write("classes");
        writer.WriteArrayHeader(Classes.Length);
        foreach (PointClass entry in Classes)
        {
            writer.WriteArrayHeader(3);
            writer.Write(entry.CarrierCode);
            writer.Write(entry.CarrierShopType);
            writer.Write(entry.GeneralShopType);
        }

        writer.Write("carriers");
        writer.WriteArrayHeader(Carriers.Length);
        foreach (CarrierReference carrier in Carriers)
        {
            writer.WriteArrayHeader(4);
            writer.Write(carrier.Code);
            writer.Write(carrier.Name);
            writer.Write(carrier.LogoUrl);
            writer.Write(carrier.IconUrl);
        }

        writer.Write("weeks");
        writer.WriteArrayHeader(Weeks.Length);
        foreach (OpeningTimes week in Weeks)
        {
            writer.WriteArrayHeader(7);
            for (int day = 0; day < 7; day++)
            {
                TimeRangeCodec.Write(ref writer, week[day]);
            }
        }
    }

    /// <summary>Reads the map; the caller turns what is thrown into a refusal.</summary>
    public static CountryTables Read(ref MessagePackReader reader)
    {
        int points = 0;
        var classes = ImmutableArray.CreateBuilder<PointClass>();
        var carriers = ImmutableArray.CreateBuilder<CarrierReference>();
        var weeks = ImmutableArray.CreateBuilder<OpeningTimes>();
        int keys = reader.ReadMapHeader();
        for (int i = 0; i < keys; i++)
        {
            switch (MessagePackShape.ReadText(ref reader))
            {
                case "points":
                    points = reader.ReadInt32();
                    break;
                case "classes":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        MessagePackShape.RequireArray(ref reader, 3);
                        classes.Add(new PointClass(MessagePackShape.ReadText(ref reader), reader.ReadString(), reader.ReadString()));
                    }

                    break;
                case "carriers":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        MessagePackShape.RequireArray(ref reader, 4);
                        carriers.Add(new CarrierReference(
                            MessagePackShape.ReadText(ref reader), MessagePackShape.ReadText(ref reader), reader.ReadString(), reader.ReadString()));
                    }

                    break;
                case "weeks":
                    for (int n = reader.ReadArrayHeader(); n > 0; n--)
                    {
                        MessagePackShape.RequireArray(ref reader, 7);
                        var days = new ImmutableArray<TimeRange>[7];
                        for (int day = 0; day < 7; day++)
                        {
                            days[day] = TimeRangeCodec.Read(ref reader);
                        }

                        weeks.Add(new OpeningTimes(days));
                    }

                    break;
                case var key:
                    throw new InvalidDataException($"the key \"{key}\" is not known");
            }
        }

        return new CountryTables
        {
            Points = points,
            Classes = classes.ToImmutable(),
            Carriers = carriers.ToImmutable(),
            Weeks = weeks.ToImmutable(),
        };
    }
}
