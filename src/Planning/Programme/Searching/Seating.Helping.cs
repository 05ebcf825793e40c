namespace Guildhall.Planning.Programme.Searching;

/// <summary>How people are moved once everybody sits.</summary>
internal sealed partial class Seating
{
    private bool Improve()
    {
        var helped = false;
        var hurt = _order.Select(person => (person, Pain: Pain(person))).Where(pair => pair.Pain > 0).OrderByDescending(pair => pair.Pain).Select(pair => pair.person);
        foreach (var person in hurt.ToList())
            helped |= Help(person);
        return helped;
    }

    /// <summary>Moves a person to something better, sending at most one other person elsewhere.</summary>
    private bool Help(int person)
    {
        var before = Pain(person);
        Span<int> old = stackalloc int[_facts.Slots];
        _place.AsSpan(person * _facts.Slots, _facts.Slots).CopyTo(old);
        Rise(person);
        SeatBest(person, _nothing);
        var now = Pain(person);
        if (now > before)
        {
            Rise(person);
            Take(person, old);
            now = before;
        }
        var helped = now < before;
        foreach (var workshop in _facts.Wishes[person])
        {
            for (var slot = 0; slot < _facts.Slots && now > 0; slot++)
            {
                if ((FreeOf(person) >> slot & 1) == 0 || (_mayOpen[workshop] >> slot & 1) == 0 || (_open[workshop] >> slot & 1) != 0
                    || _place[(person * _facts.Slots) + slot] == workshop)
                    continue;
                if (TryPush(person, workshop, slot, now))
                    (now, helped) = (Pain(person), true);
            }
        }
        return helped;
    }

    /// <summary>Gives a person a seat in a full session if somebody who sits there can go elsewhere at less cost.</summary>
    private bool TryPush(int person, int workshop, int slot, double before)
    {
        var at = (workshop * _facts.Slots) + slot;
        if (_asked >= MostAsked)
            return false;
        Span<int> old = stackalloc int[_facts.Slots];
        _place.AsSpan(person * _facts.Slots, _facts.Slots).CopyTo(old);
        Rise(person);
        _open[workshop] |= 1u << slot;
        _choice.Find(person, FreeOf(person), _open, _nothing, _openUnlisted);
        if (_left[at] == 0)
            _open[workshop] &= ~(1u << slot);
        var gain = before - _choice.Value;
        var wanted = _choice.Best[slot] == workshop && gain > 0;
        if (wanted)
        {
            int[] set = [.. _choice.Best];
            _left[at]++;
            Take(person, set);
            var (best, least) = (Facts.None, gain);
            foreach (var other in _sitting[at])
            {
                if (other == person)
                    continue;
                _asked++;
                var loss = LossWithout(other, workshop, slot);
                if (loss < least)
                    (best, least) = (other, loss);
            }
            if (best != Facts.None)
            {
                var painBefore = Pain(best);
                Span<int> oldOther = stackalloc int[_facts.Slots];
                _place.AsSpan(best * _facts.Slots, _facts.Slots).CopyTo(oldOther);
                Rise(best);
                _left[at]--;
                if (_left[at] == 0)
                    _open[workshop] &= ~(1u << slot);
                SetUnlisted(slot);
                SeatBest(best, _nothing);
                if (Pain(best) - painBefore < before - Pain(person))
                    return true;
                Rise(best);
                _left[at]++;
                Take(best, oldOther);
            }
            Rise(person);
            _left[at]--;
            if (_left[at] == 0)
                _open[workshop] &= ~(1u << slot);
            SetUnlisted(slot);
        }
        Take(person, old);
        return false;
    }

    /// <summary>What it costs somebody at least to give up a seat, their own other seats being theirs to keep or change.</summary>
    private double LossWithout(int person, int workshop, int slot)
    {
        var before = Pain(person);
        Span<uint> changed = stackalloc uint[_facts.Slots];
        for (var own = 0; own < _facts.Slots; own++)
        {
            var place = _place[(person * _facts.Slots) + own];
            if (place == Facts.None || own == slot)
                continue;
            changed[own] = ~_open[place] & (1u << own);
            _open[place] |= 1u << own;
        }
        var wasOpen = _open[workshop];
        _open[workshop] &= ~(1u << slot);
        _choice.Find(person, FreeOf(person), _open, _nothing, _openUnlisted);
        _open[workshop] = wasOpen;
        for (var own = 0; own < _facts.Slots; own++)
        {
            var place = _place[(person * _facts.Slots) + own];
            if (place != Facts.None && own != slot)
                _open[place] &= ~changed[own];
        }
        return _choice.Value - before;
    }
}
