namespace Guildhall.Web.Features.Directory.Register;

/// <summary>A stream whose first bytes can be looked at before they are read, and that says how far it is.</summary>
internal sealed class PeekedStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _first;
    private readonly long? _length;
    private long _position;

    public PeekedStream(Stream inner, int peek)
    {
        (_inner, _length) = (inner, inner.CanSeek ? inner.Length - inner.Position : null);
        var first = new byte[peek];
        _first = first[..inner.ReadAtLeast(first, peek, throwOnEndOfStream: false)];
    }

    public ReadOnlySpan<byte> First => _first;

    /// <summary>How much has been read; <see langword="null"/> when the length is not known.</summary>
    public int? Percent => _length is > 0 and { } length ? (int)(_position * 100 / length) : null;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        int read;
        if (_position < _first.Length)
        {
            read = Math.Min(buffer.Length, _first.Length - (int)_position);
            _first.AsSpan((int)_position, read).CopyTo(buffer);
        }
        else
        {
            read = _inner.Read(buffer);
        }
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        // Nothing is ever written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
