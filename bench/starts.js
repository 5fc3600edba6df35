// Cold starts: from the start of the process to the first answer, on a catalogue that is there already.
import { copy, remove } from './catalogues.js';
import { median } from './median.js';
import { Server } from './server.js';

// Medians in milliseconds, for each program: until the first 200 of /health/live, and of a list of books.
export async function coldStarts(programs, catalogue, count) {
  const entrants = programs.map(program => ({ program, database: copy(catalogue, `start-${program.name.toLowerCase()}`), alive: [], lists: [] }));
  // The first start of all fills the kernel's caches.
  for (let i = 0; i <= count; i++) {
    for (const { program, database, alive, lists } of entrants) {
      const server = await new Server(program, database).start();
      const listed = await server.listsAfter();
      await server.stop();
      if (i > 0) {
        alive.push(server.aliveAfter);
        lists.push(listed);
      }
    }
  }
  entrants.forEach(entrant => remove(entrant.database));
  return entrants.map(({ program, alive, lists }) => ({ name: program.name, alive: median(alive), lists: median(lists) }));
}
