namespace SpatialIndex.Benchmarks.Sections;

/// <summary>The line with the least squares of relative errors: small times count as much as large ones.</summary>
internal sealed class LineFit
{
    private double _weights;
    private double _xs;
    private double _ys;
    private double _squares;
    private double _products;

    public void Add(double x, double y)
    {
        double weight = 1 / (y * y);
        _weights += weight;
        _xs += weight * x;
        _ys += weight * y;
        _squares += weight * x * x;
        _products += weight * x * y;
    }

    public override string ToString()
    {
        double slope = ((_weights * _products) - (_xs * _ys)) / ((_weights * _squares) - (_xs * _xs));
        return FormattableString.Invariant($"{(_ys - (slope * _xs)) / _weights:f0} ns and {slope:g3} ns");
    }
}
