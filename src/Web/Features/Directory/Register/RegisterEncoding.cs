using System.Text;

namespace Guildhall.Web.Features.Directory.Register;

/// <summary>
/// UTF-8, and what is not valid UTF-8 read as Windows-1252, in which the register is written. Deciding sign by sign rather than by
/// file needs no look at the whole file first, and a file whose halves come from two programs is read too. An é of Windows-1252 is
/// never valid UTF-8 before a plain letter, and real names have no sequence that is both.
/// </summary>
internal static class RegisterEncoding
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static Encoding Create() => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new WindowsFallback());

    /// <summary>Mends text that was read as Latin-1 somewhere on its way: control characters where Windows has ’ or –.</summary>
    public static string Mend(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0080', '\u009F'))
            return text;
        return string.Create(text.Length, text, (mended, original) =>
        {
            for (var i = 0; i < original.Length; i++)
                mended[i] = original[i] is >= '\u0080' and <= '\u009F' and var sign ? FromWindows((byte)sign) : original[i];
        });
    }

    private static char FromWindows(byte value)
    {
        Span<char> sign = stackalloc char[1];
        Windows.GetChars([value], sign);
        return sign[0];
    }

    private sealed class WindowsFallback : DecoderFallback
    {
        // A broken sequence of UTF-8 has at most three bytes.
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private char[] _signs = [];
            private int _next;

            public override int Remaining => _signs.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_signs, _next) = (Windows.GetChars(bytesUnknown), 0);
                return _signs.Length > 0;
            }

            public override char GetNextChar() => _next < _signs.Length ? _signs[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0)
                    return false;
                _next--;
                return true;
            }

            public override void Reset() => (_signs, _next) = ([], 0);
        }
    }
}
