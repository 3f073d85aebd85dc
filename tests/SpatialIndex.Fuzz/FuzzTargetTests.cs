namespace SpatialIndex.Fuzz;

/// <summary>Every input of the corpus, and many that were made of these.</summary>
public sealed class FuzzTargetTests
{
    private const int Mutations = 2_000;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Run_InputsOfTheCorpus_FindsNothing(string target)
    {
        foreach ((string name, byte[] input) in Corpus(target))
        {
            AssertNothingFound(target, name, input);
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Run_InputsChanged_FindsNothing(string target)
    {
        (string Name, byte[] Input)[] corpus = Corpus(target);
        byte[][] others = [.. corpus.Select(static seed => seed.Input), .. Words(target)];
        for (int seed = 0; seed < Mutations; seed++)
        {
            (string name, byte[] input) = corpus[seed % corpus.Length];
            AssertNothingFound(target, $"{name}, changed by {seed}", Mutation.Of(input, others, new Random(seed)));
        }
    }

    private static void AssertNothingFound(string target, string name, byte[] input)
    {
        Exception? found = Record.Exception(() => FuzzTargets.Find(target).Run(input));
        if (found is not null)
        {
            string path = Path.Combine(Path.GetTempPath(), $"spatialindex-fuzz-{target}");
            File.WriteAllBytes(path, input);
            Assert.Fail($"{target}, {name}, which is in {path}: {found}");
        }
    }

    /// <summary>The files of the target, in the order of their names.</summary>
    private static (string Name, byte[] Input)[] Corpus(string target) =>
        [.. Directory.GetFiles(Repository.File($"tests/SpatialIndex.Fuzz/Corpus/{target}")).Order(StringComparer.Ordinal).Select(static path => (Path.GetFileName(path), File.ReadAllBytes(path)))];

    /// <summary>The words of the target's dictionary.</summary>
    private static IEnumerable<byte[]> Words(string target) =>
        File.ReadLines(Repository.File($"tests/SpatialIndex.Fuzz/Dictionaries/{target}.dict")).Where(static line => line.StartsWith('"')).Select(static line => Unescape(line[1..^1]));

    /// <summary>AFL writes bytes that are no plain letters as <c>\x</c> and two digits.</summary>
    private static byte[] Unescape(string word)
    {
        var bytes = new List<byte>();
        for (int i = 0; i < word.Length; i++)
        {
            bool isEscaped = word[i] == '\\';
            bytes.Add(isEscaped ? Convert.FromHexString(word.AsSpan(i + 2, 2))[0] : (byte)word[i]);
            i += isEscaped ? 3 : 0;
        }

        return [.. bytes];
    }
}
