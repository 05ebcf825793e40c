using Guildhall.Tables;

namespace Guildhall.Web.Features.TrainingDays;

/// <summary>What a file holds, cell by cell, with what is wrong where. Nothing of it is imported while anything is wrong.</summary>
public sealed class FilePreview
{
    private readonly Dictionary<(int Row, int Column), string> _cells = [];
    private readonly List<TableFinding> _findings = [];

    public FilePreview(Table table)
    {
        Table = table;
        foreach (var finding in table.Findings)
        {
            _findings.Add(finding);
            if (finding is { Row: > 0, Column: >= 0 })
                _cells.TryAdd((finding.Row, finding.Column), finding.Text);
        }
    }

    public Table Table { get; }

    public IReadOnlyList<TableFinding> Errors =>
        [.. _findings.Where(finding => finding.IsError).OrderBy(finding => finding.Row).ThenBy(finding => finding.Column)];

    public IReadOnlyList<TableFinding> Remarks => [.. _findings.Where(finding => !finding.IsError)];

    public bool IsGood => _findings.TrueForAll(finding => !finding.IsError);

    /// <summary>What will happen when it is imported, in sentences.</summary>
    public List<string> WhatHappens { get; } = [];

    /// <summary>What is wrong with a cell; null when nothing is.</summary>
    public string? ProblemOf(int row, int column) => _cells.GetValueOrDefault((row, column));

    /// <summary>The rows with something wrong, or when there is none, all.</summary>
    public IReadOnlyList<TableRow> Shown =>
        IsGood ? Table.Rows : [.. Table.Rows.Where(row => _findings.Exists(finding => finding.IsError && finding.Row == row.Number))];

    /// <summary>Says what is wrong with a cell, or with the whole row when its column is missing.</summary>
    public void Refuse(TableRow row, int column, string words)
    {
        _findings.Add(new TableFinding(words) { Row = row.Number, Column = column, Header = column < 0 ? "" : Table.Header[column] });
        if (column >= 0)
            _cells.TryAdd((row.Number, column), words);
    }

    public void Refuse(string words) => _findings.Add(new TableFinding(words));

    public void Remark(string words) => _findings.Add(new TableFinding(words) { IsError = false });
}
