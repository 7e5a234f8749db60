import { dayInJapan } from '../../model/calendar.ts';
import { entityOf } from '../../model/entities/index.ts';
import type { Column, Entity } from '../../model/entity.ts';
import { japan } from '../../model/profiles/japan.ts';
import type { Session } from '../session.ts';
import { type CellContext, cellsOf } from './cells.ts';
import { openSelection } from './open-export.ts';
import { fieldOf, type RosterView, rowsIn, valueSql, versionsIn } from './view.ts';

/** What a sheet shows. */
export interface SheetRequest {
  readonly publication: number;
  /** sourcedIds of orgs, as for an export; null for all. */
  readonly schools: readonly string[] | null;
}

export interface SheetColumn {
  /** CSV header. */
  readonly header: string;
  /** The names of the records that the column before it names. */
  readonly names: boolean;
}

/** The records of one entity as people read them. */
export interface Sheet {
  /** The day in Japan whose roster it is. */
  readonly day: string;
  readonly columns: readonly SheetColumn[];
  /** In the order of sourcedIds; the first cell is the sourcedId. Can be read again, one reader at a time. */
  readonly rows: () => AsyncGenerator<readonly (readonly string[])[]>;
}

const rowsAtOnce = 500;

/** What people know the records by that a column names: `山田 花子`. */
function namesSql(view: RosterView, column: Column): string | undefined {
  const target = column.target === undefined ? undefined : entityOf(column.target);
  if (target?.knownBy === undefined) return undefined;
  const parts = target.knownBy.map((name) => valueSql(fieldOf(target, name), 't')).join(', ');
  const from = `FROM ${versionsIn(view, target)} t WHERE t.status = 'active' AND t.sourced_id`;
  return column.kind === 'refs'
    ? `(SELECT string_agg(concat_ws(' ', ${parts}), '、' ORDER BY array_position(${valueSql(column)}, t.sourced_id)) ${from} = ANY (${valueSql(column)}))`
    : `(SELECT concat_ws(' ', ${parts}) ${from} = ${valueSql(column)})`;
}

/**
 * Fixes the roster in a snapshot of the session. Everything that is active is in it, as it is: also what no profile
 * could hold. Throws `unknown_publication`, `publication_gone`, and `invalid_parameter` for unknown schools.
 */
export async function openSheet(
  session: Session,
  entity: Entity,
  { publication, schools }: SheetRequest,
): Promise<Sheet> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  const selection = { schools, academicSessions: null, source: null };
  const { view, publishedAt } = await openSelection(session, 'now', publication, selection);
  // What was not asked for is left out; references to it stay, since their names say more than a blank.
  const whole: RosterView = { ...view, gone: new Set() };
  const context: CellContext = { profile: japan, rules: [], view: whole, blankParent: '', broken: new Set() };
  const shown = cellsOf(context, entity)
    .filter(({ column }) => column.writeOnly !== true)
    .flatMap(({ column, header, text }) => {
      const names = namesSql(view, column);
      const own = { header, names: false, text };
      return names === undefined ? [own] : [own, { header, names: true, text: names }];
    });
  const cells = ['r.sourced_id', ...shown.map(({ text }) => `coalesce(${text}, '')`)];
  const query = `SELECT ${cells.join(', ')} ${rowsIn(view, entity)} ORDER BY r.sourced_id`;
  async function* rows() {
    await session.query(`DECLARE sheet NO SCROLL CURSOR FOR ${query}`);
    for (;;) {
      const fetched = await session.query<string[]>({
        text: `FETCH ${rowsAtOnce} FROM sheet`,
        rowMode: 'array',
      });
      if (fetched.rows.length === 0) break;
      yield fetched.rows;
    }
    await session.query('CLOSE sheet');
  }
  return {
    day: dayInJapan(publishedAt),
    columns: [
      { header: 'sourcedId', names: false },
      ...shown.map(({ header, names }) => ({ header, names })),
    ],
    rows,
  };
}
