using System.Text;
using ExcelDataReader;

namespace Guildhall.Tables.Reading;

/// <summary>The rows of one sheet of a workbook (.xlsx).</summary>
internal sealed class WorkbookSource : RowSource
{
    // Excel's own limits.
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    private readonly IExcelDataReader _reader;
    private readonly CellCache _cache = new();
    private readonly List<string> _cells = [];
    private readonly FormulaFaults _faults;
    private readonly CancellationToken _stop;
    private int _number;
    private string? _problem;
    private bool _hasEnded;

    // The library asks for Windows-1252 before it knows whether the file is of the old kind that needs it.
    static WorkbookSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Goes before the first row of a sheet; throws whatever the library throws when the workbook is damaged.</summary>
    public WorkbookSource(byte[] bytes, string sheet, FormulaFaults faults, CancellationToken stop)
    {
        (_faults, _stop) = (faults, stop);
        _reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes, writable: false));
        while (!string.Equals(_reader.Name, sheet, StringComparison.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            if (!_reader.NextResult())
                throw new InvalidDataException($"no sheet '{sheet}'");
        }
        // Further out there can only be a file that was made to keep us busy; not so within, as Excel formats whole rows and columns.
        if (_reader.FieldCount > MostColumns || _reader.RowCount > MostRows)
            throw new InvalidDataException("the sheet is larger than Excel's largest");
    }

    public override int Number => _number;

    public override IReadOnlyList<string> Cells => _cells;

    public override string? Problem => _problem;

    public override IReadOnlyList<(int Column, string Text)> BadCells => _faults.In(_number);

    public override bool Read()
    {
        _cells.Clear();
        try
        {
            while (!_hasEnded && _reader.Read())
            {
                _stop.ThrowIfCancellationRequested();
                _number++;
                if (ReadCells())
                    return true;
            }
            return false;
        }
        // The library promises nothing about what it throws on a damaged part.
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            (_hasEnded, _problem) = (true, WorkbookFile.DamageNote);
            return true;
        }
    }

    public override void Dispose() => _reader.Dispose();

    private bool ReadCells()
    {
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            var text = CellText.Of(_reader, i);
            if (text.Length == 0)
                continue;
            while (_cells.Count < i)
                _cells.Add("");
            _cells.Add(_cache.Get(i, text));
        }
        return _cells.Count > 0 || _faults.In(_number).Count > 0;
    }
}
