using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;

namespace Guildhall.Web.Tests.Platform.Mail;

/// <summary>A mail server that keeps what it is sent (https://www.rfc-editor.org/rfc/rfc5321), and misbehaves as it is told.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _listening;

    public SmtpListener()
    {
        _listener.Start();
        _listening = ListenAsync();
    }

    /// <summary>What it answers to RCPT TO; null takes the mail.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    /// <summary>The word of the conversation to which it never answers; an empty one stands for the greeting.</summary>
    public string? SilentAt { get; set; }

    /// <summary>How long it thinks before it takes a mail.</summary>
    public TimeSpan Thinks { get; set; }

    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();

    /// <summary>Every line that it heard outside of mails.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    public void IsUsedBy(IWebHostBuilder host) => host
        .UseSetting("Mail:Host", "127.0.0.1")
        .UseSetting("Mail:Port", ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture))
        .UseSetting("Mail:Encrypt", "false")
        .UseSetting("Mail:From", "pd@becksides.example")
        .UseSetting("Mail:FromName", "Becksides Trust");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _listening;
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await AnswerAsync(writer, "", "220 mail.example ESMTP");
                var to = "";
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    Heard.Enqueue(line);
                    var word = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (word == "RCPT")
                        to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await AnswerAsync(writer, word, word switch
                    {
                        "RCPT" => Refuse(to) ?? "250 OK",
                        "DATA" => "354 Go on",
                        "EHLO" => "250-mail.example\r\n250-8BITMIME\r\n250 AUTH LOGIN",
                        "QUIT" => "221 Goodbye",
                        _ => "250 OK",
                    });
                    if (word == "DATA")
                        await TakeAsync(reader, writer, to);
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            // The client hung up, or the test is over.
        }
    }

    private async Task AnswerAsync(StreamWriter writer, string word, string answer)
    {
        if (SilentAt == word)
            await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);
        await writer.WriteLineAsync(answer.AsMemory(), _end.Token);
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer, string to)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        await Task.Delay(Thinks, _end.Token);
        Mails.Enqueue(ReceivedMail.Parse(to, mail.ToString()));
        await writer.WriteLineAsync("250 Taken".AsMemory(), _end.Token);
    }
}
