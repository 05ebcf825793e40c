using Guildhall.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Guildhall.Web.Features.TrainingDays.Offers;

/// <summary>What a speaker from outside reads after they said no. It tells nothing, so that anybody may read it.</summary>
[Needs<Anybody>]
public sealed class DeclinedModel : PageModel;
