import type { Entity } from '../model/entity.ts';
import { ofRow } from './changes.ts';
import type { StageContext } from './checks.ts';
import type { Session } from './session.ts';
import { diffTable } from './stage.ts';
import { comingRows } from './stage-rows.ts';

/** What publishing a stage will make of some records. */
export interface ComingValues {
  /** As `ofRow` has them, by sourcedId: those that the bundle has. */
  readonly values: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Those that will be deleted. */
  readonly deleted: ReadonlySet<string>;
}

/** Of these records; after `diffStage`. */
export async function readComing(
  session: Session,
  context: StageContext,
  entity: Entity,
  sourcedIds: readonly string[],
): Promise<ComingValues> {
  const { rows } = await session.query<{ id: string; values: Record<string, unknown> }>(
    `SELECT s.sourced_id AS id, ${ofRow(entity, 's')} AS values FROM ${comingRows(context, entity)} s
     WHERE s.sourced_id = ANY ($1)`,
    [sourcedIds],
  );
  const gone = await session.query<{ id: string }>(
    `SELECT sourced_id AS id FROM ${diffTable(context.importId, entity)} WHERE op = 'd' AND sourced_id = ANY ($1)`,
    [sourcedIds],
  );
  return {
    values: new Map(rows.map(({ id, values }) => [id, values])),
    deleted: new Set(gone.rows.map(({ id }) => id)),
  };
}
