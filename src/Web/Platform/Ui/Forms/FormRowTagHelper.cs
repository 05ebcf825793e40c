using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>
/// Label, hint, error and field: <c>&lt;form-row for="Input.Name" hint="As it stands on the door" /&gt;</c>. The kind of field and its limits follow
/// from the property; <c>as</c> chooses another, <c>items</c> brings what can be chosen.
/// </summary>
[HtmlTargetElement("form-row", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormRowTagHelper(IHtmlGenerator html) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Whether it is needed at times, and its hint says when: such a field is not called optional.</summary>
    public bool Sometimes { get; set; }

    public FieldKind As { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>What the browser may fill in: "email", "given-name", "current-password" ... (the HTML standard's autocomplete words).</summary>
    public string? Autocomplete { get; set; }

    /// <summary>The file endings that a file field takes, such as ".csv,.xlsx".</summary>
    public string? Accept { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = NameIn(ViewContext);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ModelState.TryGetValue(name, out var state) ? state.Errors : [];
        var kind = As == FieldKind.ByProperty ? FieldKinds.Of(For.Metadata, Items is not null) : As;
        var hint = string.IsNullOrEmpty(Hint) ? null : Markup.Element("div", "form-hint", Hint).With("id", id + "-hint");
        var error = errors.Count == 0 ? null : Markup.Element("div", "form-error",
            Markup.Element("span", "visually-hidden", "Error: "), string.Join(". ", errors.Select(error => FieldErrors.WithoutLabel(error, For.Metadata.GetDisplayName())))).With("id", id + "-error");
        var described = string.Join(' ', new[] { hint?.Attributes["id"], error?.Attributes["id"] }.OfType<string>());
        var aria = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["aria-describedby"] = described.Length > 0 ? described : null,
            ["aria-invalid"] = error is null ? null : "true",
        };

        var isGroup = kind is FieldKind.Radios or FieldKind.Checkboxes;
        var words = new HtmlContentBuilder().Append(Label ?? For.Metadata.GetDisplayName());
        if (!For.Metadata.IsRequired && !Sometimes && kind != FieldKind.Checkbox)
            words.AppendHtml(Markup.Element("span", "optional", " (optional)"));

        output.TagName = isGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "form-row" : "form-row form-row-invalid");
        if (isGroup)
        {
            foreach (var (attribute, value) in aria.Where(pair => pair is { Key: "aria-describedby", Value: not null }))
                output.Attributes.SetAttribute(attribute, value);
            Add(output, Markup.Element("legend", null, words), hint, error, new ChoiceField(For, ViewContext, Items).Group(kind, name, id));
        }
        else if (kind == FieldKind.Checkbox)
        {
            var box = html.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, isChecked: null, WithClass(aria, "form-check-input"));
            Add(output, hint, error, Markup.Element("div", "form-choice", box, Markup.Element("label", null, words).With("for", id)),
                html.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name));
        }
        else
        {
            var field = new SingleField(html, For, ViewContext, Items, Autocomplete, Accept).Of(kind, aria);
            Add(output, Markup.Element("label", "form-label", words).With("for", id), hint, error, field);
        }
    }

    private string NameIn(ViewContext view) => view.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private static Dictionary<string, object?> WithClass(Dictionary<string, object?> attributes, string css)
    {
        var own = attributes.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        own["class"] = css;
        return own;
    }

    private static void Add(TagHelperOutput output, params ReadOnlySpan<IHtmlContent?> parts)
    {
        foreach (var part in parts)
        {
            if (part is not null)
                output.Content.AppendHtml(part);
        }
    }
}
