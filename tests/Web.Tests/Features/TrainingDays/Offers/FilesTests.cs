using System.Net;
using Guildhall.Web.Features.TrainingDays.Offers;
using Guildhall.Web.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Tests.Features.TrainingDays.Offers;

/// <summary>Files that go with an offer.</summary>
public sealed class FilesTests
{
    [Theory, BothEngines]
    public async Task A_file_is_added_opened_and_removed(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Person(await app.World.School(trust: trust));
        var (day, _) = await app.World.Call(trust);
        var offer = await app.World.Offer(day, lead);
        var browser = await app.SignInAs(lead);
        var page = await (await browser.Get(OfferForm.Path("edit", offer))).Press("Save, and add files", ("Input.Title", "Saved on the way"));
        page.Path.ShouldBe(OfferForm.Path("files", offer));
        (await app.Read(offer)).Title.ShouldBe("Saved on the way");
        page = await page.Press("Add the file", ("Upload", new UploadedFile("plan.pdf", "%PDF what we did")));
        page.Flash.ShouldBe("plan.pdf is added.");
        var file = await page.Follow("plan.pdf");
        file.Html.ShouldBe("%PDF what we did");
        // Never shown as a page of this site, whatever it says it is.
        file.ContentHeaders.ContentType!.MediaType.ShouldBe("application/octet-stream");
        file.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");

        // The organisers open it once it was handed in; a stranger never.
        var organiser = await app.SignInAs(await app.World.Holder(Role.PdLead, trust));
        (await organiser.Get(file.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        await (await browser.Get(OfferForm.Path("hand-in", offer))).Press("Hand in");
        (await organiser.Get(file.Path)).Html.ShouldBe("%PDF what we did");
        (await (await app.SignInAs(await app.World.Person(await app.World.School(trust: trust)))).Get(file.Path)).Status.ShouldBe(HttpStatusCode.NotFound);

        await (await browser.Get(OfferForm.Path("show", offer))).Press("Take it back as a draft");
        page = await (await browser.Get(OfferForm.Path("files", offer))).Press("Remove plan.pdf");
        page.Flash.ShouldBe("plan.pdf is removed.");
        (await browser.Get(file.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task What_not_everybody_can_open_is_refused_and_so_is_too_much(App app)
    {
        var trust = await app.World.Trust();
        var lead = await app.World.Person(await app.World.School(trust: trust));
        var (day, _) = await app.World.Call(trust);
        var offer = await app.World.Offer(day, lead);
        var browser = await app.SignInAs(lead);
        var page = await browser.Get(OfferForm.Path("files", offer));
        (await page.Press("Add the file")).Errors.ShouldBe(["File: choose a file that is not empty"]);
        (await page.Press("Add the file", ("Upload", new UploadedFile("run.exe", "x")))).Errors.ShouldHaveSingleItem().ShouldContain("“run.exe” is of a kind that not everybody can open");
        page = await browser.Get(OfferForm.Path("files", offer));
        for (var number = 1; number <= OfferFile.MostFiles; number++)
            page = await page.Press("Add the file", ("Upload", new UploadedFile($"{number}.txt", "x")));
        (await page.Press("Add the file", ("Upload", new UploadedFile("more.txt", "x")))).Errors.ShouldHaveSingleItem().ShouldContain("as many as there can be");
        (await app.Db(db => db.OfferFiles.CountAsync(file => file.OfferId == offer.Id))).ShouldBe(OfferFile.MostFiles);
    }

    [Theory, BothEngines]
    public async Task A_file_of_another_offer_is_not_there(App app)
    {
        var trust = await app.World.Trust();
        var school = await app.World.School(trust: trust);
        var (lead, other) = (await app.World.Person(school), await app.World.Person(school));
        var (day, _) = await app.World.Call(trust);
        var (mine, theirs) = (await app.World.Offer(day, lead), await app.World.Offer(day, other));
        await (await (await app.SignInAs(other)).Get(OfferForm.Path("files", theirs))).Press("Add the file", ("Upload", new UploadedFile("secret.txt", "x")));
        var file = await app.Db(db => db.OfferFiles.Where(row => row.OfferId == theirs.Id).Select(row => row.Id).SingleAsync());
        var browser = await app.SignInAs(lead);
        (await browser.Get($"{OfferForm.Path("show", mine)}?handler=File&file={file}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var token = (await browser.Get(OfferForm.Path("files", mine))).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await browser.Post($"{OfferForm.Path("files", mine)}?handler=Remove", ("file", file.ToString()), ("__RequestVerificationToken", token));
        (await app.Db(db => db.OfferFiles.CountAsync(row => row.Id == file))).ShouldBe(1);
    }
}
