import type { KeyObject } from 'node:crypto';
import type { BadRow } from '../../model/audit.ts';
import {
  type ChainEnd,
  type ChainedEntry,
  chainHash,
  genesisHash,
  keyIdOf,
} from '../../store/audit-chain.ts';
import { findLastOf, readChain, readChainState } from '../../store/audit-search.ts';
import { validKeys } from '../access/derive-keys.ts';
import type { Context } from '../context.ts';
import { parseDropDetail } from './drop-detail.ts';

const pageSize = 2_000;

/** What to hold the chain against. */
export interface VerifyInput {
  /** Ends of the chain that were written down elsewhere. Without one, a tail that was cut off with its head stays unseen. */
  readonly anchors?: readonly ChainEnd[];
  /** Look only at what came after this, which is known to be good. */
  readonly since?: ChainEnd | undefined;
}

export interface AuditVerification {
  /** Rows that were looked at. */
  readonly rows: number;
  /** The end of the chain when it was begun. */
  readonly end: ChainEnd;
  /** Undefined when every row is as it was written, in its place, and none is missing. */
  readonly bad: BadRow | undefined;
}

type VerifyContext = Pick<Context, 'store' | 'keys'>;

/** Holds every row of the audit against the one before it. Rows that are added meanwhile are not looked at. */
export async function verifyAudit(
  ctx: VerifyContext,
  { anchors = [], since }: VerifyInput = {},
): Promise<AuditVerification> {
  const { db } = ctx.store;
  const { head, first, last = 0 } = await readChainState(db);
  if (head === undefined) {
    return { rows: 0, end: { seq: 0, hash: genesisHash }, bad: { seq: last, fault: 'head' } };
  }
  const start = since ?? (await findStart(ctx, first));
  const chain = createChain(validKeys(ctx.keys, 'audit'), start, anchors);
  let rows = 0;
  let bad = chain.begin();
  let after: ChainedEntry | undefined;
  for (;;) {
    const page = await readChain(db, after ?? placeOf(since), head.seq, pageSize);
    for (const row of bad === undefined ? page : []) {
      rows += 1;
      bad = chain.add(row);
      if (bad !== undefined) break;
    }
    after = page.at(-1);
    if (bad !== undefined || page.length < pageSize) break;
  }
  return { rows, end: head, bad: bad ?? chain.finish(head, last) };
}

/** Behind every row with the number. */
function placeOf(since: ChainEnd | undefined): Pick<ChainedEntry, 'seq' | 'recordedAt'> | undefined {
  return since === undefined ? undefined : { seq: since.seq, recordedAt: new Date('9999-12-31T00:00:00Z') };
}

/** What the first row that is kept must be chained to: nothing, or the end of what was dropped by command. */
async function findStart({ store }: VerifyContext, first: number | undefined): Promise<ChainEnd> {
  const dropped = first === 1 ? undefined : await findLastOf(store.db, 'audit.drop');
  return parseDropDetail(dropped?.detail ?? null) ?? { seq: 0, hash: genesisHash };
}

/** Judges rows as they come. */
function createChain(keys: readonly KeyObject[], start: ChainEnd, anchors: readonly ChainEnd[]) {
  const known = new Map(keys.map((key) => [keyIdOf(key), key]));
  const anchored = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  let at = start;

  /** Whether what was written down of this row is what it has. */
  const agrees = ({ seq, hash }: ChainEnd) => anchored.get(seq)?.equals(hash) ?? true;

  function add(row: ChainedEntry): BadRow | undefined {
    const expected = at.seq + 1;
    if (row.seq > expected) return { seq: expected, fault: 'missing' };
    if (row.seq < expected) return { seq: row.seq, fault: 'inserted' };
    const key = known.get(row.keyId);
    if (key === undefined) return { seq: row.seq, fault: 'unknownKey' };
    if (!chainHash(key, at.hash, row).equals(row.hash)) return { seq: row.seq, fault: 'changed' };
    if (!agrees(row)) return { seq: row.seq, fault: 'rewritten' };
    at = row;
    return undefined;
  }

  /** `last` is the number of the last row that there is. */
  function finish(head: ChainEnd, last: number): BadRow | undefined {
    if (at.seq < head.seq) return { seq: at.seq + 1, fault: 'missing' };
    if (!at.hash.equals(head.hash)) return { seq: head.seq, fault: 'head' };
    if (last > head.seq) return { seq: head.seq + 1, fault: 'inserted' };
    if (anchors.some(({ seq }) => seq > head.seq)) return { seq: head.seq + 1, fault: 'cut' };
    return undefined;
  }

  const begin = (): BadRow | undefined =>
    agrees(start) ? undefined : { seq: start.seq, fault: 'rewritten' };
  return { begin, add, finish };
}
