using System.Text.Json;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.Directory.Import;

/// <summary>What an organisation's imports have in common: how its files call things, and which import is being carried out.</summary>
public sealed class ImportMemory : IVersioned
{
    public Guid OrganisationId { get; init; }

    /// <summary>The header of the column of each field, by the field's name, as JSON.</summary>
    public string Columns { get; set; } = "{}";

    /// <summary>The role group that somebody chose for a word of the files, as JSON.</summary>
    public string RoleWords { get; set; } = "{}";

    /// <summary>The import that is being carried out. Two at once would overwrite each other's changes.</summary>
    public Guid? RunningImportId { get; set; }

    public int Version { get; set; }

    public Dictionary<string, string> ReadColumns() => JsonSerializer.Deserialize<Dictionary<string, string>>(Columns) ?? [];

    public Dictionary<string, RoleGroup> ReadRoleWords() =>
        (JsonSerializer.Deserialize<Dictionary<string, string>>(RoleWords) ?? [])
            .Where(pair => Enum.TryParse<RoleGroup>(pair.Value, out _))
            .ToDictionary(pair => pair.Key, pair => Enum.Parse<RoleGroup>(pair.Value), StringComparer.Ordinal);

    public void Remember(IReadOnlyDictionary<string, RoleGroup> words) =>
        RoleWords = JsonSerializer.Serialize(words.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));

    internal sealed class Table : IEntityTypeConfiguration<ImportMemory>
    {
        public void Configure(EntityTypeBuilder<ImportMemory> builder)
        {
            builder.ToTable("ImportMemories");
            builder.HasKey(memory => memory.OrganisationId);
            builder.HasOne<Organisation>().WithMany().HasForeignKey(memory => memory.OrganisationId);
        }
    }
}
