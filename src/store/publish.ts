import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { txOf } from './audit.ts';
import type { StageContext } from './checks.ts';
import type { Tx } from './client.ts';
import { historyOf, liveOf } from './column.ts';
import type { DiffCounts } from './diff.ts';
import { bulkRows, dropEmptyIndexes, restoreIndexes } from './live-indexes.ts';
import { expectBasis, makePublication, type Publication } from './publication.ts';
import type { Session } from './session.ts';
import { dataColumns, diffTable, recordColumns, stageTable } from './stage.ts';
import { publishAside } from './withhold.ts';

/**
 * What a publication does to one entity, in order. `$1` is the publication's id in each. When nothing is published yet
 * every staged row is new, and the diff need not be asked which.
 */
export function publishStatements(
  context: StageContext,
  entity: Entity,
  counts: DiffCounts,
  first = false,
): { text: string; rows: number }[] {
  const { importId, sourceId, deltas } = context;
  const live = liveOf(entity);
  const history = historyOf(entity);
  const stage = stageTable(importId, entity);
  const diff = diffTable(importId, entity);
  const data = dataColumns(entity);
  const kept = recordColumns(entity);
  const allNew = first && !deltas.has(entity);
  const from = (alias: string, columns: readonly string[]) =>
    columns.map((column) => `${alias}.${column}`).join(', ');
  const statements = [
    {
      rows: counts.u + counts.r + counts.d + counts.m,
      text: `INSERT INTO ${history} (${kept.join(', ')}, valid_to)
SELECT ${from('l', kept)}, $1 FROM ${live} l JOIN ${diff} d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id`,
    },
    {
      rows: counts.u + counts.r,
      text: `UPDATE ${live} l SET status = 'active', publication_id = $1, source_id = ${sourceId},
  source_date_last_modified = s.source_modified, ${data.map((column) => `${column} = s.${column}`).join(', ')}
FROM ${diff} d JOIN ${stage} s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id`,
    },
    {
      rows: counts.d,
      text: deltas.has(entity)
        ? `UPDATE ${live} l SET status = 'tobedeleted', publication_id = $1, source_date_last_modified = s.source_modified
FROM ${diff} d JOIN ${stage} s ON s.sourced_id = d.sourced_id
WHERE d.op = 'd' AND l.sourced_id = d.sourced_id`
        : `UPDATE ${live} l SET status = 'tobedeleted', publication_id = $1
FROM ${diff} d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id`,
    },
    {
      rows: counts.m,
      text: `UPDATE ${live} l SET publication_id = $1
FROM ${diff} d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id`,
    },
    {
      rows: counts.c,
      text: `INSERT INTO ${live} (${kept.join(', ')})
SELECT s.sourced_id, 'active', $1, ${sourceId}, s.source_modified, ${from('s', data)} FROM ${stage} s${allNew ? '' : `\nJOIN ${diff} d ON d.sourced_id = s.sourced_id AND d.op = 'c'`}
ORDER BY s.sourced_id`,
    },
  ];
  return statements.filter(({ rows }) => rows > 0);
}

/** Somebody else runs this import now: this runner is one that was given up for dead. */
export class LostImport extends Error {
  constructor(importId: string) {
    super(`import ${importId} has another runner`);
    this.name = 'LostImport';
  }
}

export interface PublishInput {
  readonly context: StageContext;
  readonly counts: ReadonlyMap<Entity, DiffCounts>;
  readonly attempt: number;
  /** The newest publication when the import began to look at the roster. */
  readonly basis: number;
  /** Whether there are tables of what is set aside (`putAside`). */
  readonly aside: boolean;
  /** Hears how many rows have been written. */
  readonly onRows: (rows: number) => void;
  /** Writes down who published it, as the last but the stamp. */
  readonly record: (tx: Tx, publicationId: number) => Promise<void>;
  /** What the import's record says from the moment at which readers see the new roster. */
  readonly outcome: { readonly counts: object; readonly issueCounts: object; readonly progress: object };
}

/**
 * Step "publish": one transaction under the publish lock. Throws `RosterAmended` when somebody has amended the roster
 * since `basis`, and `LostImport`.
 */
export async function publishStage(session: Session, input: PublishInput): Promise<Publication> {
  const { context, counts, attempt, outcome } = input;
  const { importId } = context;
  const first = new Set<Entity>();
  for (const [entity, { c }] of counts) {
    if (c >= bulkRows && (await dropEmptyIndexes(session, entity))) first.add(entity);
  }
  return makePublication(session, async (id) => {
    await expectBasis(session, input.basis);
    for (const entity of entityList) {
      const count = counts.get(entity);
      if (count === undefined) continue;
      for (const { text, rows } of publishStatements(context, entity, count, first.has(entity))) {
        const result = await session.query(text, [id]);
        if (result.rowCount !== rows) {
          throw new Error(`${entity.name}: ${result.rowCount} rows written where the diff has ${rows}`);
        }
        input.onRows(rows);
      }
    }
    if (input.aside) await publishAside(session, context);
    await restoreIndexes(session);
    // Last, because its row stays locked until COMMIT and progress is written to it meanwhile.
    const mine = await session.query(
      `UPDATE imports SET state = 'published', publication_id = $2, counts = $3, issue_counts = $4, progress = $5,
         finished_at = clock_timestamp()
       WHERE id = $1 AND attempt = $6 AND state = 'running'`,
      [importId, id, outcome.counts, outcome.issueCounts, outcome.progress, attempt],
    );
    if (mine.rowCount !== 1) throw new LostImport(importId);
    await input.record(txOf(session), id);
    return { importId };
  });
}

/** Fresh statistics where much has changed; without them the first queries after a first import are planned blind. */
export async function analyzeLive(session: Session, counts: ReadonlyMap<Entity, DiffCounts>): Promise<void> {
  for (const [entity, { c, u, r, d, m }] of counts) {
    if (c + u + r + d + m >= 1_000) await session.query(`ANALYZE ${liveOf(entity)}`);
  }
  await session.query('ANALYZE publications');
}
