using System.Text;
using QRCoder;

namespace Guildhall.Web.Features.TrainingDays.Attending;

/// <summary>An address as a square that phones read.</summary>
public sealed class QrPicture
{
    /// <summary>What the standard leaves white around it, in modules.</summary>
    private const int Quiet = 4;

    private readonly bool[][] _dark;

    private QrPicture(QRCodeData data) =>
        _dark = [.. data.ModuleMatrix.Skip(Quiet).SkipLast(Quiet).Select(row => row.Cast<bool>().Skip(Quiet).SkipLast(Quiet).ToArray())];

    /// <summary>How many modules wide it is, without the white around it.</summary>
    public int Size => _dark.Length;

    public string ViewBox => $"{-Quiet} {-Quiet} {Size + (2 * Quiet)} {Size + (2 * Quiet)}";

    /// <summary>Its dark modules as an SVG path.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            foreach (var (x, y, length) in Bars)
                path.Append('M').Append(x).Append(' ').Append(y).Append('h').Append(length).Append("v1h-").Append(length).Append('z');
            return path.ToString();
        }
    }

    /// <summary>Its dark modules, those side by side as one.</summary>
    public IEnumerable<(int X, int Y, int Length)> Bars
    {
        get
        {
            for (var y = 0; y < Size; y++)
            {
                for (var x = 0; x < Size; x++)
                {
                    var start = x;
                    while (x < Size && _dark[y][x])
                        x++;
                    if (x > start)
                        yield return (start, y, x - start);
                }
            }
        }
    }

    public static QrPicture Of(string address)
    {
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return new QrPicture(data);
    }
}
