import { asc, eq, sql } from 'drizzle-orm';
import { mergeSettings, type SourceSettings } from '../model/import-settings.ts';
import type { RuleLevel } from '../model/rules/rule.ts';
import type { ThresholdsChange } from '../model/thresholds.ts';
import type { Tx } from './client.ts';
import { sources } from './schema.ts';

/** Where records come from, and how its files are judged. */
export interface Source {
  readonly name: string;
  readonly createdAt: Date;
  /** Its own over the defaults. */
  readonly settings: SourceSettings;
}

/** What is changed of a source's settings; null goes back to the default, what is absent stays. */
export type SettingsChange = {
  readonly [Name in Exclude<keyof SourceSettings, 'rules' | 'thresholds'>]?:
    | SourceSettings[Name]
    | null
    | undefined;
} & {
  /** In place of all that the source had set of them. */
  readonly thresholds?: ThresholdsChange | null | undefined;
} & { readonly rules?: Readonly<Record<string, RuleLevel | null>> | undefined };

/** Only this file and `SettingsChange` write the column. */
function toSource(row: typeof sources.$inferSelect): Source {
  const own = row.settings as Partial<SourceSettings>;
  const settings = { ...mergeSettings(own), pauses: own.pauses ?? [] };
  return { name: row.name, createdAt: row.createdAt, settings };
}

/** By name. */
export async function listSources(tx: Tx, limit: number, offset: number): Promise<Source[]> {
  const rows = await tx.select().from(sources).orderBy(asc(sources.name)).limit(limit).offset(offset);
  return rows.map(toSource);
}

export async function countSources(tx: Tx): Promise<number> {
  const [row] = await tx.select({ count: sql<number>`count(*)::int` }).from(sources);
  return row?.count ?? 0;
}

export async function findSource(tx: Tx, name: string): Promise<Source | undefined> {
  const [row] = await tx.select().from(sources).where(eq(sources.name, name));
  return row === undefined ? undefined : toSource(row);
}

/** What is set of a record, and what is taken away from it. */
function parted(record: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return {
    set: Object.fromEntries(entries.filter(([, value]) => value !== null)),
    unset: entries.filter(([, value]) => value === null).map(([name]) => name),
  };
}

const array = (texts: readonly string[]) =>
  sql`ARRAY[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;

/** Changes the settings of a source in one statement, so that two who do it at once both have their way. */
export async function changeSource(tx: Tx, name: string, change: SettingsChange): Promise<Source> {
  const { rules: ruleChange = {}, ...others } = change;
  const [own, rules] = [parted(others), parted(ruleChange)];
  const changed = sql`(${sources.settings} || ${JSON.stringify(own.set)}::text::jsonb) - ${array(own.unset)}`;
  const changedRules = sql`(coalesce(${sources.settings} -> 'rules', '{}') || ${JSON.stringify(rules.set)}::text::jsonb) - ${array(rules.unset)}`;
  const [row] = await tx
    .insert(sources)
    .values({ name, settings: { ...own.set, rules: rules.set } })
    .onConflictDoUpdate({
      target: sources.name,
      set: { settings: sql`${changed} || jsonb_build_object('rules', ${changedRules})` },
    })
    .returning();
  if (row === undefined) throw new Error('a source was neither found nor made');
  return toSource(row);
}
