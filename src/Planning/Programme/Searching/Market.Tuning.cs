namespace Guildhall.Planning.Programme.Searching;

/// <summary>How prices follow what is wanted.</summary>
internal sealed partial class Market
{
    /// <summary>
    /// Makes dearer what too many want and cheaper what is left over, for as long as the floor rises (subgradient ascent with the steps of Polyak
    /// 1969 towards a target a little above the best floor met), and keeps the best prices.
    /// </summary>
    /// <param name="rounds">So many sweeps at most.</param>
    /// <param name="hope">How far above the present floor the first target is, as a share of it.</param>
    public void Tune(int rounds, double hope)
    {
        var best = Sweep();
        Price.CopyTo(_best, 0);
        Array.Clear(_step);
        var (margin, sinceBest) = (Math.Max(2, best * hope), 0);
        for (var round = 0; round < rounds && margin > LeastMargin; round++)
        {
            if (!Move(best + margin))
                return;
            if (Sweep() is var floor && floor > best)
            {
                sinceBest = floor > best + (0.05 * margin) ? 0 : sinceBest + 1;
                best = floor;
                Price.CopyTo(_best, 0);
                if (sinceBest == 0)
                    margin = Math.Max(margin, (floor - best) * 2);
            }
            else
            {
                sinceBest++;
            }
            if (sinceBest < 3)
                continue;
            (margin, sinceBest) = (margin / 2, 0);
            _best.CopyTo(Price, 0);
            Array.Clear(_step);
            Sweep();
        }
        _best.CopyTo(Price, 0);
        Sweep();
    }

    /// <summary>Whether prices are found within some sweeps that lift the floor above a target; the best prices met stay.</summary>
    public bool Exceeds(double target, int rounds)
    {
        var best = Sweep();
        Price.CopyTo(_best, 0);
        Array.Clear(_step);
        for (var round = 0; round < rounds && best <= target; round++)
        {
            if (!Move(target + (0.2 * (target - best)) + 0.5))
                return false;
            if (Sweep() > best)
            {
                best = Floor;
                Price.CopyTo(_best, 0);
            }
        }
        return best > target;
    }

    private void CountWanted()
    {
        Array.Clear(_wanted);
        Array.Clear(_unlistedWanted);
        for (var (person, at) = (0, 0); person < _facts.People; person++)
        {
            for (var slot = 0; slot < _facts.Slots; slot++, at++)
            {
                if (Chosen[at] >= 0)
                    _wanted[(Chosen[at] * _facts.Slots) + slot]++;
                else if (Chosen[at] == Choice.Unlisted)
                    _unlistedWanted[(_facts.GroupOf[person] * _facts.Slots) + slot]++;
            }
        }
        for (var slot = 0; slot < _facts.Slots; slot++)
            SpreadUnlisted(slot);
    }

    /// <summary>Places off the list fill the cheapest sessions first; what finds no seat counts on top of the cheapest.</summary>
    private void SpreadUnlisted(int slot)
    {
        _cheapestFirst.Clear();
        for (var workshop = 0; workshop < _facts.Workshops; workshop++)
        {
            if ((Offered[workshop] >> slot & 1) != 0)
                _cheapestFirst.Add((Price[(workshop * _facts.Slots) + slot], workshop));
        }
        _cheapestFirst.Sort();
        for (var group = 0; group < _facts.Groups; group++)
        {
            var left = _unlistedWanted[(group * _facts.Slots) + slot];
            var cheapest = Facts.None;
            foreach (var (_, workshop) in _cheapestFirst)
            {
                if (left <= 0)
                    break;
                if (!_facts.IsFor(group, workshop))
                    continue;
                var at = (workshop * _facts.Slots) + slot;
                cheapest = cheapest == Facts.None ? at : cheapest;
                var take = Math.Clamp(Seats[at] - _wanted[at], 0, left);
                _wanted[at] += take;
                left -= take;
            }
            if (left > 0 && cheapest != Facts.None)
                _wanted[cheapest] += left;
        }
    }

    /// <summary>A step towards a target.</summary>
    /// <returns>False when everybody has what they would choose: the floor can rise no more.</returns>
    private bool Move(double target)
    {
        CountWanted();
        var square = 0.0;
        for (var at = 0; at < Seats.Length; at++)
        {
            if (Seats[at] == 0)
                continue;
            var excess = _wanted[at] - Seats[at];
            if (excess < 0 && Price[at] == 0)
                excess = 0;
            _wanted[at] = excess;
            square += excess * excess * Weight(at);
        }
        if (square == 0)
            return false;
        var step = (target - Floor) / square;
        for (var at = 0; at < Seats.Length; at++)
        {
            if (Seats[at] == 0)
                continue;
            _step[at] = (Momentum * _step[at]) + ((1 - Momentum) * step * _wanted[at] * Weight(at));
            Price[at] = Math.Max(0, Price[at] + _step[at]);
        }
        return true;
    }

    /// <summary>Dear seats and small rooms need larger steps.</summary>
    private double Weight(int at) => (1 + (0.3 * Price[at])) / Seats[at];
}
