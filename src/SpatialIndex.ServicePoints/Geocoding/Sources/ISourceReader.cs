namespace SpatialIndex.ServicePoints.Geocoding.Sources;

/// <summary>One kind of file that gazetteers are built from.</summary>
internal interface ISourceReader
{
    /// <summary>What such files are called.</summary>
    string Kind { get; }

    SourceTurn Turn { get; }

    /// <summary>Whether a file is taken although none of its lines can be used.</summary>
    bool MayGiveNothing => false;

    /// <summary>Whether a file is of the kind, as far as its beginning tells.</summary>
    bool Recognizes(SourceHead head);

    /// <summary>What each line of a file of the kind gives, one after the other; a record is valid for good.</summary>
    IEnumerable<SourceLine> Read(SourceFile file);
}
