// What the API answers, as far as the kiosk reads it.

/**
 * A book in a list.
 * @typedef {{ id: number, title: string, author_name: string, price: number, genre: string | null }} Summary
 */

/**
 * A whole book (version 2 of the API).
 * @typedef {object} Book
 * @property {number} id
 * @property {string} title
 * @property {{ id: number, name: string }} author
 * @property {{ amount: number, currency: string }} pricing
 * @property {{ isbn: string, genre: string | null, published_year: number | null, page_count: number | null, status: Status, tags: string[], description: string | null, created_at: string }} metadata
 * @property {{ average: number | null, count: number }} rating
 */

/** @typedef {"available" | "checked_out" | "reserved" | "archived"} Status */

/** @typedef {{ items: Summary[], next: string | null }} Piece a piece of a list, and where the next begins */

/** @typedef {{ value: string | null, count: number }} Count */

/**
 * @typedef {object} Facets
 * @property {number} total
 * @property {Count[]} genres
 * @property {Count[]} statuses
 * @property {Count[]} tags
 * @property {{ decade: number | null, count: number }[]} decades
 * @property {{ min: number, max: number | null, count: number }[]} price_bands
 */

/** @typedef {{ id: number, reviewer_name: string, rating: number, title: string | null, body: string | null, created_at: string }} Review */

/** @typedef {{ items: Review[], total: number, average: number | null, count: number, hasMore: boolean }} Reviews */

/** @typedef {{ valid: boolean, isbn10: string | null, isbn13: string | null, bookId: number | null }} Held what is known of an ISBN, and the book that has it */

/**
 * What the server's owner has set.
 * @typedef {object} Settings
 * @property {string} name
 * @property {string} currency
 * @property {"auto" | "en" | "de" | "es"} language
 * @property {"auto" | "light" | "dark"} theme
 * @property {"auto" | "on" | "off"} keyboard
 * @property {number} idleSeconds
 * @property {boolean} isKiosk whether the server was started as one
 */

export {};
