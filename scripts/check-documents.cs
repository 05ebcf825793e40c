// Follows the documents: every relative link leads somewhere, the README's commands work, and the example of the planning
// package compiles and prints what the document says. Usage: dotnet run scripts/check-documents.cs -- FOLDER [NAME]
#:property PublishAot=false
using System.Diagnostics;
using System.Text.RegularExpressions;

var root = Path.GetFullPath(args[0]);
var filter = args.Length > 1 ? args[1] : "";
var (passed, failed) = (0, 0);

foreach (var file in Run("git", "ls-files --cached --others --exclude-standard *.md").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))
{
    if (!File.Exists(Path.Combine(root, file)))
        continue;
    foreach (var link in LinksOf(file).Distinct(StringComparer.Ordinal))
        Check($"Documents: {file} links to {link}", () => FindTarget(file, link));
}
foreach (var command in BlocksOf("README.md", "sh").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
    Check($"Documents: README.md says {command}", () => Follow(command));
Check("Documents: src/Planning/README.md has an example that works", RunExample);

Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;

void Check(string name, Func<string?> findFault)
{
    if (!name.Contains(filter, StringComparison.OrdinalIgnoreCase))
        return;
    if (findFault() is not { } fault)
    {
        passed++;
        return;
    }
    failed++;
    Console.WriteLine($"FAILED: {name}: {fault}");
}

string? FindTarget(string file, string link)
{
    var parts = link.Split('#', 2);
    var target = parts[0].Length == 0 ? file : Path.Combine(Path.GetDirectoryName(file)!, parts[0]);
    var path = Path.Combine(root, target);
    if (!Path.Exists(path))
        return "there is no such file";
    return parts.Length == 1 || AnchorsOf(target).Contains(parts[1], StringComparer.Ordinal) ? null : $"no heading has the anchor #{parts[1]}";
}

// ./test cannot run itself: that it is there and may be executed has to do.
string? Follow(string command)
{
    var program = Path.Combine(root, command.Split(' ')[0]);
    if (!File.Exists(program))
        return $"there is no {program}";
    if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(program).HasFlag(UnixFileMode.UserExecute))
        return "it is not executable";
    if (Path.GetFileName(program) == "test")
        return null;
    if (command == "./run")
        return Serve(program);
    var (code, output) = Run("bash", $"-c \"{command}\"");
    return code == 0 ? null : $"it ended with {code}:\n{output}";
}

// ./run serves until it is stopped: it has to answer with the demo's sign-in page.
string? Serve(string program)
{
    using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
    listener.Start();
    var address = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}");
    listener.Stop();
    var data = Directory.CreateTempSubdirectory("guildhall-readme-");
    using var process = Process.Start(new ProcessStartInfo(program, ["--urls", address.ToString(), "--data", data.FullName])
    {
        WorkingDirectory = root,
        UseShellExecute = false,
        RedirectStandardOutput = true,
    })!;
    var output = process.StandardOutput.ReadToEndAsync();
    try
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeSpan.FromMinutes(5) && !process.HasExited; Thread.Sleep(500))
        {
            try
            {
                return client.GetStringAsync(new Uri("/sign-in", UriKind.Relative)).Result.Contains("Trust PD lead", StringComparison.Ordinal)
                    ? null
                    : "its sign-in page shows no demo";
            }
            catch (AggregateException fault) when (fault.InnerException is HttpRequestException)
            {
                // Not ready yet.
            }
        }
        process.Kill(entireProcessTree: true);
        return $"it did not answer: {output.Result}";
    }
    finally
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        data.Delete(recursive: true);
    }
}

string? RunExample()
{
    var document = "src/Planning/README.md";
    var folder = Directory.CreateTempSubdirectory("guildhall-example-");
    try
    {
        var program = Path.Combine(folder.FullName, "example.cs");
        File.WriteAllText(program, $"#:project {Path.Combine(root, "src/Planning")}\n#:property PublishAot=false\n{BlocksOf(document, "csharp").First()}");
        var (code, output) = Run("dotnet", $"run -c Release \"{program}\"");
        var expected = BlocksOf(document, "text").First();
        return code == 0 && output.Trim() == expected.Trim() ? null : $"it ended with {code} and printed:\n{output}\ninstead of:\n{expected}";
    }
    finally
    {
        folder.Delete(recursive: true);
    }
}

IEnumerable<string> LinksOf(string file) => Regex.Matches(WithoutCode(file), @"\]\([^)\s]+\)", RegexOptions.None, TimeSpan.FromSeconds(5))
    .Select(match => match.Value[2..^1])
    .Where(link => !Regex.IsMatch(link, "^[a-z]+:", RegexOptions.None, TimeSpan.FromSeconds(5)));

// A heading's anchor: lower case, spaces as hyphens, other punctuation left out.
IEnumerable<string> AnchorsOf(string file) => WithoutCode(file).Split('\n')
    .Where(line => line.StartsWith('#'))
    .Select(line => new string([.. line.TrimStart('#').Trim().ToLowerInvariant().Replace(' ', '-').Where(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_')]));

string WithoutCode(string file) => Regex.Replace(File.ReadAllText(Path.Combine(root, file)), "^```.*?^```$", "", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(5));

IEnumerable<string> BlocksOf(string file, string language) =>
    Regex.Matches(File.ReadAllText(Path.Combine(root, file)), $"^```{language}\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
        .Select(match => match.Groups["body"].Value);

(int Code, string Output) Run(string program, string arguments)
{
    using var process = Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = root,
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
    var error = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd() + error.Result;
    process.WaitForExit();
    return (process.ExitCode, output);
}
