using System.Linq.Expressions;

namespace Guildhall.Web.Platform.Ui.Listings;

/// <summary>
/// The orders in which a listing can be read, by the name that stands in the address:
/// <c>new SortOrders&lt;Person&gt;("name", p =&gt; p.Id) { ["name"] = p =&gt; p.FamilyName, ["joined"] = p =&gt; p.Joined }</c>.
/// </summary>
/// <param name="usual">The order of a listing when none is asked for; "-joined" begins with the last.</param>
/// <param name="unique">Decides between equals. Without it a row could stand on two pages, or on none.</param>
public sealed class SortOrders<T>(string usual, Expression<Func<T, object?>> unique)
{
    private readonly Dictionary<string, Expression<Func<T, object?>>> orders = new(StringComparer.Ordinal);

    public Expression<Func<T, object?>> this[string name]
    {
        set => orders[name] = value;
    }

    /// <summary>The order that is used for what was asked for: an unknown one gives the usual one.</summary>
    internal string Known(string? asked) => asked is not null && orders.ContainsKey(asked.TrimStart('-')) ? asked : usual;

    internal IQueryable<T> Sort(IQueryable<T> rows, string known)
    {
        var method = known[0] == '-' ? nameof(Queryable.OrderByDescending) : nameof(Queryable.OrderBy);
        return By(By(rows, method, orders[known.TrimStart('-')]), nameof(Queryable.ThenBy), unique);
    }

    // The compiler boxes numbers and dates into object, which not every database provider can order by: the boxing is taken off again.
    private static IQueryable<T> By(IQueryable<T> rows, string method, Expression<Func<T, object?>> key)
    {
        var body = key.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : key.Body;
        var call = Expression.Call(typeof(Queryable), method, [typeof(T), body.Type], rows.Expression, Expression.Quote(Expression.Lambda(body, key.Parameters)));
        return rows.Provider.CreateQuery<T>(call);
    }
}
