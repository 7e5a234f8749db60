import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { ImportState } from './imports.ts';
import { imports, sources } from './schema.ts';

/**
 * Of imports joined with their sources: which of these states may run on a day in Japan. Those that are queued wait
 * while their source is paused. What a pause finds begun is finished: it was begun on a day without one.
 */
export function mayRun(states: readonly ImportState[], today: string): SQL | undefined {
  const queued = sql`${imports.state} = ${'queued' satisfies ImportState}`;
  const paused = sql`EXISTS (SELECT FROM jsonb_array_elements(coalesce(${sources.settings} -> 'pauses', '[]')) p
    WHERE p ->> 'from' <= ${today} AND coalesce(p ->> 'until', '9999-12-31') >= ${today})`;
  return and(inArray(imports.state, states), sql`NOT (${queued} AND ${paused})`);
}
