import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { issue } from '../model/issue.ts';
import type { FaultKind } from '../model/profiles/faults.ts';
import type { StageContext } from './checks.ts';
import { liveOf } from './column.ts';
import { keepNamed, keepOwned, keepRest } from './keep.ts';
import {
  leaveOutBereft,
  leaveOutDeletions,
  leaveOutReferring,
  leaveOutTaken,
  ownerOf,
} from './leave-out-statements.ts';
import type { Session } from './session.ts';
import { keptTable, stageTable } from './stage.ts';
import { insertIssues } from './stage-issues.ts';
import { links, ownerships } from './stage-rows.ts';
import { forgetHandOvers, yieldRows } from './yield-rows.ts';

/** Rows with these cannot say for certain which record they are, or may have swallowed others. */
const unnamed: readonly FaultKind[] = ['guid_blank', 'guid_shape', 'ragged', 'quote_malformed'];

/**
 * `onError: skip`: takes the rows with errors out of the stage, and with them what cannot be without them, and notes
 * which published records stay because of that. Afterwards the stage can be published like one without errors.
 *
 * @returns the context to go on with; undefined where an error is not one of a row, or nothing would be left.
 */
export async function leaveOut(session: Session, context: StageContext): Promise<StageContext | undefined> {
  const staged = entityList.filter((entity) => context.staged.has(entity));
  if (await hasWholeError(session, context, staged)) return undefined;
  const left: StageContext = { ...context, kept: new Set(staged) };
  const grown = new Set<Entity>();
  // First, so that nobody's last row counts as there that will not be.
  await yieldRows(session, left);
  for (const entity of staged) {
    if (await leaveOutFaulty(session, left, entity)) grown.add(entity);
  }
  const withheld = new Set<Entity>();
  for (const entity of staged) {
    if (await hasUnnamed(session, left, entity)) await withhold(session, left, entity, withheld, grown);
  }
  while (grown.size > 0) {
    await settle(session, left, grown);
    // A file of which nothing remains says nothing of what it does not have either.
    for (const entity of staged) {
      if (await isEmpty(session, left, entity)) await withhold(session, left, entity, withheld, grown);
    }
  }
  await forgetHandOvers(session, left);
  return (await hasAnything(session, left, staged)) ? left : undefined;
}

/** Follows what hangs together until nothing more is left out or kept. Empties `grown`. */
async function settle(session: Session, context: StageContext, grown: Set<Entity>): Promise<void> {
  const { importId, staged, deltas } = context;
  const bulk = (entity: Entity) => staged.has(entity) && !deltas.has(entity);
  while (grown.size > 0) {
    const before = new Set(grown);
    grown.clear();
    const run = async (statement: string, changes: Entity, withIssues: boolean) => {
      const { rowCount } = await session.query(statement, withIssues ? [importId] : []);
      if (rowCount !== 0) grown.add(changes);
    };
    for (const link of links) {
      if (before.has(link.to) && staged.has(link.from)) {
        await run(leaveOutReferring(context, link), link.from, true);
      }
      if (before.has(link.from) && deltas.has(link.to)) {
        await run(leaveOutDeletions(context, link), link.to, true);
      }
      if (before.has(link.from) && bulk(link.to)) await run(keepNamed(context, link), link.to, false);
    }
    for (const ownership of ownerships) {
      const { owner, owned, required } = ownership;
      if (required && before.has(owned) && staged.has(owner)) {
        await run(leaveOutBereft(context, ownership), owner, true);
      }
      if (before.has(owner) && staged.has(owned)) await run(leaveOutTaken(context, ownership), owned, true);
      if (before.has(owner) && bulk(owned)) await run(keepOwned(context, ownership), owned, false);
    }
  }
}

async function found(session: Session, query: string, params: readonly unknown[] = []): Promise<boolean> {
  const { rowCount } = await session.query(`${query} LIMIT 1`, [...params]);
  return rowCount !== 0;
}

/** Is there an error that is not one of a row of a staged file? */
function hasWholeError(session: Session, { importId }: StageContext, staged: readonly Entity[]) {
  return found(
    session,
    `SELECT FROM import_issues WHERE import_id = $1 AND level = 'error' AND (line <= 1 OR file <> ALL ($2::text[]))`,
    [importId, staged.map((entity) => entity.csvFile)],
  );
}

async function leaveOutFaulty(
  session: Session,
  { importId }: StageContext,
  entity: Entity,
): Promise<boolean> {
  const kept = keptTable(importId, entity);
  await session.query(
    `CREATE UNLOGGED TABLE ${kept} (line integer, sourced_id text COLLATE "C" NOT NULL, owner text)`,
  );
  const { rowCount } = await session.query(
    `WITH gone AS (
  DELETE FROM ${stageTable(importId, entity)} s USING (
    SELECT DISTINCT line FROM import_issues
    WHERE import_id = $1 AND file = $2 AND level = 'error') i
  WHERE s.line = i.line RETURNING s.line, s.sourced_id, ${ownerOf(entity)} AS owner
) INSERT INTO ${kept} SELECT * FROM gone`,
    [importId, entity.csvFile],
  );
  await session.query(`ANALYZE ${kept}`);
  return rowCount !== 0;
}

/** Is there a row with an error whose record cannot be told? */
function hasUnnamed(session: Session, { importId }: StageContext, entity: Entity): Promise<boolean> {
  return found(
    session,
    `SELECT FROM import_issues i WHERE import_id = $1 AND file = $2 AND level = 'error' AND (fault = ANY ($3::text[])
       OR NOT EXISTS (SELECT FROM ${keptTable(importId, entity)} k WHERE k.line = i.line))`,
    [importId, entity.csvFile, unnamed],
  );
}

async function isEmpty(session: Session, { importId }: StageContext, entity: Entity): Promise<boolean> {
  return !(await found(session, `SELECT FROM ${stageTable(importId, entity)}`));
}

/** Nothing of this entity is deleted for being absent from its file. */
async function withhold(
  session: Session,
  context: StageContext,
  entity: Entity,
  withheld: Set<Entity>,
  grown: Set<Entity>,
): Promise<void> {
  if (context.deltas.has(entity) || withheld.has(entity)) return;
  withheld.add(entity);
  const { rowCount } = await session.query(keepRest(context, entity));
  if (rowCount === null || rowCount === 0) return;
  grown.add(entity);
  const told = context.rulebook.judge(
    issue('deletions_withheld', { file: entity.csvFile }, { count: rowCount }),
  );
  if (told !== undefined) await insertIssues(session, context.importId, [told]);
}

/** Does a row of the bundle remain, or a record that was kept because of it? */
async function hasAnything(
  session: Session,
  context: StageContext,
  staged: readonly Entity[],
): Promise<boolean> {
  for (const entity of staged) {
    if (!(await isEmpty(session, context, entity))) return true;
    const live = liveOf(entity);
    const kept = keptTable(context.importId, entity);
    if (
      await found(
        session,
        `SELECT FROM ${kept} k JOIN ${live} l ON l.sourced_id = k.sourced_id AND l.status = 'active'`,
      )
    )
      return true;
  }
  return false;
}
