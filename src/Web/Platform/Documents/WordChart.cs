using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using Guildhall.Tables;
using A = DocumentFormat.OpenXml.Drawing;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Formula = DocumentFormat.OpenXml.Drawing.Charts.Formula;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Guildhall.Web.Platform.Documents;

/// <summary>A bar chart as Word draws it itself, with the numbers in a workbook of its own behind it, so that it can be edited there.</summary>
internal sealed class WordChart(string title, string of, string counted, IReadOnlyList<(string Words, double Value)> bars)
{
    private const string Page = "Data";
    private const uint Names = 111111111;
    private const uint Values = 222222222;

    /// <summary>Units of a drawing in a centimetre.</summary>
    private const long Centimetre = 360000;

    public W.Drawing AddTo(MainDocumentPart main, int number)
    {
        var part = main.AddNewPart<ChartPart>();
        var workbook = part.AddEmbeddedPackagePart(Workbook.MediaType);
        using (var content = new MemoryStream())
        {
            Workbook.Write(content, [new Sheet(Page, [of, counted], bars.Select(bar => (IReadOnlyList<Cell>)[bar.Words, (decimal)bar.Value]))]);
            content.Position = 0;
            workbook.FeedData(content);
        }
        part.ChartSpace = new ChartSpace(
            new EditingLanguage { Val = WordStyles.Language },
            new RoundedCorners { Val = false },
            new Chart(
                new Title(new ChartText(new RichText(new A.BodyProperties(), new A.Paragraph(new A.Run(new A.RunProperties { Language = WordStyles.Language, FontSize = 1200, Bold = true }, new A.Text(title))))), new Overlay { Val = false }),
                new AutoTitleDeleted { Val = false },
                new PlotArea(new Layout(), Bars(), NameAxis(), ValueAxis()),
                new PlotVisibleOnly { Val = true },
                new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }),
            new ExternalData(new AutoUpdate { Val = false }) { Id = part.GetIdOfPart(workbook) });
        var height = (long)((2.2 + (0.9 * bars.Count)) * Centimetre);
        return new W.Drawing(new D.Inline(
            new D.Extent { Cx = 17 * Centimetre, Cy = height },
            new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new D.DocProperties { Id = (uint)number, Name = $"Chart {number}", Description = $"Bar chart: {title}. {string.Join("; ", bars.Select(bar => $"{bar.Words} {Math.Round(100 * bar.Value)}%"))}." },
            new D.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new ChartReference { Id = main.GetIdOfPart(part) }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }

    private BarChart Bars()
    {
        var names = new StringCache(new PointCount { Val = (uint)bars.Count });
        var numbers = new NumberingCache(new FormatCode("0%"), new PointCount { Val = (uint)bars.Count });
        foreach (var (index, bar) in bars.Index())
        {
            names.Append(new StringPoint(new NumericValue(bar.Words)) { Index = (uint)index });
            numbers.Append(new NumericPoint(new NumericValue(bar.Value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))) { Index = (uint)index });
        }
        return new BarChart(
            new BarDirection { Val = BarDirectionValues.Bar },
            new BarGrouping { Val = BarGroupingValues.Clustered },
            new VaryColors { Val = false },
            new BarChartSeries(
                new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = 0 },
                new Order { Val = 0 },
                new SeriesText(new StringReference(new Formula($"{Page}!$B$1"), new StringCache(new PointCount { Val = 1 }, new StringPoint(new NumericValue(counted)) { Index = 0 }))),
                new ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = "2F6F8F" })),
                new InvertIfNegative { Val = false },
                new DataLabels(
                    new NumberingFormat { FormatCode = "0%", SourceLinked = false }, new ShowLegendKey { Val = false }, new ShowValue { Val = true },
                    new ShowCategoryName { Val = false }, new ShowSeriesName { Val = false }, new ShowPercent { Val = false }, new ShowBubbleSize { Val = false }),
                new CategoryAxisData(new StringReference(new Formula($"{Page}!$A$2:$A${bars.Count + 1}"), names)),
                new DocumentFormat.OpenXml.Drawing.Charts.Values(new NumberReference(new Formula($"{Page}!$B$2:$B${bars.Count + 1}"), numbers))),
            new GapWidth { Val = 40 },
            new AxisId { Val = Names },
            new AxisId { Val = Values });
    }

    private static CategoryAxis NameAxis() => new(
        new AxisId { Val = Names },
        // The first bar at the top, as in the table.
        new Scaling(new Orientation { Val = OrientationValues.MaxMin }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Left },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        new CrossingAxis { Val = Values },
        new Crosses { Val = CrossesValues.AutoZero });

    private static ValueAxis ValueAxis() => new(
        new AxisId { Val = Values },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MaxAxisValue { Val = 1 }, new MinAxisValue { Val = 0 }),
        new Delete { Val = true },
        new AxisPosition { Val = AxisPositionValues.Bottom },
        new NumberingFormat { FormatCode = "0%", SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
        new CrossingAxis { Val = Names },
        new Crosses { Val = CrossesValues.AutoZero });
}
