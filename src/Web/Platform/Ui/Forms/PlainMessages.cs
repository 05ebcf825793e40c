using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>What is wrong and what to do, in plain words, for every limit that brings no words of its own.</summary>
internal sealed class PlainMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var limit in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (HasNoWordsOfItsOwn(limit) && Words(limit) is { } words)
                limit.ErrorMessage = words;
        }
    }

    // These three begin with the framework's words where others have none.
    private static readonly string?[] FrameworkWords =
        [null, new EmailAddressAttribute().ErrorMessage, new PhoneAttribute().ErrorMessage, new UrlAttribute().ErrorMessage];

    private static bool HasNoWordsOfItsOwn(ValidationAttribute limit) =>
        limit.ErrorMessageResourceName is null && FrameworkWords.Contains(limit.ErrorMessage, StringComparer.Ordinal);

    // {0} is the label, {1} and {2} are the limits in the order that each attribute gives them.
    private static string? Words(ValidationAttribute limit) => limit switch
    {
        RequiredAttribute => "{0}: fill this in",
        StringLengthAttribute { MinimumLength: > 0 } => "{0}: use {2} to {1} characters",
        StringLengthAttribute or MaxLengthAttribute => "{0}: use {1} characters or fewer",
        MinLengthAttribute => "{0}: use {1} characters or more",
        RangeAttribute => "{0}: give a number from {1} to {2}",
        EmailAddressAttribute => "{0}: write an email address, such as name@school.org",
        PhoneAttribute => "{0}: write a telephone number, such as 020 7946 0000",
        UrlAttribute => "{0}: write a web address that begins with https://",
        CompareAttribute => "{0}: write the same as in the field before",
        _ => null,
    };

    public static void ForBinding(DefaultModelBindingMessageProvider messages)
    {
        messages.SetValueMustNotBeNullAccessor(_ => "Fill this in");
        messages.SetMissingBindRequiredValueAccessor(name => $"{PlainNames.Sentence(name)}: fill this in");
        messages.SetMissingKeyOrValueAccessor(() => "Fill this in");
        messages.SetValueMustBeANumberAccessor(name => $"{name}: write a number in figures");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Write a number in figures");
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => $"{name}: “{value}” does not fit here");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}” does not fit here");
        messages.SetUnknownValueIsInvalidAccessor(name => $"{name}: what was sent does not fit here");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "What was sent does not fit here");
        messages.SetValueIsInvalidAccessor(value => value.Length == 0 ? "Fill this in" : $"“{value}” does not fit here");
    }
}
