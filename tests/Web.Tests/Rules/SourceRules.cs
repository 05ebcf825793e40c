using System.Text.RegularExpressions;

namespace Guildhall.Web.Tests.Rules;

/// <summary>Who may use whom, and how long a file may be, as docs/architecture.md says.</summary>
public sealed partial class SourceRules
{
    private const int MostLines = 300;

    /// <summary>Features that all others may use.</summary>
    private static readonly string[] Open = ["Directory", "Surveys", "Shared"];

    /// <summary>A folder whose namespace cannot have its name, because a class has it.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal) { ["Account"] = "OwnAccount" };

    /// <summary>
    /// Where the platform must name a feature: an account belongs to a person, the demo is an invented trust and its day, and the terminal
    /// says whom one can be there.
    /// </summary>
    private static readonly string[] MayNameFeatures = ["Platform/SignIn/", "Platform/Demo/", "Platform/Greeting.cs"];

    private static readonly string Web = Path.Combine(Repository.Root, "src", "Web");

    [Fact]
    public void The_platform_knows_no_feature()
    {
        Read("Platform").ShouldNotBeEmpty();
        Read("Platform").Where(file => !MayNameFeatures.Any(file.Path.StartsWith)).SelectMany(PlatformFaults).ShouldBeEmpty();
    }

    [Fact]
    public void Features_use_no_other_feature_but_the_directory()
    {
        Read("Features").ShouldNotBeEmpty();
        Read("Features").SelectMany(FeatureFaults).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_is_long() => Read("").SelectMany(LengthFaults).ShouldBeEmpty();

    [Theory]
    [InlineData("Platform/Mail/Outbox.cs", "using Guildhall.Web.Features.Directory;", true)]
    [InlineData("Platform/Mail/Outbox.cs", "var day = new Features.TrainingDays.TrainingDay();", true)]
    [InlineData("Platform/Mail/Outbox.cs", "using Guildhall.Web.Platform.Database;", false)]
    [InlineData("Platform/Mail/Outbox.cs", "var known = context.Features.Get<IEndpointFeature>();", false)]
    public void The_guard_sees_a_platform_that_knows_a_feature(string path, string line, bool isFault) =>
        PlatformFaults(new Source(path, [line])).Any().ShouldBe(isFault);

    [Theory]
    [InlineData("Features/TrainingDays/Room.cs", "using Guildhall.Web.Features.Hubs;", true)]
    [InlineData("Features/TrainingDays/Room.cshtml", "@using Guildhall.Web.Features.Hubs", true)]
    [InlineData("Features/TrainingDays/Room.cs", "using Guildhall.Web.Features.Directory;", false)]
    [InlineData("Features/TrainingDays/Room.cs", "namespace Guildhall.Web.Features.TrainingDays;", false)]
    [InlineData("Features/Index.cshtml.cs", "using Guildhall.Web.Features.TrainingDays;", false)]
    public void The_guard_sees_a_feature_that_uses_another(string path, string line, bool isFault) =>
        FeatureFaults(new Source(path, [line])).Any().ShouldBe(isFault);

    [Fact]
    public void The_guard_sees_a_long_file()
    {
        LengthFaults(new Source("Features/Long.cs", [.. Enumerable.Repeat("", MostLines + 1)])).ShouldBe(["Features/Long.cs has 301 lines"]);
        LengthFaults(new Source("Features/Short.cs", [.. Enumerable.Repeat("", MostLines)])).ShouldBeEmpty();
    }

    private static IEnumerable<string> PlatformFaults(Source file) =>
        Named(file).Select(named => $"{file.Path} names the feature {named}");

    /// <summary>What stands directly in Features, such as the first page, is where features come together.</summary>
    private static IEnumerable<string> FeatureFaults(Source file)
    {
        var own = file.Path.Split('/') is [_, var feature, _, ..] ? OtherNames.GetValueOrDefault(feature, feature) : null;
        return own is null or "Shared"
            ? []
            : Named(file).Where(named => named != own && !Open.Contains(named, StringComparer.Ordinal)).Select(named => $"{file.Path} uses {named}");
    }

    private static IEnumerable<string> LengthFaults(Source file) =>
        file.Lines.Length > MostLines ? [$"{file.Path} has {file.Lines.Length} lines"] : [];

    private static IEnumerable<string> Named(Source file) =>
        file.Lines.SelectMany(line => Feature().Matches(line)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    private static IReadOnlyList<Source> Read(string folder) =>
        [.. from path in System.IO.Directory.EnumerateFiles(Path.Combine(Web, folder), "*", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Web, path).Replace('\\', '/')
            where Path.GetExtension(path) is ".cs" or ".cshtml" or ".js" or ".mjs" or ".scss"
            where !name.Contains("/Migrations/", StringComparison.Ordinal) && !name.StartsWith("node_modules/", StringComparison.Ordinal)
                && !name.StartsWith("wwwroot/", StringComparison.Ordinal)
            select new Source(name, File.ReadAllLines(path))];

    [GeneratedRegex(@"(?<=\bWeb\.|(?<![\w.]))Features\.(?<name>[A-Z]\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Feature();

    private sealed record Source(string Path, string[] Lines);
}
