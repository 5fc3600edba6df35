using System.Net;
using LiteBooks.Tests.Support;
using LiteBooks.Users;

namespace LiteBooks.Tests.Users;

/// <summary>How long one has to wait after failures, by a clock that the test sets.</summary>
[Trait("Category", "InProcess")]
public sealed class SignInThrottleTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress There = IPAddress.Parse("192.0.2.2");

    private readonly TestClock _clock = new();
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_clock);

    [Fact]
    public void Five_failures_are_free_and_each_further_one_doubles_the_wait()
    {
        for (var i = 0; i < 5; i++)
            Assert.Null(_throttle.Begin("ada", Here));
        foreach (var seconds in new[] { 1, 2, 4, 8, 16 })
        {
            Assert.Equal(TimeSpan.FromSeconds(seconds), _throttle.Begin("ada", Here));
            _clock.Advance(TimeSpan.FromSeconds(seconds - 0.001));
            Assert.NotNull(_throttle.Begin("ada", Here));
            _clock.Advance(TimeSpan.FromSeconds(0.001));
            Assert.Null(_throttle.Begin("ada", Here));
        }
    }

    [Fact]
    public void The_wait_ends_at_a_quarter_of_an_hour()
    {
        var longest = TimeSpan.Zero;
        for (var i = 0; i < 40; i++)
        {
            if (_throttle.Begin("ada", Here) is { } wait)
            {
                longest = wait > longest ? wait : longest;
                _clock.Advance(wait);
            }
        }
        Assert.Equal(TimeSpan.FromMinutes(15), longest);
    }

    [Fact]
    public void Another_name_and_another_address_are_not_slowed()
    {
        for (var i = 0; i < 6; i++)
            _throttle.Begin("ada", Here);

        Assert.NotNull(_throttle.Begin("ADA", Here));
        Assert.Null(_throttle.Begin("eve", Here));
        Assert.Null(_throttle.Begin("ada", There));
    }

    [Fact]
    public void An_address_that_tries_many_names_is_slowed_for_all()
    {
        for (var i = 0; i < 30; i++)
            Assert.Null(_throttle.Begin($"name{i}", Here));

        Assert.NotNull(_throttle.Begin("name30", Here));
        Assert.Null(_throttle.Begin("name30", There));
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8::ffff", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    public void A_network_of_64_bits_is_one_address(string one, string other, bool same)
    {
        for (var i = 0; i < 6; i++)
            _throttle.Begin("ada", IPAddress.Parse(one));

        Assert.Equal(same, _throttle.Begin("ada", IPAddress.Parse(other)) is not null);
    }

    [Fact]
    public void Success_forgets_the_failures_for_the_name_but_not_those_for_others()
    {
        for (var i = 0; i < 29; i++)
            Assert.Null(_throttle.Begin($"guess{i}", Here));
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(_throttle.Begin("ada", Here));
            _throttle.Succeeded("ada", Here);
            _clock.Advance(TimeSpan.FromSeconds(2));
        }
        Assert.Null(_throttle.Begin("guess", Here));
        Assert.NotNull(_throttle.Begin("guess", Here));
    }

    [Fact]
    public void A_quarter_of_an_hour_without_failures_begins_anew()
    {
        for (var i = 0; i < 5; i++)
            _throttle.Begin("ada", Here);
        _clock.Advance(TimeSpan.FromMinutes(15.1));

        for (var i = 0; i < 5; i++)
            Assert.Null(_throttle.Begin("ada", Here));
    }
}

/// <summary>The same over HTTP.</summary>
public sealed class SlowedSignInTests(Team team) : IClassFixture<Team>
{
    [Fact]
    public async Task Guesses_are_slowed_and_then_even_the_right_password_has_to_wait()
    {
        // A forged origin is none. How many get through within a wait, a busy machine decides; that the waits double does not.
        var wait = 0;
        for (var i = 0; wait < 4; i++)
        {
            var answer = await team.Api.TryToSignIn("viewer", $"guess {i}", ("X-Forwarded-For", $"203.0.113.{i}"));
            if (answer.Status == 401)
                continue;
            var problem = answer.ShouldBeProblem(429, "too_many_attempts");
            wait = problem.Json.GetProperty("retry_after").GetInt32();
            Assert.Equal($"{wait}", answer.Header("Retry-After"));
            Assert.InRange(i, 5, 20);
            if (wait < 4)
                await Task.Delay(TimeSpan.FromSeconds(wait));
        }
        (await team.Api.TryToSignIn("viewer", Team.Password)).ShouldBeProblem(429, "too_many_attempts");
        await team.Api.SignIn("editor", Team.Password);
        await Task.Delay(TimeSpan.FromSeconds(wait + 1));
        await team.Api.SignIn("viewer", Team.Password);
    }
}
