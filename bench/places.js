// Where things are. What is made lies in work/, which is not kept.
import { fileURLToPath } from 'node:url';

const Folder = fileURLToPath(new URL('.', import.meta.url));

export const inFolder = path => Folder + path;
export const inWork = path => `${Folder}work/${path}`;
export const inRepository = path => fileURLToPath(new URL(`../${path}`, import.meta.url));
