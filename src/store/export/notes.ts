import { entityList, entityOf } from '../../model/entities/index.ts';
import { type Column, type Entity, headerOf } from '../../model/entity.ts';
import type { ExportNote } from '../../model/export-options.ts';
import { exportRulesOf, type GeneralRule } from '../../model/export-rules.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import { literal } from '../column.ts';
import type { Session } from '../session.ts';
import { conditionOf } from './questions.ts';
import { notSelected } from './select.ts';
import { fieldOf, goneTable, type RosterView, rowsIn, valueSql } from './view.ts';

/** Something that may be told of rows `r`. */
interface Question {
  readonly rule: string;
  readonly column: string;
  readonly condition: string;
}

const general = (rule: GeneralRule, column: string, condition: string): Question => ({
  rule,
  column,
  condition,
});

/** A reference that names something that is gone without anything to stand for it. */
function namesGone(view: RosterView, column: Column): string | undefined {
  const target = column.target === undefined ? undefined : entityOf(column.target);
  if (target === undefined || !view.gone.has(target)) return undefined;
  const gone = `SELECT FROM ${goneTable(view, target)} g WHERE g.becomes IS NULL AND g.sourced_id`;
  return column.kind === 'refs'
    ? `EXISTS (${gone} = ANY (${valueSql(column)}))`
    : `EXISTS (${gone} = ${valueSql(column)})`;
}

const isBroken = (text: string) => `${text} LIKE E'%\\n%'`;

/** A break in JSON is a backslash and n, unless that backslash is the second of two. */
function isBrokenJson(text: string): string {
  const pattern = `'%\\\\n%'`;
  return `(${text} LIKE ${pattern} AND replace(${text}, '\\\\', '') LIKE ${pattern})`;
}

/** Japan columns are looked through together: each by itself costs as much. */
function hasBreaks(entity: Entity): string {
  const values = entity.stored.flatMap((column) => {
    const value = valueSql(column);
    if (column.kind === 'string') return [isBroken(value)];
    if (column.kind === 'list') return [isBroken(`array_to_string(${value}, ',')`)];
    return column.kind === 'pairs' ? [isBrokenJson(`${value}::text`)] : [];
  });
  const japan = entity.japan.some(({ kind }) => kind === 'string')
    ? [isBrokenJson(`(r.metadata ->> 'jp')`)]
    : [];
  return [...values, ...japan].join(' OR ') || 'false';
}

/** Metadata that no column of the Japan profile holds. */
function hasMore(entity: Entity): string {
  const known = `ARRAY[${entity.japan.map(({ name }) => literal(name)).join(', ')}]::text[]`;
  return `(r.metadata - 'jp' <> '{}' OR (r.metadata -> 'jp') - ${known} <> '{}')`;
}

function questionsOf(profile: Profile, view: RosterView, entity: Entity): Question[] {
  const rules = exportRulesOf(profile.headers).flatMap((rule): Question[] => {
    if (rule.entity !== entity.name || !('field' in rule.effect)) return [];
    const column = headerOf(fieldOf(entity, rule.effect.field), profile.headers) ?? '';
    return [{ rule: rule.id, column, condition: conditionOf(profile, entity, rule) }];
  });
  // A reference that a rule writes is that rule's to tell.
  const unwritten = (header: string) =>
    rules
      .filter(({ column }) => column === header)
      .map(({ condition }) => ` AND (${condition}) IS NOT TRUE`)
      .join('');
  const columns = entity.columns.flatMap((column): Question[] => {
    const header = headerOf(column, profile.headers);
    if (column.writeOnly) return [];
    if (header === undefined) {
      return [general('column_absent', column.header, `${valueSql(column)} IS NOT NULL`)];
    }
    const condition = column.required && column.kind === 'ref' ? undefined : namesGone(view, column);
    return condition === undefined ? [] : [general('reference_blank', header, condition + unwritten(header))];
  });
  return [
    ...rules,
    ...columns,
    general('line_break', '', hasBreaks(entity)),
    general('metadata_absent', '', hasMore(entity)),
  ];
}

/** How many rows there are, and what has to be told of any. */
interface Answers {
  readonly rows: number;
  readonly told: readonly Question[];
}

/** What was found in an earlier publication. */
interface Earlier {
  readonly publication: number;
  readonly told: readonly Question[];
}

/**
 * Most rows have nothing to tell, and each condition is asked once. What was told of none in an earlier publication is
 * asked of the rows that have changed since.
 */
async function askAll(
  session: Session,
  questions: readonly Question[],
  from: string,
  earlier?: Earlier,
): Promise<Answers> {
  const newer = earlier === undefined ? '' : `r.publication_id > ${earlier.publication} AND `;
  const isAsked = ({ condition }: Question) =>
    earlier?.told.some((one) => one.condition === condition) === true ? condition : `${newer}(${condition})`;
  const asked = questions.map((question, index) => `, bool_or(${isAsked(question)}) AS q${index}`);
  const { rows } = await session.query<Record<string, string | boolean | null>>(
    `SELECT count(*) AS rows${asked.join('')} ${from}`,
  );
  const [row = {}] = rows;
  return { rows: Number(row.rows), told: questions.filter((_, index) => row[`q${index}`] === true) };
}

/** How many rows something is told of, and the first of them. */
async function noteOf(
  session: Session,
  { rule, column, condition }: Question,
  file: string,
  from: string,
): Promise<ExportNote> {
  const { rows } = await session.query<{ rows: string; first: string }>(
    `SELECT count(*) AS rows, min(r.sourced_id) AS first ${from} AND (${condition})`,
  );
  return { rule, file, column, rows: Number(rows[0]?.rows), first: rows[0]?.first ?? '' };
}

/** What one look at everything has found, before anything was left out. */
export interface Survey {
  /** Ids of the rules by which records are left out. */
  readonly leavesOut: ReadonlySet<string>;
  readonly answers: ReadonlyMap<Entity, Answers & { readonly leaving: readonly Question[] }>;
}

/** A survey of the rows that a publication had while it was the newest. */
interface KeptSurvey {
  readonly publication: number;
  readonly survey: Survey;
}

/** Looks at everything in a view of a publication. */
export type Surveyor = (
  session: Session,
  profile: Profile,
  view: RosterView,
  publication: number,
) => Promise<Survey>;

/** Asks of every record, at once, what rules leave out and what can be told: a large board is read through once and not twice. */
export const surveyRows: Surveyor = (session, profile, view) => surveySince(session, profile, view);

async function surveySince(
  session: Session,
  profile: Profile,
  view: RosterView,
  kept?: KeptSurvey,
): Promise<Survey> {
  const leavesOut = new Set<string>();
  const answers = new Map<Entity, Answers & { readonly leaving: readonly Question[] }>();
  for (const entity of entityList) {
    const all = exportRulesOf(profile.headers).flatMap((rule): Question[] =>
      rule.entity === entity.name && rule.effect.kind === 'leaveOut'
        ? [{ rule: rule.id, column: '', condition: conditionOf(profile, entity, rule) }]
        : [],
    );
    const known = kept?.survey.answers.get(entity);
    const earlier = kept && known && { ...kept, told: [...known.leaving, ...known.told] };
    const questions = [...all, ...questionsOf(profile, view, entity)];
    const { rows, told } = await askAll(session, questions, rowsIn(view, entity), earlier);
    const leaving = all.filter((one) => told.includes(one));
    for (const { rule } of leaving) leavesOut.add(rule);
    answers.set(entity, { rows, leaving, told: told.filter((one) => !leaving.includes(one)) });
  }
  return { leavesOut, answers };
}

/**
 * Keeps the survey of the newest publication, by profile: the rows of now change with a publication and with nothing
 * else, whoever is erased, hidden or corrected, and those that do have its number. So the next one is asked of these
 * alone. Older ones may be rewritten, so they are looked at each time.
 */
export function keepSurveys(): Surveyor {
  const kept = new Map<string, KeptSurvey>();
  return async (session, profile, view, publication) => {
    if (view.asOf !== undefined) return surveyRows(session, profile, view, publication);
    const known = kept.get(profile.id);
    if (known?.publication === publication) return known.survey;
    // One that began before the kept one, and is slow, knows nothing that is older.
    const earlier = known !== undefined && known.publication < publication ? known : undefined;
    const survey = await surveySince(session, profile, view, earlier);
    kept.set(profile.id, { publication, survey });
    return survey;
  };
}

/** What a survey has found still holds when nothing of an entity is gone, and nothing that it may name. */
function isAsSurveyed({ gone }: RosterView, entity: Entity): boolean {
  const named = entity.columns.map(({ target }) => (target === undefined ? undefined : entityOf(target)));
  return [entity, ...named].every((one) => one === undefined || !gone.has(one));
}

/** How many rows an entity's file has, and what is to be told of them. */
export interface EntityCount {
  readonly rows: number;
  readonly notes: readonly ExportNote[];
}

/** Of what rows are counted. */
export interface CountOptions {
  /** A table of sourced_ids: of those only. */
  readonly among?: string | undefined;
  /** Of the same view, before anything was left out. */
  readonly survey?: Survey | undefined;
}

/** Counts an entity's rows and asks everything that can be told of them. */
export async function countRows(
  session: Session,
  profile: Profile,
  view: RosterView,
  entity: Entity,
  { among, survey }: CountOptions,
): Promise<EntityCount> {
  const surveyed = isAsSurveyed(view, entity) ? survey?.answers.get(entity) : undefined;
  const inside = (row: string) =>
    among === undefined ? '' : ` AND EXISTS (SELECT FROM ${among} d WHERE d.sourced_id = ${row})`;
  const from = `${rowsIn(view, entity)}${inside('r.sourced_id')}`;
  const file = entity.csvFile;
  const { rows: total, told } = surveyed ?? (await askAll(session, questionsOf(profile, view, entity), from));
  const notes: ExportNote[] = [];
  for (const question of told) notes.push(await noteOf(session, question, file, from));
  if (!view.gone.has(entity)) return { rows: total, notes };
  const gone = await session.query<{ rule: string; rows: string; first: string }>(
    `SELECT rule, count(*) AS rows, min(sourced_id) AS first FROM ${goneTable(view, entity)} g
     WHERE rule <> '${notSelected}'${inside('g.sourced_id')} GROUP BY rule ORDER BY rule`,
  );
  const left = gone.rows.map((one) => ({ ...one, file, column: '', rows: Number(one.rows) }));
  return { rows: total, notes: [...left, ...notes] };
}
