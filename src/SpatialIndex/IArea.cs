namespace SpatialIndex;

/// <summary>The part of the sphere a search looks at; a struct, so that the search is compiled for each kind.</summary>
internal interface IArea
{
    /// <summary>Whether a box of unit vectors (least and greatest x, y, z) certainly holds no point of the area.</summary>
    bool Excludes(ReadOnlySpan<float> bounds);

    /// <summary>Whether a point, in degrees, is in the area: exact.</summary>
    bool Contains(double latitude, double longitude);
}
