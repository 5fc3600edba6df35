using LiteBooks.Books;
using LiteBooks.Tests.Support;

namespace LiteBooks.Tests.Books;

[Trait("Category", "InProcess")]
public sealed class IsbnTests
{
    [Theory]
    [InlineData("0306406152", "0306406152", 9780306406157)]
    [InlineData("9780306406157", "9780306406157", 9780306406157)]
    [InlineData("080442957x", "080442957X", 9780804429573)]
    [InlineData("979-10-90636-07-1", "9791090636071", 9791090636071)]
    [InlineData("978–0–306–40615–7", "9780306406157", 9780306406157)]
    [InlineData("978\u00a00306406157", "9780306406157", 9780306406157)]
    public void An_isbn_is_read_with_its_key(string typed, string text, long key)
    {
        Assert.Equal(new Isbn(text, key), Isbn.Parse(typed, verify: true, new Faults()));
    }

    [Fact]
    public void Every_wrong_last_digit_is_noticed_and_the_right_one_named()
    {
        for (var i = 0; i < 200; i++)
        {
            var (ten, thirteen) = TestIsbn.NextPair();
            foreach (var (right, digits) in new[] { (ten, "0123456789X"), (thirteen, "0123456789") })
            {
                Assert.Equal(right, Isbn.Parse(right, verify: true, new Faults())?.Text);
                foreach (var digit in digits.Where(digit => digit != right[^1]))
                {
                    var faults = new Faults();

                    Assert.Null(Isbn.Parse(right[..^1] + digit, verify: true, faults));

                    var fault = Assert.Single(faults.ToFailure().Faults);
                    Assert.Equal(("isbn", "wrong_check_digit"), (fault.Field, fault.Code));
                    Assert.Contains($"should be {right[^1]}", fault.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void Every_isbn_10_has_the_key_of_its_isbn_13_verified_or_not()
    {
        for (var i = 0; i < 200; i++)
        {
            var (ten, thirteen) = TestIsbn.NextPair();

            Assert.Equal(Isbn.Stored(thirteen).Key, Isbn.Stored(ten).Key);
            Assert.Equal(Isbn.Parse(thirteen, verify: false, new Faults())?.Key, Isbn.Parse(ten, verify: false, new Faults())?.Key);
        }
    }
}
