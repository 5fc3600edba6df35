// The middle of some numbers; null where there are none.
export function median(numbers) {
  const sorted = numbers.filter(number => number !== null).sort((a, b) => a - b);
  if (sorted.length === 0)
    return null;
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
