using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Files;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>The files that go with an offer.</summary>
[Needs<WriteOffer>, RequestSizeLimit(FileStore.LargestFile + 100_000)]
public sealed class FilesModel(AppDb db, FileStore store, TimeProvider clock) : OfferPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<OfferFileLine> Files { get; private set; } = [];

    public bool CanBeWritten => Offer.CanBeWritten(Day, clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!CanBeWritten)
            return LocalRedirect(To("show"));
        Files = await OfferFileLine.OfAsync(db, Offer.Id, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!CanBeWritten)
            return TooLate();
        Files = await OfferFileLine.OfAsync(db, Offer.Id, cancellation);
        if (Upload is null or { Length: 0 })
            ModelState.AddModelError(nameof(Upload), "File: choose a file that is not empty");
        else if (!OfferFile.Endings.Contains(Path.GetExtension(Upload.FileName), StringComparer.OrdinalIgnoreCase))
            ModelState.AddModelError(nameof(Upload), $"File: “{Path.GetFileName(Upload.FileName)}” is of a kind that not everybody can open. Add a PDF, or a file of a text, slides, a table or a picture");
        else if (Files.Count >= OfferFile.MostFiles)
            ModelState.AddModelError(nameof(Upload), $"File: there are {OfferFile.MostFiles} already, which is as many as there can be. Remove one first");
        if (!ModelState.IsValid)
            return Page();
        await using var content = Upload!.OpenReadStream();
        // Who has no account is known by their row among the presenters.
        var kept = await store.AddAsync(content, Upload.FileName, Upload.ContentType ?? "", Party.Presenter!.PersonId ?? Party.Presenter.Id, cancellation);
        db.OfferFiles.Add(new OfferFile { OfferId = Offer.Id, FileId = kept.Id });
        await db.SaveChangesAsync(cancellation);
        this.Flash($"{kept.Name} is added.");
        return LocalRedirect(To("files"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid file, CancellationToken cancellation)
    {
        if (!CanBeWritten)
            return TooLate();
        if (await db.OfferFiles.Include(row => row.File).SingleOrDefaultAsync(row => row.Id == file && row.OfferId == Offer.Id, cancellation) is { } found)
        {
            db.OfferFiles.Remove(found);
            await db.SaveChangesAsync(cancellation);
            this.Flash($"{found.File!.Name} is removed.");
        }
        return LocalRedirect(To("files"));
    }

    private LocalRedirectResult TooLate()
    {
        this.Flash("The offer can no longer be changed, so nothing was done.", Kind.Warning);
        return LocalRedirect(To("show"));
    }
}
