using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Guildhall.Web.Platform.Ui.Forms;

/// <summary>The radio buttons or boxes of a row that has several.</summary>
internal sealed class ChoiceField(ModelExpression of, ViewContext view, IEnumerable<SelectListItem>? items)
{
    public IHtmlContent Group(FieldKind kind, string name, string id)
    {
        var chosen = Chosen(name);
        var group = new HtmlContentBuilder();
        var at = 0;
        foreach (var item in items ?? Own())
        {
            at++;
            // The first has the name's own id, which is where the error summary leads.
            var itemId = at == 1 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{at}");
            var box = Markup.Element("input", "form-check-input")
                .With("type", kind == FieldKind.Radios ? "radio" : "checkbox").With("id", itemId).With("name", name).With("value", item.Value)
                .With("checked", chosen.Contains(item.Value) || (chosen.Count == 0 && item.Selected) ? "checked" : null)
                .With("disabled", item.Disabled ? "disabled" : null);
            group.AppendHtml(Markup.Element("div", "form-choice", box, Markup.Element("label", null, item.Text).With("for", itemId)));
        }
        // Without it nothing would be sent when every box is empty, and the earlier ones would stay.
        if (kind == FieldKind.Checkboxes && of.Metadata.IsFlagsEnum)
            group.AppendHtml(Markup.Element("input").With("type", "hidden").With("name", name).With("value", ""));
        return group;
    }

    private IEnumerable<SelectListItem> Own() => of.Metadata.UnderlyingOrModelType == typeof(bool)
        ? [new SelectListItem("Yes", "True"), new SelectListItem("No", "False")]
        : EnumChoices.Items(of.Metadata);

    // What was sent, when the form comes back; otherwise what the model says.
    private HashSet<string> Chosen(string name)
    {
        if (view.ModelState.TryGetValue(name, out var state) && state.RawValue is not null)
            return [.. (state.RawValue as string[] ?? [state.AttemptedValue ?? ""]).Where(value => value.Length > 0)];
        return of.Model switch
        {
            null => [],
            Enum flags when of.Metadata.IsFlagsEnum => [.. EnumChoices.In(flags)],
            Enum one => [one.ToString()],
            string text => [text],
            IEnumerable many => [.. many.Cast<object>().Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "")],
            var one => [Convert.ToString(one, CultureInfo.InvariantCulture) ?? ""],
        };
    }
}
