using DocumentFormat.OpenXml.Wordprocessing;

namespace Guildhall.Web.Platform.Documents;

/// <summary>How Word documents look. The names of the styles are Word's own, so that a school can give a document its own look.</summary>
internal static class WordStyles
{
    public const string Language = "en-GB";

    /// <summary>The page's margin, in twentieths of a point: 2 cm.</summary>
    public const int Margin = 1134;

    /// <summary>What is left of an A4 page between its margins.</summary>
    public const int TextWidth = 11906 - (2 * Margin);

    private const string Dark = "1F3A4D";

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "22" }, new Languages { Val = Language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", isDefault: true),
        Style("Title", "Title", next: "Normal", size: 44, isBold: true, after: 60),
        Style("Subtitle", "Subtitle", next: "Normal", size: 24, after: 240),
        Style("Heading1", "heading 1", next: "Normal", size: 30, isBold: true, before: 360, after: 120, rank: 0),
        Style("Heading2", "heading 2", next: "Normal", size: 26, isBold: true, before: 240, after: 80, rank: 1),
        Style("Caption", "caption", next: "Normal", size: 20, isBold: true, before: 160, after: 60),
        Style("TableText", "Table Text", size: 20, after: 0),
        new Style(
            new StyleName { Val = "List Bullet" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(),
            new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }), new SpacingBetweenLines { After = "60" }))
        { Type = StyleValues.Paragraph, StyleId = "ListBullet" },
        new Style(new StyleName { Val = "Normal Table" }, new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, new TableCellMarginDefault(
            new TopMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 108, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = "0", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 108, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
        new Style(
            new StyleName { Val = "Guildhall Table" }, new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(
                new TableBorders(Line<TopBorder>(), Line<BottomBorder>(), Line<InsideHorizontalBorder>()),
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E8EEF2" }))
            { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = "GuildhallTable", CustomStyle = true });

    public static Numbering Bullets() => new(
        new AbstractNum(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Bullet }, new LevelText { Val = "•" },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "360", Hanging = "360" }))
            { LevelIndex = 0 })
        { AbstractNumberId = 0 },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    private static Style Style(
        string id, string name, bool isDefault = false, string? next = null, int size = 0, bool isBold = false, int before = 0, int after = -1, int rank = -1)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault)
            style.Default = true;
        else
            style.Append(new BasedOn { Val = "Normal" });
        if (next is not null)
            style.Append(new NextParagraphStyle { Val = next });
        style.Append(new PrimaryStyle());
        if (after >= 0)
        {
            var paragraph = new StyleParagraphProperties();
            if (rank >= 0)
                paragraph.Append(new KeepNext());
            paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
            if (rank >= 0)
                paragraph.Append(new OutlineLevel { Val = rank });
            style.Append(paragraph);
        }
        if (size > 0)
        {
            var run = new StyleRunProperties();
            if (isBold)
                run.Append(new Bold(), new Color { Val = Dark });
            run.Append(new FontSize { Val = $"{size}" });
            style.Append(run);
        }
        return style;
    }

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "B8C4CC" };
}
