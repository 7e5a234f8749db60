import { RosterError } from '../../errors.ts';
import { entityList, findEntityByFile } from '../../model/entities/index.ts';
import type { ChangeKind } from '../../model/proposal.ts';
import { type ChangeFilter, type ChangeSource, findStage, listChanges } from '../../store/changes.ts';
import { requeueImport } from '../../store/import-queue.ts';
import { isKept } from '../../store/publications.ts';
import type { Context } from '../context.ts';
import { type FieldChange, fieldChanges } from './change-fields.ts';
import { getImport } from './read-imports.ts';

/** What publishing does, or did, with one record. */
export interface Change {
  /** CSV file. */
  readonly file: string;
  readonly kind: ChangeKind;
  readonly sourcedId: string;
  readonly fields: readonly FieldChange[];
}

/** Which changes of an import. */
export interface ChangeQuery extends ChangeFilter {
  readonly file?: string | undefined;
  /** Personal values are shown. */
  readonly mayName: boolean;
}

/** Where a page begins: after this record. */
export interface ChangePlace {
  readonly file: string;
  readonly sourcedId: string;
}

export interface ChangePage {
  readonly changes: readonly Change[];
  /** Undefined on the last page. */
  readonly next: ChangePlace | undefined;
}

const kinds: Readonly<Record<string, ChangeKind>> = {
  c: 'added',
  u: 'changed',
  r: 'returning',
  d: 'leaving',
};

/**
 * Where an import's changes are. Throws `unknown_object`, `import_state` before there are any, `publication_gone`, and
 * `preview_lost` when the server has crashed meanwhile: the import is read again then.
 */
async function sourceOf(ctx: Context, id: string): Promise<ChangeSource> {
  const { db } = ctx.store;
  const { state, proposal, publication } = await getImport(ctx, id);
  if (publication !== null) {
    if (!(await isKept(db, publication.id))) throw new RosterError('publication_gone');
    return { kind: 'publication', id: publication.id };
  }
  if (proposal === null || (state !== 'checked' && state !== 'held')) {
    throw new RosterError('import_state', { state, expected: 'checked, held, published' });
  }
  const found = await findStage(db, id, proposal);
  if (found !== undefined) return found;
  await ctx.store.uploads.transaction(async (tx) => {
    await requeueImport(tx, id);
    await ctx.enqueueImport(tx, id);
  });
  throw new RosterError('preview_lost');
}

async function* pagesOf(
  ctx: Context,
  id: string,
  { file, mayName, ...filter }: ChangeQuery,
  start: ChangePlace | undefined,
  limit: number,
): AsyncGenerator<Change[]> {
  const source = await sourceOf(ctx, id);
  const all = entityList.filter(({ csvFile }) => file === undefined || csvFile === file);
  const first = start === undefined ? 0 : all.findIndex(({ csvFile }) => csvFile === start.file);
  for (const [index, entity] of all.slice(Math.max(first, 0)).entries()) {
    let after = index === 0 && start !== undefined ? start.sourcedId : '';
    for (;;) {
      const rows = await listChanges(ctx.store.db, source, entity, filter, after, limit);
      if (rows.length > 0) {
        yield rows.map((row) => ({
          file: entity.csvFile,
          kind: kinds[row.op] ?? 'changed',
          sourcedId: row.sourcedId,
          fields: fieldChanges(entity, row.before, row.after, mayName),
        }));
      }
      if (rows.length < limit) break;
      after = rows.at(-1)?.sourcedId ?? '';
    }
  }
}

/** A page of what publishing the import does, or did, by file and sourcedId. */
export async function getChanges(
  ctx: Context,
  id: string,
  query: ChangeQuery,
  start: ChangePlace | undefined,
  limit: number,
): Promise<ChangePage> {
  if (query.file !== undefined && findEntityByFile(query.file) === undefined) {
    const expected = entityList.map(({ csvFile }) => csvFile).join(', ');
    throw new RosterError('invalid_parameter', {
      name: 'file',
      expectedJa: `次のどれか: ${expected}`,
      expected,
    });
  }
  const changes: Change[] = [];
  for await (const page of pagesOf(ctx, id, query, start, limit + 1)) {
    changes.push(...page);
    if (changes.length > limit) break;
  }
  const shown = changes.slice(0, limit);
  const last = shown.at(-1);
  return { changes: shown, next: changes.length > limit ? last : undefined };
}

const streamBatch = 1_000;

/** All of them, in batches. */
export function streamChanges(ctx: Context, id: string, query: ChangeQuery): AsyncGenerator<Change[]> {
  return pagesOf(ctx, id, query, undefined, streamBatch);
}
