import { collectionReach, reachedHeaders } from '../../model/reach.ts';
import { findSubjectHash } from '../../store/audit-subjects.ts';
import { type ClientRecord, listClients } from '../../store/clients.ts';
import type { RowOrigin } from '../../store/held-rows.ts';
import { listListReads, listNamedReads, type RepeatedRead } from '../../store/repeated-reads.ts';
import type { Context } from '../context.ts';

/** Somebody who was shown something, and what of that the client may read as its scopes are now. */
export interface RecipientRead extends RepeatedRead {
  readonly contact: string | null;
  /** CSV headers by file. Empty for whoever is no client. */
  readonly mayRead: readonly { readonly file: string; readonly columns: readonly string[] }[];
}

/** Who was given something of a person, by the audit. */
export interface Recipients {
  /** They named the person: certain. */
  readonly named: readonly RecipientRead[];
  /** They read lists or took files that may have had the person in them: an upper bound. */
  readonly lists: readonly RecipientRead[];
}

function withReach(read: RepeatedRead, client: ClientRecord | undefined): RecipientRead {
  const reach = client === undefined ? [] : collectionReach(client, read.entity);
  return {
    ...read,
    contact: client?.contact ?? null,
    mayRead: reach.map((one) => ({ file: one.entity.csvFile, columns: reachedHeaders(one) })),
  };
}

/** `first` is the first publication that is known of the person. */
export async function findRecipients(
  { store: { db } }: Pick<Context, 'store'>,
  person: string,
  first: RowOrigin | undefined,
): Promise<Recipients> {
  const hash = await findSubjectHash(db, person);
  const clients = new Map((await listClients(db)).map((client) => [client.id, client]));
  const named = hash === undefined ? [] : await listNamedReads(db, hash);
  const lists =
    first === undefined
      ? []
      : await listListReads(db, hash, { publicationId: first.id, at: first.publishedAt });
  const shown = (reads: readonly RepeatedRead[]) =>
    reads.map((read) => withReach(read, clients.get(read.actorId ?? '')));
  return { named: shown(named), lists: shown(lists) };
}
