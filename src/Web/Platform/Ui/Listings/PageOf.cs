using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>Where one is in a listing.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">At most so many rows a page.</param>
/// <param name="Total">Rows on all pages.</param>
/// <param name="Sort">The order in use, "-" before it when it begins with the last; null when the listing has only one.</param>
public abstract record PageOf(int Number, int Size, int Total, string? Sort)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int First => Total == 0 ? 0 : (Number - 1) * Size + 1;

    public int Last => Math.Min(Total, Number * Size);
}

/// <summary>One page of a listing.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, int Number, int Size, int Total, string? Sort = null) : PageOf(Number, Size, Total, Sort);

public static class Paging
{
    /// <summary>
    /// Sorts, counts and cuts in the database, then makes rows:
    /// <c>await db.People.Where(...).PageAsync(Orders, query, p =&gt; new Row(p.Id, p.Name), cancel)</c>. One query when all fits on the page, otherwise two.
    /// </summary>
    public static async Task<PageOf<TRow>> PageAsync<T, TRow>(
        this IQueryable<T> all, SortOrders<T> orders, ListingQuery asked, Expression<Func<T, TRow>> row, CancellationToken cancel = default)
    {
        var sort = orders.Known(asked.Sort);
        var page = await orders.Sort(all, sort).Select(row).PageAsync(asked.Number, asked.Size, cancel).ConfigureAwait(false);
        return page with { Sort = sort };
    }

    /// <summary>The same with the entities themselves as rows.</summary>
    public static Task<PageOf<T>> PageAsync<T>(this IQueryable<T> all, SortOrders<T> orders, ListingQuery asked, CancellationToken cancel = default) =>
        all.PageAsync(orders, asked, row => row, cancel);

    /// <summary>A page of what is already in an order that tells any two rows apart. Beyond the end, the last page.</summary>
    public static async Task<PageOf<T>> PageAsync<T>(this IQueryable<T> sorted, int number, int size, CancellationToken cancel = default)
    {
        if (number <= 1)
        {
            // All that there is fits on the page more often than not, and then nothing has to be counted.
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
            var rows = await sorted.Take(size).ToListAsync(cancel).ConfigureAwait(false);
            return new PageOf<T>(rows, 1, size, rows.Count < size ? rows.Count : await sorted.CountAsync(cancel).ConfigureAwait(false));
        }
        var total = await sorted.CountAsync(cancel).ConfigureAwait(false);
        var (at, skip) = Cut(number, size, total);
        return new PageOf<T>(total == 0 ? [] : await sorted.Skip(skip).Take(size).ToListAsync(cancel).ConfigureAwait(false), at, size, total);
    }

    /// <summary>A page of what is in memory anyway, such as the rows of a file.</summary>
    public static PageOf<T> Page<T>(this IReadOnlyCollection<T> all, SortOrders<T> orders, ListingQuery asked)
    {
        var sort = orders.Known(asked.Sort);
        var (at, skip) = Cut(asked.Number, asked.Size, all.Count);
        return new PageOf<T>([.. orders.Sort(all.AsQueryable(), sort).Skip(skip).Take(asked.Size)], at, asked.Size, all.Count, sort);
    }

    private static (int Number, int Skip) Cut(int number, int size, int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var at = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        return (at, (at - 1) * size);
    }
}
