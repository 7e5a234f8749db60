import { entities } from '../../model/entities/index.ts';
import { boardCodePattern, schoolCodePattern } from '../../model/org-identifier.ts';
import type { Session } from '../session.ts';
import { fieldOf, type RosterView, rowsIn, valueSql } from './view.ts';

const { orgs } = entities;
const type = valueSql(fieldOf(orgs, 'type'));
const identifier = valueSql(fieldOf(orgs, 'identifier'));

/**
 * The code for the name of the zip (profile §3): the school's when there is one school, else the board's; of several
 * boards the two digits of their prefecture. Undefined when the orgs do not have them. `schools`: those asked for.
 */
export async function findNameCode(
  session: Session,
  view: RosterView,
  schools: readonly string[] | null,
): Promise<string | undefined> {
  const { rows } = await session.query<{ id: string; type: string; code: string | null }>(
    `SELECT r.sourced_id AS id, ${type} AS type, ${identifier} AS code ${rowsIn(view, orgs)} ORDER BY r.sourced_id`,
  );
  const found = rows.filter((org) => org.type === 'school');
  const asked = schools === null ? found : found.filter(({ id }) => schools.includes(id));
  const [only] = asked;
  if (asked.length === 1 && only?.code != null && schoolCodePattern.test(only.code)) return only.code;
  const boards = rows.flatMap(({ type, code }) =>
    type === 'district' && code !== null && boardCodePattern.test(code) ? [code] : [],
  );
  const [board] = boards;
  if (board === undefined) return undefined;
  if (boards.length === 1) return board;
  const prefecture = board.slice(0, 2);
  return boards.every((code) => code.startsWith(prefecture)) ? prefecture : undefined;
}
