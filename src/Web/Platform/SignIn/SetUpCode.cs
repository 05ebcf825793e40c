using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Platform.SignIn;

/// <summary>
/// What whoever sets up a new installation must know, so that not just anybody who finds its address first becomes its administrator. The
/// program prints it when it starts. Setting up deletes it, which only one of two people who do it at once can.
/// </summary>
public sealed class SetUpCode
{
    public const int CodeLength = 14;

    // Nothing that looks like something else on a screen or on the telephone.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Code { get; init; }

    /// <summary>Three groups of four, such as K7QM-2XHD-9TRB.</summary>
    public static SetUpCode New() => new() { Code = string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Letters, 4))) };

    /// <summary>The form in which it is stored, however somebody has typed it.</summary>
    public static string Clean(string? typed)
    {
        var letters = string.Concat((typed ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        return string.Join('-', letters.Chunk(4).Select(group => new string(group)));
    }

    internal sealed class Table : IEntityTypeConfiguration<SetUpCode>
    {
        public void Configure(EntityTypeBuilder<SetUpCode> builder)
        {
            builder.ToTable("SetUpCodes");
            builder.Property(code => code.Code).HasMaxLength(CodeLength);
        }
    }
}
