using At = Guildhall.Web.Features.Directory.Register.DownloadColumns;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>Reads the current register as anybody can download it: one file of all schools, and two that say more about them.</summary>
public static class RegisterDownload
{
    private const int RowsBetweenReports = 500;

    /// <summary>
    /// Reads the state schools of England one by one, open and closed. Closed schools that have successors come last, so that the
    /// successors are there already. Memory holds a row, the links, and those closed schools.
    /// </summary>
    /// <param name="schools">The file of all schools with all its columns.</param>
    /// <param name="findings">
    /// Takes what is wrong. Look at <see cref="RegisterFindings.IsRefused"/> after the last school too: a file may break off.
    /// </param>
    /// <param name="groupLinks">The file of schools and groups; needed where the file of schools has no numbers of trusts.</param>
    /// <param name="links">The file of predecessors and successors; without it closed schools have no successors.</param>
    /// <param name="progress">Told after every some hundred rows.</param>
    /// <param name="stop">Stops the reading.</param>
    public static IEnumerable<RegisterEntry> Read(
        Stream schools,
        RegisterFindings findings,
        Stream? groupLinks = null,
        Stream? links = null,
        IProgress<RegisterProgress>? progress = null,
        CancellationToken stop = default)
    {
        var trusts = groupLinks is null ? null : AcademyTrusts.Read(groupLinks, findings, stop);
        var successors = links is null ? null : SuccessorLinks.Read(links, findings, stop);
        using var table = RegisterTable.Open(schools, RegisterFile.Schools, At.Needed, At.Optional, findings);
        if (table is null || findings.IsRefused)
            yield break;
        SayWhatIsMissing(table, findings, trusts);

        var row = new DownloadRow(table, trusts, findings);
        var waiting = new List<(RegisterEntry Entry, int Line)>();
        var rows = 0;
        while (table.Read())
        {
            stop.ThrowIfCancellationRequested();
            if (++rows % RowsBetweenReports == 0)
                progress?.Report(new RegisterProgress(rows, table.Percent));
            if (row.Entry() is not { } entry)
                continue;
            findings.Schools++;
            if (entry.Status == SchoolStatus.Closed && successors?.Has(entry.Urn) == true)
                waiting.Add((entry, table.Line));
            else
                yield return entry;
        }
        progress?.Report(new RegisterProgress(rows, table.Percent));
        if (findings.IsRefused)
            yield break;
        if (findings.Schools == 0)
            table.Refuse("", "there is no state school in the file");

        foreach (var (entry, line) in waiting)
        {
            var urns = successors!.Follow(entry.Urn, row.IsClosed);
            if (urns.Count == 0)
            {
                var text = $"the links of the closed school {entry.Urn} lead to no school that is open; it gets no successor";
                findings.Add(RegisterFindingWeight.Note, RegisterFile.Schools, line, At.Urn, text);
            }
            yield return entry with { SuccessorUrns = urns };
        }
    }

    private static void SayWhatIsMissing(RegisterTable table, RegisterFindings findings, AcademyTrusts? trusts)
    {
        findings.TrustsAreKnown = trusts is not null || table.Has(At.TrustName);
        foreach (var column in At.Optional)
        {
            if (!table.Has(column) && column is not (At.TrustUid or At.TrustName or At.TrustFlag))
                table.Note(column, $"the column '{column}' is missing, so that the file says nothing about it");
        }
        if (!findings.TrustsAreKnown)
            table.Note(At.TrustName, "the file does not say which trust a school is in: add the file of group links");
        else if (trusts is null && !table.Has(At.TrustUid))
            table.Note(At.TrustUid, "the file has the names of trusts without their numbers: add the file of group links");
    }
}
