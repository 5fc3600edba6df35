// The schemas of what goes in and out, from which fastify compiles its serializers and validators.

const nullable = type => ({ type: [type, 'null'] });
const object = properties => ({ type: 'object', properties });
const array = items => ({ type: 'array', items });

const summary = {
  id: { type: 'integer' },
  title: { type: 'string' },
  author_name: { type: 'string' },
  price: { type: 'number' },
  genre: nullable('string'),
};

const book = object({
  id: { type: 'integer' },
  title: { type: 'string' },
  author_name: { type: 'string' },
  isbn: { type: 'string' },
  genre: nullable('string'),
  published_year: nullable('integer'),
  price: { type: 'number' },
  description: nullable('string'),
  tags: array({ type: 'string' }),
  status: { type: 'string' },
  page_count: nullable('integer'),
  created_at: { type: 'string' },
  updated_at: nullable('string'),
  is_recent: { type: 'boolean' },
});

const count = object({ value: nullable('string'), count: { type: 'integer' } });
const fields = {
  title: { type: 'string', minLength: 1, maxLength: 300 },
  author_name: { type: 'string', minLength: 1, maxLength: 200 },
  isbn: { type: 'string', pattern: '^[0-9]{13}$' },
  genre: nullable('string'),
  published_year: nullable('integer'),
  price: { type: 'number', exclusiveMinimum: 0 },
  description: nullable('string'),
  tags: array({ type: 'string' }),
  page_count: nullable('integer'),
};

export const answers = {
  health: { response: { 200: object({ status: { type: 'string' } }) } },
  book: { response: { 200: book } },
  create: { body: { ...object(fields), required: ['title', 'author_name', 'isbn', 'price'] }, response: { 201: book } },
  update: { body: { ...object(fields), additionalProperties: false }, response: { 200: book } },
  page: {
    response: {
      200: object({
        items: array(object(summary)),
        total: { type: 'integer' },
        page: { type: 'integer' },
        per_page: { type: 'integer' },
        total_pages: { type: 'integer' },
        has_next: { type: 'boolean' },
        has_prev: { type: 'boolean' },
      }),
    },
  },
  piece: {
    response: {
      200: object({
        items: array(object(summary)),
        next_cursor: nullable('string'),
        prev_cursor: nullable('string'),
        has_more: { type: 'boolean' },
      }),
    },
  },
  facets: {
    response: {
      200: object({
        total: { type: 'integer' },
        genres: array(count),
        statuses: array(count),
        tags: array(count),
        decades: array(object({ decade: nullable('integer'), count: { type: 'integer' } })),
        price_bands: array(object({ min: { type: 'integer' }, max: nullable('integer'), count: { type: 'integer' } })),
      }),
    },
  },
};
