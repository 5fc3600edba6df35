import type { CreateBook } from 'litebooks-client';

let made = 0;

/** A book that no server has yet. */
export function newBook(members: Partial<CreateBook> = {}): CreateBook {
    const number = ++made;
    return { title: `Book ${number}`, author_name: 'Ann Author', isbn: isbn(number), price: 9.99, ...members };
}

function isbn(number: number): string {
    const digits = `978999${String(process.pid % 1000).padStart(3, '0')}${String(number).padStart(3, '0')}`;
    const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
    return digits + (10 - sum % 10) % 10;
}
