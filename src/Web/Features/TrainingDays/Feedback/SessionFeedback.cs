using System.Security.Cryptography;
using Guildhall.Web.Features.TrainingDays.Allocations;
using Guildhall.Web.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guildhall.Web.Features.TrainingDays.Feedback;

/// <summary>What somebody answered: no name, no time, no key.</summary>
/// <param name="Ratings">One for each statement, in its order; 0 = left out.</param>
/// <param name="Useful">What was most useful, in their words.</param>
/// <param name="Better">What would make it better.</param>
public sealed record FeedbackAnswer(IReadOnlyList<int> Ratings, string Useful, string Better)
{
    public const int TextLength = 600;
}

/// <summary>
/// All answers to one session, in a single row that is shuffled and written anew whenever one comes. So the table holds neither their order
/// nor anything by which one of them could be found next to <see cref="FeedbackGiven"/>, which says who has answered.
/// </summary>
public sealed class SessionFeedback : IVersioned
{
    /// <summary>Fewer answers than this are shown to nobody.</summary>
    public const int FewestShown = 5;

    public Guid SessionId { get; init; }

    public Session? Session { get; init; }

    /// <summary>The answers as compressed JSON.</summary>
    public byte[] Answers { get; private set; } = PackedJson.Pack<FeedbackAnswer[]>([]);

    public int Version { get; set; }

    public void Add(FeedbackAnswer answer)
    {
        FeedbackAnswer[] all = [.. PackedJson.Unpack<FeedbackAnswer[]>(Answers), answer];
        RandomNumberGenerator.Shuffle<FeedbackAnswer>(all);
        Answers = PackedJson.Pack(all);
    }

    /// <summary>The answers once none can come any more and there are enough of them; otherwise null. There is no other way to read them.</summary>
    public IReadOnlyList<FeedbackAnswer>? Shown(FeedbackForm form, DateTime now)
    {
        if (!form.IsOver(now))
            return null;
        var all = PackedJson.Unpack<FeedbackAnswer[]>(Answers);
        return all.Length < FewestShown ? null : all;
    }

    internal sealed class Table : IEntityTypeConfiguration<SessionFeedback>
    {
        public void Configure(EntityTypeBuilder<SessionFeedback> builder)
        {
            builder.ToTable("SessionFeedback");
            builder.HasKey(feedback => feedback.SessionId);
            builder.HasOne(feedback => feedback.Session).WithOne().HasForeignKey<SessionFeedback>(feedback => feedback.SessionId);
        }
    }
}

/// <summary>That somebody has answered to a session, so that they are neither asked nor heard twice. What they answered stands elsewhere.</summary>
public sealed class FeedbackGiven
{
    public Guid SessionId { get; init; }

    public Session? Session { get; init; }

    public Guid PersonId { get; init; }

    internal sealed class Table : IEntityTypeConfiguration<FeedbackGiven>
    {
        public void Configure(EntityTypeBuilder<FeedbackGiven> builder)
        {
            builder.ToTable("FeedbackGiven");
            builder.HasKey(given => new { given.SessionId, given.PersonId });
            builder.HasOne(given => given.Session).WithMany().HasForeignKey(given => given.SessionId);
            builder.HasOne<Directory.Person>().WithMany().HasForeignKey(given => given.PersonId);
        }
    }
}
