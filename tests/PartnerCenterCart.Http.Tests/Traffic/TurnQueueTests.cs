using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace PartnerCenterCart.Http.Tests;

/// <summary>Who is next when calls have to wait.</summary>
public class TurnQueueTests
{
    private readonly TurnQueue queue = new();
    private readonly Dictionary<Turn, string> names = [];

    [Fact]
    public void Callers_take_turns_however_many_calls_each_has_waiting()
    {
        Add("many", 5);
        Add("few", 2);
        Add("one", 1);

        Assert.Equal(["many1", "few1", "one1", "many2", "few2", "many3", "many4", "many5"], TakeAll());
    }

    [Fact]
    public void A_call_that_was_sent_once_already_comes_before_the_others_of_its_caller()
    {
        Add("a", 2);
        Add("b", 2);
        Turn again = new(Caller("a"));
        names[again] = "again";
        queue.Add(again, isFirst: true);

        Assert.Equal(["again", "b1", "a1", "b2", "a2"], TakeAll());
    }

    [Fact]
    public void What_is_given_up_is_not_waited_for()
    {
        List<Turn> turns = Add("a", 3);
        Add("b", 1);

        queue.Remove(turns[0]);
        queue.Remove(turns[0]);
        queue.Remove(turns[2]);

        Assert.Equal(2, queue.Count);
        Assert.Equal(["a2", "b1"], TakeAll());
        Assert.Equal(0, queue.Count);
    }

    [Fact]
    public void A_caller_that_had_its_turn_comes_back_at_the_end()
    {
        Add("a", 1);
        Add("b", 2);
        Assert.Equal("a1", names[queue.Take()]);
        Add("a", 1);

        Assert.Equal(["b1", "a1", "b2"], TakeAll());
    }

    private static Guid Caller(string name) => new(name.PadRight(16, '_').Select(letter => (byte)letter).ToArray());

    private List<Turn> Add(string caller, int count) => Enumerable.Range(1, count).Select(number =>
    {
        var turn = new Turn(Caller(caller));
        names[turn] = caller + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        queue.Add(turn, isFirst: false);
        return turn;
    }).ToList();

    private List<string> TakeAll()
    {
        var order = new List<string>();
        while (queue.Count > 0)
        {
            order.Add(names[queue.Take()]);
        }

        return order;
    }
}
