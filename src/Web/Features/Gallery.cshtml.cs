using System.ComponentModel.DataAnnotations;
using Guildhall.Web.Platform.Access;
using Guildhall.Web.Platform.Ui;
using Guildhall.Web.Platform.Ui.Listings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Guildhall.Web.Features;

/// <summary>Every component in every state, for those who change one. Only on a developer's machine.</summary>
[Needs<Anybody>]
public sealed class GalleryModel(IWebHostEnvironment environment) : PageModel
{
    private static readonly SortOrders<Row> Orders = new("name", row => row.Number)
    {
        ["name"] = row => row.Name,
        ["places"] = row => row.Places,
    };

    [BindProperty]
    public FormInput Input { get; set; } = new() { Day = new DateOnly(2026, 11, 20), Starts = new TimeOnly(9, 15), Stages = Stage.Early | Stage.Two };

    public PageOf<Row> Thousand { get; private set; } = Rows(0).Page(Orders, new ListingQuery());

    public PageOf<Row> One { get; } = Rows(1).Page(Orders, new ListingQuery());

    public PageOf<Row> None { get; } = Rows(0).Page(Orders, new ListingQuery());

    public Confirmation Deletion { get; } = new("Delete the workshop “Phonics for all”?",
        ["31 people have it on their list of wishes. They are told, and can choose again until Friday 20 November.", "It cannot be brought back."],
        "Delete the workshop", "/gallery")
    { IsDangerous = true };

    public IReadOnlyList<Bar> Bars { get; } =
        [new("First wish", 412), new("Second wish", 203), new("Third wish", 61), new("Not on the list, placed by the stated rule", 9), new("No place", 0)];

    public IReadOnlyList<SelectListItem> Schools { get; } =
        [new("Elm Park Primary School", "1"), new("Saint Bartholomew's Church of England Voluntary Aided Junior School", "2"), new("Hillside Academy", "3")];

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment())
            context.Result = NotFound();
    }

    public IActionResult OnGet(ListingQuery query)
    {
        var found = Rows(1000).Where(row => query.Find is null || row.Name.Contains(query.Find, StringComparison.OrdinalIgnoreCase)).ToList();
        Thousand = found.Page(Orders, query);
        return Page();
    }

    public IActionResult OnPost()
    {
        if (!ModelState.IsValid)
            return OnGet(new ListingQuery());
        this.Flash("Saved. It is shown to everybody at Elm Park from now on.");
        this.Flash("Two rooms have fewer seats than places.", Kind.Warning);
        return RedirectToPage();
    }

    private static List<Row> Rows(int count) => [.. Enumerable.Range(1, count).Select(number => new Row(number,
        number % 7 == 0 ? $"Questioning that makes everybody think, in mixed-age classes and with children who are new to English ({number})" : $"Phonics for all {number}",
        number % 3 == 0 ? "Saint Bartholomew's Church of England Voluntary Aided Junior School" : "Elm Park Primary School",
        number * 37 % 60))];

    public sealed record Row(int Number, string Name, string School, int Places);

    [Flags]
    public enum Stage
    {
        None = 0,
        [Display(Name = "Early years")]
        Early = 1,
        [Display(Name = "Key stage 1")]
        One = 2,
        [Display(Name = "Key stage 2")]
        Two = 4,
    }

    public enum Format
    {
        Workshop,
        OpenClassroom,
        Talk,
    }

    public sealed class FormInput
    {
        [StringLength(80, MinimumLength = 3)]
        public string Title { get; set; } = "";

        [DataType(DataType.MultilineText), MaxLength(2000)]
        public string? WhatItIsAbout { get; set; }

        [EmailAddress]
        public string Email { get; set; } = "";

        [Range(4, 60), Display(Name = "Largest number of people")]
        public int? Largest { get; set; }

        public DateOnly Day { get; set; }

        public TimeOnly? Starts { get; set; }

        [Required]
        public int? School { get; set; }

        public Format Format { get; set; }

        public Stage Stages { get; set; }

        public IReadOnlyList<int> AlsoAt { get; set; } = [];

        public bool NeedsProjector { get; set; }

        public IFormFile? Slides { get; set; }
    }
}
