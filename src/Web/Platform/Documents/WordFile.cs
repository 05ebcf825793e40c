using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Guildhall.Web.Platform.Documents;

/// <summary>
/// Writes a Word document (.docx): headings, paragraphs, lists, tables whose heads are repeated on every page, and charts that can be
/// edited. What looks like a heading is one, so that it can be navigated and read aloud.
/// </summary>
public sealed class WordFile : IDisposable
{
    /// <summary>What a browser is told that the file is.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private readonly MemoryStream _content = new();
    private readonly WordprocessingDocument _document;
    private readonly MainDocumentPart _main;
    private readonly Body _body = new();
    private int _charts;

    /// <summary>Begins a document.</summary>
    /// <param name="title">What its properties call it.</param>
    public WordFile(string title)
    {
        _document = WordprocessingDocument.Create(_content, WordprocessingDocumentType.Document);
        _document.PackageProperties.Title = title;
        _document.PackageProperties.Language = WordStyles.Language;
        _main = _document.AddMainDocumentPart();
        _main.Document = new Document(_body);
        _main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Make();
        _main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
    }

    /// <summary>The document's title, and a line below it.</summary>
    public void Title(string words, string lead)
    {
        Add("Title", words);
        if (lead.Length > 0)
            Add("Subtitle", lead);
    }

    /// <summary>A heading of the first rank.</summary>
    public void Heading(string words) => Add("Heading1", words);

    public void Paragraph(string words) => Add(null, words);

    public void Bullet(string words) => Add("ListBullet", words);

    /// <summary>A table with a caption above it.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">Their heads; numbers stand to the right.</param>
    /// <param name="rows">The rows, the first cell of each bold.</param>
    public void Table(string caption, IReadOnlyList<(string Words, bool IsNumber)> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Add("Caption", caption, keepWithNext: true);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = "GuildhallTable" }, new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { FirstRow = true, FirstColumn = true, Val = "00A0" }, new TableCaption { Val = caption }),
            new TableGrid(columns.Select(_ => new GridColumn { Width = $"{WordStyles.TextWidth / columns.Count}" })));
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var (words, isNumber) in columns)
            head.Append(Cell(words, isNumber, isBold: true));
        table.Append(head);
        foreach (var row in rows)
        {
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            foreach (var (index, words) in row.Index())
                line.Append(Cell(words, columns[index].IsNumber, isBold: index == 0));
            table.Append(line);
        }
        _body.Append(table, new Paragraph());
    }

    /// <summary>Bars for parts of a whole, 0 to 1.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="of">What the bars stand for.</param>
    /// <param name="counted">What is counted.</param>
    /// <param name="bars">The bars from the top.</param>
    public void ShareChart(string title, string of, string counted, IReadOnlyList<(string Words, double Value)> bars)
    {
        if (bars.Count > 0)
            _body.Append(new Paragraph(new Run(new WordChart(title, of, counted, bars).AddTo(_main, ++_charts))));
    }

    /// <summary>Ends the document.</summary>
    public byte[] ToBytes()
    {
        var foot = _main.AddNewPart<FooterPart>();
        foot.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Right }),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " }));
        _body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = _main.GetIdOfPart(foot) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = WordStyles.Margin, Bottom = WordStyles.Margin, Left = WordStyles.Margin, Right = WordStyles.Margin, Header = 700, Footer = 700, Gutter = 0 }));
        _document.Dispose();
        return _content.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _content.Dispose();
    }

    private static TableCell Cell(string words, bool isNumber, bool isBold)
    {
        var run = new Run();
        if (isBold)
            run.Append(new RunProperties(new Bold()));
        run.Append(new Text(Clean(words)) { Space = SpaceProcessingModeValues.Preserve });
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" });
        if (isNumber)
            properties.Append(new Justification { Val = JustificationValues.Right });
        return new TableCell(new Paragraph(properties, run));
    }

    private void Add(string? style, string words, bool keepWithNext = false)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.Append(new ParagraphStyleId { Val = style });
        if (keepWithNext)
            properties.Append(new KeepNext());
        _body.Append(new Paragraph(properties, new Run(new Text(Clean(words)) { Space = SpaceProcessingModeValues.Preserve })));
    }

    /// <summary>Without what no XML file can hold.</summary>
    private static string Clean(string words) => string.Concat(words.Where(letter => letter >= ' ' || letter == '\t'));
}
