using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Features.Directory;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>A speaker from outside, as somebody who asks them writes it.</summary>
public sealed class SpeakerInput
{
    [Required, StringLength(OfferPresenter.NameLength)]
    public string? Name { get; set; }

    [Required, EmailAddress, StringLength(Person.EmailLength), Display(Name = "Email address")]
    public string? Email { get; set; }

    [StringLength(OfferPresenter.EmployerLength), Display(Name = "Where they work")]
    public string? Employer { get; set; }

    public OfferPresenter Presenter(Guid offer, bool isLead) => new()
    {
        OfferId = offer,
        Name = Name!.Trim(),
        Email = Person.CleanEmail(Email)!,
        Employer = Employer?.Trim() ?? "",
        IsLead = isLead,
    };
}
