using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Audit;
using Guildhall.Web.Platform.Database;
using Guildhall.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Features.TrainingDays.Calls;

/// <summary>The brief and the rules of a call. A new one begins with criteria that can be changed.</summary>
[Needs<OrganiseDay>]
public sealed class EditModel(AppDb db, AuditTrail audit) : DayPage
{
    [BindProperty]
    public CallInput Input { get; set; } = new();

    public bool IsNew { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(row => row.DayId == Day.Id, cancellation);
        IsNew = call is null;
        if (call is null)
            return;
        Input = new CallInput
        {
            Brief = call.Brief,
            WantedFor = call.WantedFor,
            MostOffersEach = call.MostOffersEach,
            ReviewsEach = call.ReviewsEach,
            IsBlind = call.IsBlind,
            Version = call.Version,
        };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var call = await db.Calls.SingleOrDefaultAsync(row => row.DayId == Day.Id, cancellation);
        IsNew = call is null;
        if (!ModelState.IsValid)
            return Page();
        if (call is null)
            db.Calls.Add(call = FirstCall.Of(Day));
        else
            db.Expect(call, Input.Version);
        call.Brief = Input.Brief!.Trim();
        call.WantedFor = [.. Input.WantedFor.Distinct().Order()];
        call.MostOffersEach = Input.MostOffersEach;
        call.ReviewsEach = Input.ReviewsEach!.Value;
        call.IsBlind = Input.IsBlind;
        audit.Record(IsNew ? "wrote the brief of the call for workshops" : "changed the call for workshops", Subject, Day.OrganisationId);
        if (!await SaveAsync(db, "", "Somebody else has written a brief just now. Open the page again", cancellation))
            return Page();
        this.Flash("The call is saved.");
        return LocalRedirect(To("calls"));
    }

    public sealed class CallInput
    {
        [Required, StringLength(WorkshopCall.BriefLength), DataType(DataType.MultilineText)]
        public string? Brief { get; set; }

        public List<RoleGroup> WantedFor { get; set; } = [];

        [Range(1, 20)]
        public int? MostOffersEach { get; set; }

        [Required, Range(1, WorkshopCall.MostReviews)]
        public int? ReviewsEach { get; set; } = 2;

        public bool IsBlind { get; set; }

        public int Version { get; set; }
    }
}
