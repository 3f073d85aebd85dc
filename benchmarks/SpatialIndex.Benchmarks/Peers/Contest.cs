using SpatialIndex.Benchmarks.SideBySide;

namespace SpatialIndex.Benchmarks.Peers;

/// <summary>Contenders over one set that take turns, pass by pass, so that a busy machine is busy for each of them.</summary>
internal sealed class Contest : IDisposable
{
    private const int Rounds = 5;

    private readonly int _mostQueries;
    private readonly TimeSpan _passTime;

    /// <param name="contenders">Who takes part; disposed with this.</param>
    /// <param name="mostQueries">How many queries make a pass.</param>
    /// <param name="passTime">How long a pass may take: of a slow contender it has fewer queries.</param>
    public Contest(IReadOnlyList<IContender> contenders, int mostQueries, TimeSpan passTime)
    {
        Contenders = contenders;
        _mostQueries = mostQueries;
        _passTime = passTime;
    }

    public IReadOnlyList<IContender> Contenders { get; }

    /// <summary>Nanoseconds a query of each contender: the medians of the rounds, before which everyone has warmed up.</summary>
    public double[] Time(Operation operation)
    {
        int[] counts = [.. Contenders.Select(contender => WarmUp(contender, operation))];
        double[][] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => Pass())];
        return [.. Contenders.Select((_, i) => rounds.Select(round => round[i]).Order().ElementAt(Rounds / 2))];

        double[] Pass() => [.. Contenders.Select((contender, i) => contender.Time(operation, counts[i]))];
    }

    public void Dispose()
    {
        foreach (IContender contender in Contenders)
        {
            contender.Dispose();
        }
    }

    /// <summary>Asks more and more queries, after one that compiles what it needs, until they take long enough to tell how many make a pass.</summary>
    private int WarmUp(IContender contender, Operation operation)
    {
        contender.Time(operation, 1);
        for (int count = 1; ; count = Math.Min(4 * count, _mostQueries))
        {
            double nanoseconds = contender.Time(operation, count);
            if (count == _mostQueries || nanoseconds * count > _passTime.TotalNanoseconds / 4)
            {
                return (int)Math.Clamp(_passTime.TotalNanoseconds / nanoseconds, 1, _mostQueries);
            }
        }
    }
}
