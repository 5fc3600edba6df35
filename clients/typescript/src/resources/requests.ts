/** The wanted members as the API takes them: one text, with commas. */
export function narrowed<Query extends { fields?: readonly PropertyKey[] | undefined }>({ fields, ...query }: Query): Omit<Query, 'fields'> & { fields?: string } {
    return fields === undefined ? query : { ...query, fields: fields.join() };
}
