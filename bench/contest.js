// Measures subjects against each other: one run of each by turns, so that whatever else the machine does hits them alike.
import { median } from './median.js';

// A row for each workload and subject: medians, and all errors.
export async function contest(workloads, subjects, batch, options, say) {
  const rows = [];
  for (const workload of workloads) {
    const entrants = await enter(workload, subjects, batch);
    const warmUp = Math.floor(options.seconds / 2);
    for (const entrant of warmUp > 0 ? entrants : [])
      await entrant.measure(0, warmUp);
    for (let run = 1; run <= options.runs; run++) {
      for (const entrant of entrants)
        entrant.runs.push(await entrant.measure(run, options.seconds));
    }
    for (const { name, size, runs } of entrants) {
      const row = { workload: workload.name, title: workload.title, name, size, errors: runs.reduce((sum, run) => sum + run.errors, 0) };
      for (const figure of ['perSecond', 'p50', 'p99', 'cpu'])
        row[figure] = median(runs.map(run => run[figure]));
      rows.push(row);
      say(row);
    }
  }
  return rows;
}

async function enter(workload, subjects, batch) {
  const entrants = [];
  for (const subject of subjects) {
    const prepared = await workload.prepare(subject);
    const entrant = (name, variant) => ({
      name,
      size: subject.size,
      runs: [],
      measure: (run, seconds) => subject.measure(workload, workload.args(subject, run, prepared, variant), seconds),
    });
    entrants.push(entrant(subject.name));
    for (const [name, variant] of Object.entries(subject.isPeer && workload.variants || {}))
      entrants.push(entrant(`${subject.name}, ${name}`, variant));
  }
  if (workload.batch && batch)
    entrants.push({ name: batch.name, size: subjects[0].size, runs: [], measure: (_, seconds) => batch.measure(workload, _, seconds) });
  return entrants;
}
