import { RosterError } from '../../errors.ts';
import { dayInJapan } from '../../model/calendar.ts';
import { entityList } from '../../model/entities/index.ts';
import type { Entity } from '../../model/entity.ts';
import type { ExportNote, ExportOptions, ExportSummary } from '../../model/export-options.ts';
import { exportRulesOf } from '../../model/export-rules.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import { zipName } from '../../model/zip-name.ts';
import type { Session } from '../session.ts';
import type { CellContext } from './cells.ts';
import { copyOut } from './copy-out.ts';
import { bulkQuery, deltaQuery, deltaTable, makeDelta } from './delta.ts';
import { leaveOutOf } from './leave-out.ts';
import { findNameCode } from './name-code.ts';
import { countRows, type Surveyor, surveyRows } from './notes.ts';
import { type Selection, selectFrom, type Unknown } from './select.ts';
import { openView, type RosterView } from './view.ts';

/** An export whose roster is fixed and counted, and of which no row is read yet. */
export interface OpenedExport extends ExportSummary {
  /** The day in Japan whose roster it is. */
  readonly day: string;
  /** Entities that have rows, in the order of the registry. */
  readonly entities: readonly Entity[];
  /** Rows of a file as CSV, without the header, in blocks of some size. One file at a time. */
  readonly rowsOf: (
    entity: Entity,
    blockBytes: number,
    onRows: (rows: number) => void,
  ) => AsyncGenerator<Buffer>;
}

const unknownTexts: Readonly<Record<Unknown, { readonly ja: string; readonly en: string }>> = {
  schools: { ja: '名簿にある組織の sourcedId', en: 'sourcedIds of orgs in the roster' },
  academicSessions: { ja: '名簿にある年度の sourcedId', en: 'sourcedIds of academic sessions in the roster' },
  source: { ja: '取り込み元の名前', en: 'the name of a source' },
};

/** Throws `publication_gone` and `unknown_publication`; the instant of the publication and whether it is the newest. */
async function rosterOf(session: Session, id: number): Promise<{ publishedAt: Date; newest: boolean }> {
  const { rows } = await session.query<{ publishedAt: Date; kept: boolean; newest: boolean }>(
    `SELECT published_at AS "publishedAt", kept, id = (SELECT max(id) FROM publications) AS newest
     FROM publications WHERE id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new RosterError('unknown_publication');
  if (!row.kept && !row.newest) throw new RosterError('publication_gone');
  return row;
}

/**
 * The view of a publication with what was asked for. Throws what `rosterOf` throws; for `now`, `invalid_parameter` when
 * a part of the selection names nothing.
 */
export async function openSelection(
  session: Session,
  name: RosterView['name'],
  publication: number,
  selection: Selection,
): Promise<{ view: RosterView; publishedAt: Date }> {
  const { publishedAt, newest } = await rosterOf(session, publication);
  const view = await openView(session, name, newest ? undefined : publication);
  const [unknown] = await selectFrom(session, view, selection);
  if (unknown !== undefined && name === 'now') {
    const { ja, en } = unknownTexts[unknown];
    throw new RosterError('invalid_parameter', {
      name: unknown,
      expectedJa: `期待する値: ${ja}`,
      expected: en,
    });
  }
  return { view, publishedAt };
}

/**
 * Fixes the roster in a snapshot of the session, which lasts until the session ends, and counts what is exported:
 * nothing that is published meanwhile is in it. Throws `unknown_publication`, `publication_gone`, `invalid_parameter`
 * for a selection of nothing, `export_incomplete` when a file that the profile demands would have no row.
 */
export async function openExport(
  session: Session,
  profile: Profile,
  options: ExportOptions,
  survey: Surveyor = surveyRows,
): Promise<OpenedExport> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  const { publication, mode, files, since } = options;
  const { view, publishedAt } = await openSelection(session, 'now', publication, options);
  // A delta counts few rows, and of a selection something is gone already.
  const isWhole = mode === 'bulk' && view.gone.size === 0;
  const surveyed = isWhole ? await survey(session, profile, view, publication) : undefined;
  await leaveOutOf(session, profile, view, surveyed?.leavesOut);
  const then = mode === 'delta' && since !== null && since > 0 ? await viewThen(since) : undefined;
  const wanted = entityList.filter(({ name }) => files === null || files.some((file) => file === name));
  const broken = new Set<Entity>(mode === 'delta' ? entityList : []);
  const rules = exportRulesOf(profile.headers);
  const context: CellContext = { profile, rules, view, blankParent: options.blankParent, broken };
  const rows = new Map<Entity, number>();
  const notes: ExportNote[] = [];
  for (const entity of wanted) {
    let changed: number | undefined;
    if (mode === 'delta') {
      changed = await makeDelta(session, { now: context, then, publication, since: since ?? 0 }, entity);
    }
    const among = changed === undefined ? undefined : deltaTable(entity);
    const counted = await countRows(session, profile, view, entity, { among, survey: surveyed });
    rows.set(entity, changed ?? counted.rows);
    notes.push(...counted.notes);
    if (counted.notes.some(({ rule }) => rule === 'line_break')) broken.add(entity);
  }
  const written = wanted.filter((entity) => (rows.get(entity) ?? 0) > 0);
  if (mode === 'bulk') refuseIncomplete(profile, wanted, written);
  // Rules that change nothing here need not be asked of each row again. A delta writes rows of then, too.
  const applies = new Set(notes.map(({ rule }) => rule));
  const writing: CellContext =
    mode === 'delta' ? context : { ...context, rules: rules.filter(({ id }) => applies.has(id)) };
  const code = await findNameCode(session, view, options.schools);
  const day = dayInJapan(publishedAt);
  if (code === undefined) notes.push({ rule: 'code_missing', file: '', column: '', rows: 1, first: '' });
  return {
    day,
    fileName: zipName(day, code ?? '00'),
    rows: Object.fromEntries(written.map((entity) => [entity.csvFile, rows.get(entity) ?? 0])),
    notes,
    entities: written,
    rowsOf: (entity, blockBytes, onRows) =>
      copyOut(session, (mode === 'delta' ? deltaQuery : bulkQuery)(writing, entity), blockBytes, onRows),
  };

  async function viewThen(id: number): Promise<RosterView> {
    const { view: older } = await openSelection(session, 'then', id, options);
    await leaveOutOf(session, profile, older);
    return older;
  }
}

/** A file without rows may not be written, and one that the profile demands may not be missing. */
function refuseIncomplete(profile: Profile, wanted: readonly Entity[], written: readonly Entity[]): void {
  const empty = wanted.filter(
    (entity) => !written.includes(entity) && profile.requiredFiles.some((file) => file === entity.name),
  );
  if (empty.length === 0 && written.length > 0) return;
  const missing = (empty.length > 0 ? empty : wanted).map(({ csvFile }) => csvFile).join(', ');
  throw new RosterError('export_incomplete', { files: missing, profile: profile.id });
}
