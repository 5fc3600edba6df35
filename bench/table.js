// Tables in Markdown; all columns but the first are numbers.
export function table(headings, rows) {
  const cells = [headings, ...rows.map(row => row.map(cell => cell ?? ''))];
  const widths = headings.map((_, i) => Math.max(...cells.map(row => String(row[i]).length)));
  const line = row => `| ${row.map((cell, i) => i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i])).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`).join('|')}|`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

// Three figures that count, thousands apart.
export function number(value) {
  if (value === null || value === undefined || Number.isNaN(value))
    return '';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(Math.abs(value), 0.1))));
  return value.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: value === 0 ? 0 : digits });
}
