using LiteBooks.Data;
using LiteBooks.Http;
using LiteBooks.Http.Access;
using LiteBooks.Http.Answers;
using LiteBooks.Http.Description;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LiteBooks.Orders;

/// <summary>The routes of orders, each below the user whose order it is.</summary>
public static class OrderEndpoints
{
    public const string Path = "/api/v1/users/{id}/orders";

    private static readonly ResponseHeader Location = ResponseHeader.Location with { Example = PathOf(3, 17) };

    public static void MapOrders(this IEndpointRouteBuilder app)
    {
        var orders = app.MapGroup(Path).About("orders", "What users buy.").AsApi().ForViewers().Confidential();
        orders.MapGet("/", List).WithName("ListOrders").Asks([.. OrderQuery.Parameters, .. QueryParameter.Shaping])
            .Sends(ResponseHeader.PageLinks, ResponseHeader.TotalCount, ResponseHeader.TotalPages);
        orders.MapPost("/", Create).WithName("CreateOrder").Takes(typeof(CreateOrder)).Gives(201, typeof(OrderResponse), Location, ResponseHeader.ETag)
            .Heeds(RequestHeader.IdempotencyKey).Fails("insufficient_stock", "idempotency_key_in_use", "idempotency_key_reused");
        orders.MapGet("/{order_id}", Get).WithName("GetOrder").Asks(QueryParameter.Shaping);
        orders.MapPatch("/{order_id}", Update).WithName("UpdateOrder").Takes(typeof(UpdateOrder), JsonBody.Json, JsonBody.MergePatch).Gives(200, typeof(OrderResponse), ResponseHeader.ETag)
            .Heeds(RequestHeader.IfMatch).Fails("empty_patch", "order_state", "version_mismatch", "precondition_required");
    }

    /// <summary>List the orders of a user</summary>
    /// <remarks>One's own, or as an admin anybody's; the newest first.</remarks>
    /// <param name="id">The user's id.</param>
    /// <response code="200">A page of orders.</response>
    private static Results<Representation<OrderPage>, ProblemHttpResult> List(long id, HttpRequest request, OrderRepository orders)
    {
        if (OrderCaller.Of(request.HttpContext).Refusal(id) is { } refusal)
            return Problems.From(refusal);
        if (!OrderQuery.Read(id, request.Query).Succeeded(out var query, out var failure))
            return Problems.From(failure);
        return orders.List(query).Succeeded(out var page, out failure) ? new Representation<OrderPage>(page) : Problems.From(failure);
    }

    /// <summary>Place an order</summary>
    /// <remarks>
    /// For oneself, or as an admin for anybody. Titles and prices are copied, and the stock falls, all at once: if one book is
    /// short, nothing is ordered.
    /// </remarks>
    /// <param name="id">The user's id.</param>
    /// <response code="201">The order as it was stored.</response>
    private static async Task<IResult> Create(long id, HttpRequest request, OrderRepository orders, IdempotencyKeys keys, Idempotency idempotency, AnswerFormat format)
    {
        if (OrderCaller.Of(request.HttpContext).Refusal(id) is { } refusal)
            return Problems.From(refusal);
        return await idempotency.Once(request, keys.Find, async claim =>
        {
            var read = await JsonBody.Read<IReadOnlyList<OrderedItem>>(request, body => OrderRules.Check(body));
            if (!read.Succeeded(out var items, out var failure))
                return Problems.From(failure);
            var remembered = new Remembered<OrderWithItems>(keys, claim, Answer);
            var placed = await orders.Insert(id, items, request.HttpContext.Actor(), remembered, request.HttpContext.RequestAborted);
            return placed.Succeeded(out var order, out failure) ? new JsonAnswer(Answer(order)) : Problems.From(failure);
        });

        WrittenAnswer Answer(OrderWithItems order) => format.Created(OrderResponse.From(order), order.ResourceVersion, PathOf(id, order.Order.Id));
    }

    /// <summary>Get an order</summary>
    /// <remarks>One's own, or as an admin anybody's.</remarks>
    /// <param name="id">The user's id.</param>
    /// <param name="orderId">The order's id.</param>
    /// <response code="200">The order.</response>
    private static Results<Representation<OrderResponse>, ProblemHttpResult> Get(long id, [FromRoute(Name = "order_id")] long orderId, HttpRequest request, OrderRepository orders)
    {
        if (OrderCaller.Of(request.HttpContext).Refusal(id) is { } refusal)
            return Problems.From(refusal);
        return orders.Find(id, orderId) is { } order
            ? new Representation<OrderResponse>(OrderResponse.From(order), order.ResourceVersion)
            : Problems.From(new NotFound("order", orderId));
    }

    /// <summary>Move an order</summary>
    /// <remarks>
    /// From `pending` to `paid` to `shipped`; or from the first two to `cancelled`, whereupon the stock returns. Admins make
    /// every move; users may only cancel their own while it is pending.
    /// </remarks>
    /// <param name="id">The user's id.</param>
    /// <param name="orderId">The order's id.</param>
    /// <response code="200">The order as it is now.</response>
    private static async Task<IResult> Update(long id, [FromRoute(Name = "order_id")] long orderId, HttpRequest request, OrderRepository orders, AnswerFormat format, Settings settings)
    {
        var (http, caller) = (request.HttpContext, OrderCaller.Of(request.HttpContext));
        if (caller.Refusal(id) is { } refusal)
            return Problems.From(refusal);
        if (!Preconditions.Read(request, orderId, settings.RequireIfMatch).Succeeded(out var expected, out var failure))
            return Problems.From(failure);
        var read = await JsonBody.Read<string>(request, body => body.IsEmpty
            ? Malformed.EmptyPatch
            : OrderRules.Check(UpdateOrder.Read(body), body.Faults), JsonBody.Json, JsonBody.MergePatch);
        if (!read.Succeeded(out var status, out failure))
            return Problems.From(failure);
        var moved = await orders.Update(id, orderId, expected, status, caller, http.Actor(), http.RequestAborted);
        return moved.Succeeded(out var order, out failure)
            ? new JsonAnswer(format.Ok(OrderResponse.From(order), order.ResourceVersion))
            : Problems.From(failure);
    }

    private static string PathOf(long userId, long id) => $"/api/v1/users/{userId}/orders/{id}";
}
