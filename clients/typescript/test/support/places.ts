import { fileURLToPath } from 'node:url';

/** The package's own folder, seen from build/test/support. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
