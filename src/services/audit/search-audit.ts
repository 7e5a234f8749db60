import type { ChainedEntry } from '../../store/audit-chain.ts';
import { type AuditFilter, listAudit } from '../../store/audit-search.ts';
import { findSubjectHash } from '../../store/audit-subjects.ts';
import type { Context } from '../context.ts';

/** What is looked for. */
export interface AuditSearch extends Omit<AuditFilter, 'ids'> {
  /** sourcedId of a user. */
  readonly person?: string | undefined;
}

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly ChainedEntry[];
  /** `before` of the next page; undefined on the last. */
  readonly next: number | undefined;
}

type SearchContext = Pick<Context, 'store'>;

/** Of a person, only rows that name one. Nothing is found of somebody who was erased. */
async function filterOf({ store }: SearchContext, { person, ...filter }: AuditSearch): Promise<AuditFilter> {
  if (person === undefined) return filter;
  const hash = await findSubjectHash(store.db, person);
  return { ...filter, ids: hash === undefined ? [] : [hash] };
}

/** A page of the audit, from before the row `before`. */
export async function searchAudit(
  ctx: SearchContext,
  search: AuditSearch,
  { before, limit }: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditPage> {
  const found = await listAudit(ctx.store.db, await filterOf(ctx, search), before, limit + 1);
  const entries = found.slice(0, limit);
  return { entries, next: found.length > limit ? entries.at(-1)?.seq : undefined };
}

const batchSize = 1_000;

/** All of what is found, newest first, in batches. */
export async function* streamAudit(
  ctx: SearchContext,
  search: AuditSearch,
): AsyncGenerator<readonly ChainedEntry[]> {
  let before: number | undefined;
  do {
    const page = await searchAudit(ctx, search, { before, limit: batchSize });
    yield page.entries;
    before = page.next;
  } while (before !== undefined);
}
