/** `[3, 1, 2]` -> 2. The mean of the two in the middle when their number is even. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1];
  const high = sorted[Math.floor(middle)];
  if (low === undefined || high === undefined) throw new Error('a median of nothing');
  return (low + high) / 2;
}

/** The smallest number that at least this share of them does not exceed (nearest rank). */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const found = sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
  if (found === undefined) throw new Error('a percentile of nothing');
  return found;
}

export interface Timed<Value> {
  readonly value: Value;
  readonly seconds: number;
}

export async function timed<Value>(run: () => Promise<Value>): Promise<Timed<Value>> {
  const began = performance.now();
  const value = await run();
  return { value, seconds: (performance.now() - began) / 1_000 };
}
