// The API's document as the generator wants it. What it says stays; how it says it changes where NSwag would answer with
// `any`, with `Status2`, or with a name for something that is not there.

/** The lists of values in the API, by the name that the package gives each. */
const lists = {
  BookStatus: ['available', 'checked_out', 'reserved', 'archived'],
  BookSort: ['created_at', 'title', 'author', 'price', 'published_year', 'relevance'],
  AuthorSort: ['name', 'book_count'],
  ReviewSort: ['created_at', 'rating'],
  SortOrder: ['asc', 'desc'],
  ReviewStatus: ['pending', 'approved', 'rejected'],
  ReviewDecision: ['approved', 'rejected'],
  ReportType: ['inventory', 'popular', 'sales'],
  ReportStatus: ['pending', 'processing', 'completed', 'failed'],
  OrderStatus: ['pending', 'paid', 'shipped', 'cancelled'],
  UserRole: ['viewer', 'editor', 'admin'],
  AuditAction: ['create', 'update', 'delete', 'revert', 'change_password'],
  AuditResource: ['books', 'authors', 'reviews', 'users', 'orders', 'reports'],
  ActivityKind: ['registered', 'signed_in', 'password_changed', 'deactivated', 'order_placed', 'order_paid', 'order_shipped', 'order_cancelled'],
  RevertState: ['before', 'after'],
  GrantType: ['password'],
};

/** What the hand-written layer says by itself: an envelope changes the answer's type, and `fields` narrows it. */
const saidElsewhere = ['fields', 'envelope', 'If-None-Match'];

/** @param {any} parsed The parsed openapi.json. */
export function prepare(parsed) {
  // What the API calls a BookResponse, its users call a Book.
  const document = JSON.parse(JSON.stringify(parsed), (key, value) => key === '$ref' ? plainName(value) : value);
  document.components.schemas = Object.fromEntries(Object.entries(document.components.schemas).map(([name, schema]) => [plainName(name), schema]));
  for (const path of Object.values(document.paths)) {
    for (const operation of Object.values(path)) {
      operation.parameters = (operation.parameters ?? []).filter(({ name }) => !saidElsewhere.includes(name));
      for (const content of Object.values(operation.requestBody?.content ?? {}))
        content.schema = content.schema.anyOf?.[0] ?? content.schema;
      for (const [status, response] of Object.entries(operation.responses))
        response.content = Number(status) < 300 ? jsonOf(response) : undefined;
    }
  }
  visit(document.paths);
  visit(document.components.schemas);
  for (const [name, values] of Object.entries(lists))
    document.components.schemas[name] = { type: 'string', enum: values };
  return document;
}

function plainName(name) {
  return name.replace(/Response$/, '');
}

// The same answer in another form has a method of its own.
function jsonOf({ content }) {
  return content && { 'application/json': content['application/json'] };
}

function visit(node) {
  if (node === null || typeof node !== 'object')
    return;
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'example' && key !== 'examples') {
      node[key] = simple(child);
      visit(node[key]);
    }
  }
}

function simple(schema) {
  if (Array.isArray(schema?.enum) && schema.type === 'string') {
    const { enum: values, type, minLength, nullable, ...rest } = schema;
    // Where nothing may be chosen, null is among the choices (OpenAPI 3.0.3).
    const of = [{ $ref: `#/components/schemas/${nameOf(values.filter(value => value !== null))}` }];
    return nullable ? { ...rest, oneOf: of, nullable } : { ...rest, oneOf: of };
  }
  if (Array.isArray(schema?.oneOf)) {
    const there = schema.oneOf.filter(form => !(form.enum?.length === 1 && form.enum[0] === null));
    return there.length < schema.oneOf.length ? { ...schema, oneOf: there, nullable: true } : schema;
  }
  // A free object is one of anything, not anything.
  if (schema?.type === 'object' && !schema.properties && !schema.additionalProperties)
    return { ...schema, additionalProperties: {} };
  return schema;
}

function nameOf(values) {
  const name = Object.keys(lists).find(candidate => lists[candidate].join() === values.join());
  if (!name)
    throw new Error(`A list of values without a name: ${values.join(', ')}. Name it in ${import.meta.url}.`);
  return name;
}
