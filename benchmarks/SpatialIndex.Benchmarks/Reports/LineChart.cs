using System.Globalization;
using System.Xml.Linq;

namespace SpatialIndex.Benchmarks.Reports;

/// <summary>
/// Lines over two logarithmic axes, drawn as SVG. The colours are Okabe and Ito's, which colour-blind readers can tell apart; they and the
/// background follow the reader's choice of light or dark.
/// </summary>
/// <param name="title">What stands above.</param>
/// <param name="across">What the horizontal axis shows.</param>
/// <param name="up">What the vertical axis shows.</param>
/// <param name="lines">At least one line, and not more than there are colours.</param>
internal sealed class LineChart(string title, string across, string up, IReadOnlyList<ChartLine> lines)
{
    private const int Width = 860;
    private const int Height = 440;
    private const int Left = 72;
    private const int Top = 44;
    private const int Right = 630;
    private const int Bottom = 380;
    private const int LegendLeft = Right + 20;
    private const int LegendStep = 24;
    private const string LegendLength = "26";

    private const string Style = """
        text { font: 13px system-ui, sans-serif; fill: #24292f }
        .title { font-size: 15px; font-weight: 600 }
        .paper { fill: #ffffff }
        .grid { stroke: #d0d7de; stroke-width: 1 }
        .line { fill: none; stroke-width: 2 }
        .c0 { color: #0072b2 } .c1 { color: #d55e00 } .c2 { color: #009e73 } .c3 { color: #a6568a }
        .c4 { color: #b87f00 } .c5 { color: #3a94c9 } .c6 { color: #57606a }
        .line { stroke: currentColor } .dot { fill: currentColor }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .paper { fill: #0d1117 }
          .grid { stroke: #30363d }
          .c0 { color: #58a6e8 } .c1 { color: #f0883e } .c2 { color: #2fc79a } .c3 { color: #e3a1cb }
          .c4 { color: #e6b422 } .c5 { color: #8cd3f7 } .c6 { color: #9da7b1 }
        }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly LogAxis _horizontal = new([.. lines.SelectMany(static line => line.Points).Select(static point => point.Across)], Left, Right);
    private readonly LogAxis _vertical = new([.. lines.SelectMany(static line => line.Points).Select(static point => point.Up)], Bottom, Top);

    /// <summary>A table, by its labels.</summary>
    public static LineChart Of(ReportTable table)
    {
        ChartLabels labels = table.Chart ?? throw new ArgumentException("The table is not to be drawn.", nameof(table));
        return new LineChart(table.Title, labels.Across, labels.Up, [.. table.Columns.Select((name, column) => new ChartLine(
            name,
            [.. table.Rows.Where(row => row.Figures[column] > 0).Select(row => (row.Across, row.Figures[column]!.Value))]))]);
    }

    public XElement ToSvg() => new(
        Svg + "svg",
        new XAttribute("viewBox", $"0 0 {Width} {Height}"),
        new XAttribute("role", "img"),
        new XElement(Svg + "title", title),
        new XElement(Svg + "style", Style),
        new XElement(Svg + "rect", Class("paper"), new XAttribute("width", Width), new XAttribute("height", Height)),
        Text(Left, Top - 18, title, "start", Class("title")),
        Text((Left + Right) / 2, Height - 16, across, "middle"),
        Text(0, 0, up, "middle", new XAttribute("transform", $"translate(18 {(Top + Bottom) / 2}) rotate(-90)")),
        _horizontal.Ticks.Select(VerticalRule),
        _vertical.Ticks.Select(HorizontalRule),
        lines.Select(Line),
        Legend());

    private IEnumerable<XElement> VerticalRule(double value)
    {
        double x = _horizontal.PlaceOf(value);
        return [Path("grid", [(x, Top), (x, Bottom)]), Text(x, Bottom + 20, LogAxis.Label(value), "middle")];
    }

    private IEnumerable<XElement> HorizontalRule(double value)
    {
        double y = _vertical.PlaceOf(value);
        return [Path("grid", [(Left, y), (Right, y)]), Text(Left - 8, y + 4, LogAxis.Label(value), "end")];
    }

    private XElement Line(ChartLine line, int number)
    {
        (double X, double Y)[] places = [.. line.Points.Select(point => (_horizontal.PlaceOf(point.Across), _vertical.PlaceOf(point.Up)))];
        return new XElement(Svg + "g", Class($"c{number}"), Path("line", places), places.Select(Dot));
    }

    /// <summary>In the order in which the lines end, from above.</summary>
    private IEnumerable<XElement> Legend() => lines
        .Select(static (line, number) => (line.Name, Number: number, End: line.Points.Count == 0 ? 0 : line.Points[^1].Up))
        .OrderByDescending(static entry => entry.End)
        .Select(static (entry, place) => new XElement(
            Svg + "g",
            Class($"c{entry.Number}"),
            new XAttribute("transform", $"translate({LegendLeft} {Top + 8 + (LegendStep * place)})"),
            new XElement(Svg + "path", Class("line"), new XAttribute("d", $"M0 0H{LegendLength}")),
            Dot((13, 0)),
            Text(34, 4, entry.Name, "start")));

    private static XElement Path(string style, IReadOnlyList<(double X, double Y)> places) => new(
        Svg + "path", Class(style), new XAttribute("d", $"M{string.Join('L', places.Select(static place => $"{Number(place.X)} {Number(place.Y)}"))}"));

    private static XElement Dot((double X, double Y) place) =>
        new(Svg + "circle", Class("dot"), new XAttribute("cx", Number(place.X)), new XAttribute("cy", Number(place.Y)), new XAttribute("r", 3));

    private static XElement Text(double x, double y, string text, string anchor, params XAttribute[] more) => new(
        Svg + "text", new XAttribute("x", Number(x)), new XAttribute("y", Number(y)), new XAttribute("text-anchor", anchor), more, text);

    private static XAttribute Class(string name) => new("class", name);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
