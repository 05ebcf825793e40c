using Guildhall.Web.Platform.Documents;

namespace Guildhall.Web.Features.TrainingDays.Attending.Paper;

/// <summary>Labels as they are sold on sheets of A4: centred on the sheet, with a gap between the columns.</summary>
/// <param name="Key">How addresses call it.</param>
/// <param name="Words">How people find it in a shop.</param>
/// <param name="Columns">Side by side.</param>
/// <param name="Rows">One below the other, without a gap.</param>
/// <param name="Width">Of a label, in millimetres.</param>
/// <param name="Height">Of a label, in millimetres.</param>
/// <param name="Gap">Between columns, in millimetres.</param>
public sealed record BadgeSize(string Key, string Words, int Columns, int Rows, double Width, double Height, double Gap)
{
    private const double SheetWidth = 210;
    private const double SheetHeight = 297;

    public static IReadOnlyList<BadgeSize> All { get; } =
    [
        new("2x5", "10 labels a sheet, 99.1 × 57 mm", 2, 5, 99.1, 57, 2.5),
        new("2x5-cards", "10 cards a sheet, 85 × 54 mm", 2, 5, 85, 54, 10),
        new("2x4", "8 labels a sheet, 99.1 × 67.7 mm", 2, 4, 99.1, 67.7, 2.5),
    ];

    public int OnSheet => Columns * Rows;

    public static BadgeSize Of(string? key) => All.FirstOrDefault(size => string.Equals(size.Key, key, StringComparison.Ordinal)) ?? All[0];

    /// <summary>Where a label is, in points.</summary>
    public PdfBox At(int index)
    {
        var left = (SheetWidth - (Columns * Width) - ((Columns - 1) * Gap)) / 2;
        var top = (SheetHeight - (Rows * Height)) / 2;
        return new PdfBox(
            Points(left + (index % Columns * (Width + Gap))), Points(top + (index / Columns * Height)), Points(Width), Points(Height));
    }

    private static double Points(double millimetres) => millimetres * 72 / 25.4;
}
