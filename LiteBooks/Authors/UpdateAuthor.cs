using System.Text.Json.Serialization;
using LiteBooks.Http;
using LiteBooks.Http.Description;

namespace LiteBooks.Authors;

/// <summary>
/// Changes to an author, as a JSON merge patch (RFC 7396): what is absent stays, `null` clears, and nested members are merged
/// one by one. What comes of it has to be valid as a whole.
/// </summary>
[PatchOf(typeof(CreateAuthor))]
[Example("""{ "bio": "Wrote of other worlds.", "contact": { "phone": "+15035550124" } }""")]
public sealed record UpdateAuthor
{
    public Optional<string?> Name { get; init; }
    public Optional<string?> Bio { get; init; }
    public Optional<string?> Nationality { get; init; }
    public Optional<UpdateContact?> Contact { get; init; }

    /// <summary>Whether nothing is to be changed, however deep the patch is.</summary>
    [JsonIgnore]
    public bool IsEmpty => !(Name.IsSet || Bio.IsSet || Nationality.IsSet) && Contact is not { IsSet: true, Value: null or { IsEmpty: false } };

    // Nothing is wrong with it and nothing missing: what is wrong once a patch is merged into it, is the patch's.
    private static readonly CreateAuthor Sound = new() { Name = "A", Contact = new() { Address = new() { Street = "A", City = "A", State = "AA", ZipCode = "00000" } } };

    public static UpdateAuthor Read(ObjectReader body) => new()
    {
        Name = body.Text("name"),
        Bio = body.Text("bio"),
        Nationality = body.Text("nationality"),
        Contact = body.NestedOrNull("contact").Select(contact => contact is null ? null : UpdateContact.Read(contact)),
    };

    /// <summary>The author that comes of it. The whole is checked, and not the patch: half an address may complete another half.</summary>
    public Outcome<AuthorFields> Over(AuthorRow row)
    {
        var faults = new Faults();
        var author = AuthorRules.Check(MergeInto(row.ToCreation()), faults);
        return faults.Any ? faults.ToFailure() : author;
    }

    /// <summary>Adds what is wrong with the patch, whatever author it meets.</summary>
    public void Check(Faults faults) => AuthorRules.Check(MergeInto(Sound), faults);

    private CreateAuthor MergeInto(CreateAuthor author) => new()
    {
        Name = Name.Or(author.Name),
        Bio = Bio.Or(author.Bio),
        Nationality = Nationality.Or(author.Nationality),
        Contact = Contact.Select(contact => contact?.MergeInto(author.Contact ?? new())).Or(author.Contact),
    };
}

/// <summary>Changes to how an author is reached; `null` in their place clears all of it.</summary>
[PatchOf(typeof(CreateContact))]
public sealed record UpdateContact
{
    public Optional<string?> Phone { get; init; }
    public Optional<UpdateAddress?> Address { get; init; }

    [JsonIgnore]
    public bool IsEmpty => !Phone.IsSet && Address is not { IsSet: true, Value: null or { IsEmpty: false } };

    public static UpdateContact Read(ObjectReader body) => new()
    {
        Phone = body.Text("phone"),
        Address = body.NestedOrNull("address").Select(address => address is null ? null : UpdateAddress.Read(address)),
    };

    public CreateContact MergeInto(CreateContact contact) => new()
    {
        Phone = Phone.Or(contact.Phone),
        Address = Address.Select(address => address?.MergeInto(contact.Address ?? new())).Or(contact.Address),
    };
}

/// <summary>Changes to a postal address, which has to be whole if there was none; `null` in their place clears all of it.</summary>
[PatchOf(typeof(CreateAddress))]
public sealed record UpdateAddress
{
    public Optional<string?> Street { get; init; }
    public Optional<string?> City { get; init; }
    public Optional<string?> State { get; init; }
    public Optional<string?> ZipCode { get; init; }
    public Optional<string?> Country { get; init; }

    [JsonIgnore]
    public bool IsEmpty => this == new UpdateAddress();

    public static UpdateAddress Read(ObjectReader body) => new()
    {
        Street = body.Text("street"),
        City = body.Text("city"),
        State = body.Text("state"),
        ZipCode = body.Text("zip_code"),
        Country = body.Text("country"),
    };

    public CreateAddress MergeInto(CreateAddress address) => new()
    {
        Street = Street.Or(address.Street),
        City = City.Or(address.City),
        State = State.Or(address.State),
        ZipCode = ZipCode.Or(address.ZipCode),
        Country = Country.Or(address.Country),
    };
}
