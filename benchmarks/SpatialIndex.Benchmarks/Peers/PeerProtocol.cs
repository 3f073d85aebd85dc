using System.Globalization;
using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>The lines by which a peer in a process of its own is asked; <c>benchmarks/peers/README.md</c> describes them.</summary>
internal static class PeerProtocol
{
    public const string Time = "time";
    public const string Check = "check";
    private const string AnyClass = "*";

    public static string Greeting(IContender contender) =>
        string.Create(CultureInfo.InvariantCulture, $"{contender.Name}\t{contender.BuildMilliseconds}\t{contender.Bytes}");

    public static (string Name, double BuildMilliseconds, double Bytes) ReadGreeting(string line)
    {
        string[] fields = line.Split('\t');
        return (fields[0], ReadNumber(fields[1]), ReadNumber(fields[2]));
    }

    public static string Request(string verb, Operation operation, int queryCount)
    {
        string classes = operation.Filter.Classes is { } set
            ? string.Concat(Enumerable.Range(0, set.ClassCount).Select(number => set.Contains(number) ? '1' : '0'))
            : AnyClass;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{verb} {operation.Kind} {operation.Limit} {classes} {(operation.Filter.NotExpiredAt is null ? 0 : 1)} {queryCount}");
    }

    public static (string Verb, Operation Operation, int QueryCount) ReadRequest(string line)
    {
        string[] fields = line.Split(' ');
        var filter = new PointFilter
        {
            Classes = fields[3] == AnyClass ? null : ClassSet.Where(fields[3].Length, number => fields[3][number] == '1'),
            NotExpiredAt = fields[4] == "1" ? 1 : null,
        };
        var operation = new Operation(line, Enum.Parse<OperationKind>(fields[1]), int.Parse(fields[2], CultureInfo.InvariantCulture), filter);
        return (fields[0], operation, int.Parse(fields[5], CultureInfo.InvariantCulture));
    }

    public static double ReadNumber(string line) => double.Parse(line, CultureInfo.InvariantCulture);
}
