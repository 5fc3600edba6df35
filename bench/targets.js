// What is to be reached. `rate` names the workload and what it is divided by: another subject's figure, or another workload's.
const MegabytesOfOneFile = 32_000_000;

const rate = (title, workload, against, least) => ({ title, workload, against, least });

export const rates = [
  rate('get by id', 'get', { name: 'peer' }, 2),
  rate('get by id', 'get', { workload: 'health' }, 0.45),
  rate('default list', 'list', { name: 'peer' }, 2),
  rate('genre + price sort + total', 'genre', { name: 'peer' }, 5),
  rate('text search', 'search', { name: 'peer, LIKE' }, 60),
  rate('text search', 'search', { name: 'peer' }, 1),
  rate('text search, every second book', 'search-common', { name: 'peer, LIKE' }, 60),
  rate('text search, every second book', 'search-common', { name: 'peer' }, 1),
  rate('deep page', 'deep', { name: 'peer' }, 4),
  rate('create', 'create', { name: 'peer' }, 2.5),
  rate('create', 'create', { name: 'batch' }, 0.8),
  rate('patch', 'patch', { name: 'peer' }, 2.5),
  rate('patch', 'patch', { name: 'batch' }, 0.8),
  rate('mix 90/10', 'mix', { name: 'peer' }, 2),
];

// Of a program's figures; what is less is better. `ratio` is against the peer. Pages of the database that a program maps are the
// kernel's, and would speak against a peer that is quicker for them.
export const amounts = [
  { title: 'memory after load', unit: 'MiB', of: memory => memory.resident - memory.mapped, from: 'memory', ratio: 0.45 },
  { title: 'memory after load', unit: 'MiB', of: memory => memory.resident, from: 'memory', most: 64 },
  { title: 'cold start to the first answer', unit: 'ms', of: start => start.alive, from: 'starts', ratio: 0.2, most: 60 },
  { title: 'one file', unit: 'bytes', of: size => size, from: 'size', most: MegabytesOfOneFile },
];

// What a list keeps of its requests a second, from the smallest catalogue to the largest.
export const growth = { list: 0.5, genre: 0.5, tags: 0.5, search: 0.5, 'search-common': 0.1, deep: 0.5, cursor: 0.5 };

export const largestMemory = 96;
export const importsPerSecond = 20_000;
