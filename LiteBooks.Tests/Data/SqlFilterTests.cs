using LiteBooks.Data;

namespace LiteBooks.Tests.Data;

[Trait("Category", "InProcess")]
public sealed class SqlFilterTests
{
    [Fact]
    public void A_filter_without_conditions_is_no_clause()
    {
        Assert.Equal("", new SqlFilter().ToString());
    }

    [Fact]
    public void What_stands_in_a_hole_is_a_parameter_and_never_sql()
    {
        const string evil = "x' OR 1=1 --";
        var where = new SqlFilter();

        where.Add($"b.title = {evil}");
        where.Add($"b.price_cents >= {250L}");

        Assert.Equal("WHERE (b.title = @w0) AND (b.price_cents >= @w1)", where.ToString());
        Assert.Equal((evil, 250L), (where.Parameters.Get<string>("w0"), where.Parameters.Get<long>("w1")));
        Assert.DoesNotContain(evil, where.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_a_value_like_any_other()
    {
        var where = new SqlFilter();

        where.Add($"b.genre IS {(string?)null}");

        Assert.Equal("WHERE (b.genre IS @w0)", where.ToString());
        Assert.Null(where.Parameters.Get<string?>("w0"));
    }

    [Fact]
    public void Each_value_of_a_list_is_a_parameter()
    {
        string[] values = ["a", "b'", "c"];
        var where = new SqlFilter();

        where.Add($"b.genre_key IN {values}");
        where.Add($"b.status = {"d"}");

        Assert.Equal("WHERE (b.genre_key IN (@w0, @w1, @w2)) AND (b.status = @w3)", where.ToString());
        Assert.Equal(["a", "b'", "c", "d"], Enumerable.Range(0, 4).Select(i => where.Parameters.Get<string>($"w{i}")));
    }

    [Fact]
    public void An_empty_list_is_refused()
    {
        var where = new SqlFilter();

        Assert.Throws<ArgumentOutOfRangeException>(() => where.Add($"b.genre_key IN {Array.Empty<string>()}"));
    }

    [Fact]
    public void A_list_may_hold_a_hundred_values_and_no_more()
    {
        var where = new SqlFilter();

        where.Add($"b.genre_key IN {Enumerable.Repeat("x", 100).ToList()}");

        Assert.Throws<ArgumentOutOfRangeException>(() => where.Add($"b.genre_key IN {Enumerable.Repeat("x", 101).ToList()}"));
    }

    [Fact]
    public void An_or_inside_a_condition_or_a_group_cannot_widen_the_others()
    {
        var where = new SqlFilter();

        where.Add($"a = {1L} OR b = {2L}");
        where.AddAny(any =>
        {
            any.Add($"c = {3L}");
            any.Add($"d = {4L}");
        });
        where.Add($"e = {5L}");

        Assert.Equal("WHERE (a = @w0 OR b = @w1) AND ((c = @w2) OR (d = @w3)) AND (e = @w4)", where.ToString());
    }

    [Fact]
    public void A_group_without_conditions_filters_nothing()
    {
        var where = new SqlFilter();

        where.AddAny(_ => { });

        Assert.Equal("", where.ToString());
    }

    [Fact]
    public void No_two_values_meet_under_one_name_across_groups()
    {
        var where = new SqlFilter();
        where.Add($"a = {"outer"}");
        where.AddAny(any =>
        {
            any.Add($"b = {"first"}");
            any.AddAny(inner => inner.Add($"c = {"second"}"));
        });
        where.AddAny(any => any.Add($"d = {"third"}"));
        where.Add($"e = {"last"}");

        Assert.Equal(["first", "last", "outer", "second", "third"], where.Parameters.ParameterNames.Select(name => where.Parameters.Get<string>(name)).Order());
    }

    [Fact]
    public void Two_filters_share_nothing()
    {
        var (one, other) = (new SqlFilter(), new SqlFilter());

        one.Add($"a = {"one"}");
        other.Add($"a = {"other"}");

        Assert.Equal(("one", "other"), (one.Parameters.Get<string>("w0"), other.Parameters.Get<string>("w0")));
    }
}
