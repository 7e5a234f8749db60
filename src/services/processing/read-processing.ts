import { collectionTexts } from '../../model/collection-texts.ts';
import { columnLabel } from '../../model/column-labels.ts';
import type { Entity } from '../../model/entity.ts';
import { personalFiles } from '../../model/person.ts';
import { personalReach, reachedHeaders } from '../../model/reach.ts';
import { type ClientRecord, listClients } from '../../store/clients.ts';
import {
  countActive,
  countByOrg,
  countByRole,
  listLastUses,
  type OrgPersons,
  type SourceSummary,
  summariseSources,
} from '../../store/processing.ts';
import type { Context } from '../context.ts';
import { type KeptClass, readRetention } from '../retention/read-retention.ts';
import { type Measure, measuresOf } from './list-measures.ts';

/** A file of items that are kept of people. */
export interface ItemFile {
  readonly file: string;
  readonly title: { readonly ja: string; readonly en: string };
  /** Active records. */
  readonly records: number;
  readonly items: readonly { readonly column: string; readonly label: string; readonly personal: boolean }[];
}

/** Who is given data, or may change it. */
export interface Recipient extends ClientRecord {
  readonly active: boolean;
  readonly lastUsedAt: Date | null;
  /** CSV headers by file, of what is about people. */
  readonly reach: readonly { readonly file: string; readonly columns: readonly string[] }[];
}

/** The record of processing (GDPR 30), which is also a draft of the 個人情報ファイル簿. Nothing of any person is in it. */
export interface ProcessingRecord {
  readonly at: Date;
  /** Who answers for the data; null where nobody has said. */
  readonly organization: string | null;
  /** Active users. */
  readonly persons: number;
  readonly byRole: readonly { readonly role: string; readonly persons: number }[];
  readonly orgs: readonly OrgPersons[];
  readonly files: readonly ItemFile[];
  readonly sources: readonly SourceSummary[];
  readonly recipients: readonly Recipient[];
  readonly retention: readonly KeptClass[];
  readonly measures: readonly Measure[];
}

/** What reading the record takes. */
export type ProcessingContext = Pick<
  Context,
  | 'store'
  | 'organization'
  | 'measures'
  | 'tombstoneDays'
  | 'uploadDays'
  | 'exportDays'
  | 'reportDays'
  | 'auditDays'
>;

function itemFile(entity: Entity, records: number): ItemFile {
  const { ja, many } = collectionTexts(entity.name);
  const items = entity.columns
    .filter(({ writeOnly }) => !writeOnly)
    .map(({ header, personal }) => ({
      column: header,
      label: columnLabel(header),
      personal: personal === true,
    }));
  const id = { column: 'sourcedId', label: columnLabel('sourcedId'), personal: true };
  return { file: entity.csvFile, title: { ja, en: many }, records, items: [id, ...items] };
}

function recipientOf(client: ClientRecord, now: Date, lastUsedAt: Date | undefined): Recipient {
  return {
    ...client,
    active: client.revokedAt === null && client.expiresAt > now,
    lastUsedAt: lastUsedAt ?? null,
    reach: personalReach(client).map((reached) => ({
      file: reached.entity.csvFile,
      columns: reachedHeaders(reached),
    })),
  };
}

/** Drawn from the configuration and from what is there now. */
export async function readProcessing(ctx: ProcessingContext, now: Date): Promise<ProcessingRecord> {
  const { db } = ctx.store;
  const active = await countActive(db);
  const clients = await listClients(db);
  const lastUses = await listLastUses(db);
  return {
    at: now,
    organization: ctx.organization ?? null,
    persons: active.get('users') ?? 0,
    byRole: await countByRole(db),
    orgs: await countByOrg(db),
    files: personalFiles.map(({ entity }) => itemFile(entity, active.get(entity.name) ?? 0)),
    sources: await summariseSources(db),
    recipients: clients.map((client) => recipientOf(client, now, lastUses.get(client.id))),
    retention: await readRetention(ctx),
    measures: measuresOf(ctx, clients, now),
  };
}
