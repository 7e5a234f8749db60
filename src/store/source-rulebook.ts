import { sql } from 'drizzle-orm';
import { type ImportSettings, mergeSettings, type SourceSettings } from '../model/import-settings.ts';
import type { Tx } from './client.ts';
import { imports, sources } from './schema.ts';

/** How a source's files are judged: what it has set, and the profile of what it published last. */
export interface SourceJudgement {
  readonly settings: ImportSettings;
  /** Null when it has published nothing by a file. */
  readonly profile: string | null;
}

/** Undefined where there is no such source. */
export async function findJudgement(tx: Tx, sourceId: number): Promise<SourceJudgement | undefined> {
  const [row] = await tx
    .select({
      settings: sources.settings,
      profile: sql<string | null>`(SELECT i.profile FROM ${imports} i
        WHERE i.source_id = ${sourceId} AND i.state = 'published' AND i.profile IS NOT NULL ORDER BY i.seq DESC LIMIT 1)`,
    })
    .from(sources)
    .where(sql`${sources.id} = ${sourceId}`);
  if (row === undefined) return undefined;
  // The column is written from `SettingsChange` alone.
  return { settings: mergeSettings(row.settings as Partial<SourceSettings>), profile: row.profile };
}
