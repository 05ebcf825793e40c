namespace Guildhall.Planning.Allocation.Solving;

/// <summary>Prices as one person's class sees them.</summary>
/// <remarks>
/// A price is what taking one seat of a session costs everybody else. Any prices that are not negative give a lower bound
/// (Lagrangian duality); good ones give one that equals the optimum.
/// </remarks>
internal sealed class PriceView
{
    private readonly Model _model;
    private readonly double[] _session;
    private readonly double[] _unlisted;

    public PriceView(Model model)
    {
        _model = model;
        var schools = model.CapLeft is null ? 1 : model.Facts.Schools.Count;
        _session = new double[schools * model.SessionCount];
        _unlisted = new double[model.Classes.Count * model.SlotCount];
    }

    /// <summary>The price of an empty slot that could have been avoided.</summary>
    public double EmptyPrice { get; set; }

    /// <summary>Where a class's session prices begin.</summary>
    public Span<double> SessionsFor(int personClass) => SessionsOfSchool(_model.CapLeft is null ? 0 : _model.Classes.School[personClass]);

    /// <summary>The session prices of a school; the same for all where no school is capped.</summary>
    public Span<double> SessionsOfSchool(int school) => _session.AsSpan(school * _model.SessionCount, _model.SessionCount);

    /// <summary>A class's prices of a seat in some session that is not on the list, by slot.</summary>
    public Span<double> UnlistedFor(int personClass) => _unlisted.AsSpan(personClass * _model.SlotCount, _model.SlotCount);

    /// <summary>Sets the session prices where no school cap has a price of its own.</summary>
    public void SetSessions(ReadOnlySpan<double> prices)
    {
        for (var start = 0; start < _session.Length; start += prices.Length)
            prices.CopyTo(_session.AsSpan(start));
    }

    /// <summary>Sets the prices of places off the list, by class, then slot.</summary>
    public void SetUnlisted(ReadOnlySpan<double> prices) => prices.CopyTo(_unlisted);

    /// <summary>Sets each class's unlisted price to that of its cheapest session, the highest that still gives a bound.</summary>
    public void SetUnlistedToCheapest()
    {
        for (var personClass = 0; personClass < _model.Classes.Count; personClass++)
        {
            var prices = SessionsFor(personClass);
            var unlisted = UnlistedFor(personClass);
            unlisted.Fill(double.PositiveInfinity);
            for (var session = 0; session < _model.SessionCount; session++)
            {
                var slot = _model.Facts.SessionSlot[session];
                if (_model.Seats[session] > 0 && prices[session] < unlisted[slot]
                    && _model.Classes.IsFor(_model.Facts, personClass, session))
                    unlisted[slot] = prices[session];
            }
        }
    }
}
