using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Guildhall.Web.Features.TrainingDays.Allocations;

/// <summary>JSON, compressed: what is stored with a run and read as a whole.</summary>
public static class PackedJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static byte[] Pack<T>(T value)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, value, Options);
        return packed.ToArray();
    }

    public static T Unpack<T>(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli, Options)!;
    }
}
