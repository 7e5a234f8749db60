/**
 * postgres.js 3.4.9 throws this from a timer when a server goes away with queries in its pipeline (upstream #1154,
 * #1208). All its queries are rejected properly and the pool recovers, so the process need not die of it. Only this
 * very error counts.
 */
export function isDriverCrash(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /of null \(reading 'write'\)/.test(error.message) &&
    /[\\/]postgres[\\/](src|cjs)[\\/]/.test(error.stack ?? '')
  );
}
