import { RosterError } from '../../errors.ts';
import { collectionTexts } from '../../model/collection-texts.ts';
import { findColumnLabel } from '../../model/column-labels.ts';
import { getEntity } from '../../model/entities/index.ts';
import { type Correction, listCorrectionsOf } from '../../store/corrections.ts';
import {
  listNamedBy,
  listOrigins,
  listPersonRows,
  type NamedBy,
  type PersonRow,
  type RowOrigin,
} from '../../store/held-rows.ts';
import { listNamingIssues, type NamingIssue } from '../../store/repeated-reads.ts';
import type { Context } from '../context.ts';
import { cellsOf } from '../imports/change-fields.ts';
import { type FilesWithPerson, findFiles } from './find-files.ts';
import { findRecipients, type Recipients } from './find-recipients.ts';

/** A value as a CSV file has it. */
export interface PersonField {
  /** CSV header. */
  readonly column: string;
  /** What people call it; blank for a column that nobody has declared. */
  readonly label: string;
  readonly value: string;
}

/** What is, or was, said of a person in one record. Blank fields are left out. */
export interface PersonRecord {
  readonly file: string;
  readonly title: { readonly ja: string; readonly en: string };
  readonly sourcedId: string;
  readonly status: string;
  readonly source: string;
  /** The publication since which it is true, and the first for which it is not (null: it is true now). */
  readonly from: number;
  readonly until: number | null;
  readonly fields: readonly PersonField[];
}

/** Everything that is held on a person, and who was given it. */
export interface PersonReport {
  readonly sourcedId: string;
  readonly current: readonly PersonRecord[];
  /** Versions that are still kept, the newest of each record first. */
  readonly earlier: readonly PersonRecord[];
  /** Where the versions came from. */
  readonly publications: readonly RowOrigin[];
  /** Records of others that name the person. */
  readonly namedBy: readonly NamedBy[];
  readonly corrections: readonly Correction[];
  readonly files: FilesWithPerson;
  readonly issues: readonly NamingIssue[];
  readonly recipients: Recipients;
}

/** What reading it takes. */
export type PersonContext = Pick<Context, 'store' | 'uploadDays' | 'exportDays'>;

function toRecord(row: PersonRow): PersonRecord {
  const entity = getEntity(row.entity);
  const { ja, one } = collectionTexts(entity.name);
  const fields = [...cellsOf(entity, row.values)].flatMap(([column, { cell }]) =>
    cell === '' ? [] : [{ column, label: findColumnLabel(column) ?? '', value: cell }],
  );
  return {
    file: entity.csvFile,
    title: { ja, en: one },
    ...{ sourcedId: row.sourcedId, status: row.status, source: row.source, fields },
    ...{ from: row.publicationId, until: row.validTo },
  };
}

const saysTheSame = (one: PersonRecord, other: PersonRecord) =>
  one.file === other.file &&
  one.sourcedId === other.sourcedId &&
  one.status === other.status &&
  one.source === other.source &&
  JSON.stringify(one.fields) === JSON.stringify(other.fields);

/** A record that moved with another has several versions that say the same: they are one. Newest first, as it came. */
function merged(records: readonly PersonRecord[]): PersonRecord[] {
  const kept: PersonRecord[] = [];
  for (const record of records) {
    const newer = kept.at(-1);
    if (newer !== undefined && record.until === newer.from && saysTheSame(newer, record)) {
      kept[kept.length - 1] = { ...newer, from: record.from };
    } else kept.push(record);
  }
  return kept;
}

/** Throws `unknown_object` when nothing is held. */
export async function readPerson(ctx: PersonContext, person: string): Promise<PersonReport> {
  const { db } = ctx.store;
  const rows = await listPersonRows(db, person);
  if (rows.length === 0) throw new RosterError('unknown_object');
  const records = merged(rows.map(toRecord));
  // Of who was erased the id alone is left, for those who read deltas.
  if (records.every(({ fields }) => fields.length === 0)) throw new RosterError('unknown_object');
  const ids = rows.flatMap(({ publicationId, validTo }) => [
    publicationId,
    ...(validTo === null ? [] : [validTo]),
  ]);
  const publications = await listOrigins(db, [...new Set(ids)]);
  const [first] = publications;
  return {
    sourcedId: person,
    current: records.filter(({ until }) => until === null),
    earlier: records.filter(({ until }) => until !== null),
    publications,
    namedBy: await listNamedBy(db, person),
    corrections: await listCorrectionsOf(db, person),
    files: await findFiles(ctx, first),
    issues: await listNamingIssues(db, [...new Set([person, ...rows.map(({ sourcedId }) => sourcedId)])]),
    recipients: await findRecipients(ctx, person, first),
  };
}
