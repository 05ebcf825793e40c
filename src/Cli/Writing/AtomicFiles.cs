namespace Guildhall.Cli.Writing;

/// <summary>
/// Files that appear together and whole, or not at all: each is written beside its target and on disk before any is renamed, and what
/// was replaced is put back when a later rename fails.
/// </summary>
internal sealed class AtomicFiles : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<PendingFile> _files = [];
    private readonly CancellationTokenRegistration _onAbandon;
    private bool _isOver;

    /// <param name="abandon">Removes what was written so far, before the call that cancels returns.</param>
    public AtomicFiles(CancellationToken abandon) => _onAbandon = abandon.Register(Discard);

    /// <summary>Where a path leads when links are followed.</summary>
    public static string RealPath(string path)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    /// <summary>Throws what writing beside the target would throw.</summary>
    public static void TryWritingBeside(string target) =>
        new FileStream(NameBeside(target), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();

    /// <summary>Writes a file beside its target.</summary>
    public void Add(string path, Action<Stream> write)
    {
        var target = RealPath(path);
        var file = new PendingFile(target, NameBeside(target), NameBeside(target));
        FileStream stream;
        lock (_lock)
        {
            ThrowIfOver();
            _files.Add(file);
            stream = new FileStream(file.Temporary, FileMode.CreateNew);
        }
        using (stream)
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }
        if (!OperatingSystem.IsWindows() && File.Exists(target))
            File.SetUnixFileMode(file.Temporary, File.GetUnixFileMode(target));
    }

    /// <summary>Puts all files in their places.</summary>
    public void Commit()
    {
        lock (_lock)
        {
            ThrowIfOver();
            var placed = 0;
            try
            {
                for (; placed < _files.Count; placed++)
                    _files[placed].Place();
            }
            catch
            {
                while (--placed >= 0)
                    _files[placed].PutBack();
                throw;
            }
            foreach (var file in _files)
                File.Delete(file.Backup);
            _isOver = true;
        }
    }

    public void Dispose()
    {
        _onAbandon.Dispose();
        Discard();
    }

    private static string NameBeside(string target) =>
        Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");

    private void Discard()
    {
        lock (_lock)
        {
            if (_isOver)
                return;
            _isOver = true;
            foreach (var file in _files)
                File.Delete(file.Temporary);
        }
    }

    private void ThrowIfOver()
    {
        if (_isOver)
            throw new OperationCanceledException();
    }

    private sealed record PendingFile(string Target, string Temporary, string Backup)
    {
        private bool _hasBackup;

        public void Place()
        {
            if (_hasBackup = File.Exists(Target))
                File.Replace(Temporary, Target, Backup);
            else
                File.Move(Temporary, Target);
        }

        public void PutBack()
        {
            if (_hasBackup)
                File.Move(Backup, Target, overwrite: true);
            else
                File.Delete(Target);
        }
    }
}
