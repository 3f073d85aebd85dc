namespace SpatialIndex.Fuzz;

/// <summary>A reader of the library that is given bytes from outside.</summary>
internal interface IFuzzTarget
{
    /// <summary>What the target is called, and its folder of the corpus.</summary>
    string Name { get; }

    /// <summary>Reads an input. The refusals that the reader documents are expected; whatever else is thrown is a finding.</summary>
    void Run(ReadOnlySpan<byte> input);
}
