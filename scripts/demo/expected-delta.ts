import Papa from 'papaparse';
import { entityList, entityOf } from '../../src/model/entities/index.ts';
import type { Entity } from '../../src/model/entity.ts';
import { unzipFiles } from '../board/zip-files.ts';

type Row = Readonly<Record<string, string>>;
type Rows = ReadonlyMap<string, Row>;
type Bundle = ReadonlyMap<Entity, Rows>;

async function readBundle(zip: Buffer): Promise<Bundle> {
  const files = await unzipFiles(zip);
  return new Map(
    entityList.map((entity) => {
      const text = files.get(entity.csvFile)?.toString() ?? '';
      const { data } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
      return [entity, new Map(data.map((row) => [row.sourcedId ?? '', row]))];
    }),
  );
}

/** Ids whose rows differ in one of the columns, or are on one side only. */
function differing(before: Rows, after: Rows, headers?: readonly string[]): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => {
    const [old, now] = [before.get(id), after.get(id)];
    if (old === undefined || now === undefined) return true;
    return (headers ?? Object.keys(now)).some((header) => old[header] !== now[header]);
  });
}

const noRows: Rows = new Map();

/** Owners of changed embedded rows, and parents of changed children: they show what changed. */
function shownIn(
  entity: Entity,
  header: string,
  ids: readonly string[],
  bundles: readonly Bundle[],
): string[] {
  return bundles.flatMap((bundle) => ids.flatMap((id) => bundle.get(entity)?.get(id)?.[header] || []));
}

/**
 * Which records a delta query must return after the second bundle, by collection: worked out from the two zips
 * alone, with no code of the import.
 */
export async function expectedDelta(first: Buffer, second: Buffer): Promise<Map<string, Set<string>>> {
  const bundles = [await readBundle(first), await readBundle(second)] as const;
  const [before, after] = bundles;
  const changed = new Map(
    entityList.map((entity) => [
      entity.name,
      new Set(differing(before.get(entity) ?? noRows, after.get(entity) ?? noRows)),
    ]),
  );
  for (const entity of entityList) {
    const rows = [before.get(entity) ?? noRows, after.get(entity) ?? noRows] as const;
    const headerOf = (field: string) => entity.columns.find((column) => column.name === field)?.header ?? '';
    if (entity.ownedBy !== undefined) {
      const owner = entity.columns.find((column) => column.name === entity.ownedBy);
      const target = owner?.target === undefined ? undefined : changed.get(entityOf(owner.target).name);
      for (const id of shownIn(entity, headerOf(entity.ownedBy), differing(...rows), bundles))
        target?.add(id);
    }
    for (const embed of Object.values(entity.embeds)) {
      if (embed.kind !== 'children') continue;
      const header = headerOf(embed.by);
      const target = changed.get(entity.name);
      const known = new Set([...rows[0].keys(), ...rows[1].keys()]);
      for (const id of shownIn(entity, header, differing(...rows, [header]), bundles)) {
        if (known.has(id)) target?.add(id);
      }
    }
  }
  return changed;
}
