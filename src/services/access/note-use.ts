import { type CredentialRecord, replaceDigest, touchCredential } from '../../store/credentials.ts';
import type { Context } from '../context.ts';
import { digestOf } from './key-text.ts';
import { purposeOf } from './prove.ts';

/** A credential that has just proved its client. */
export interface Use {
  readonly credential: CredentialRecord;
  /** Whether its last use was written more than a minute ago. */
  readonly due: boolean;
  readonly secret: string;
  /** Where it was used; blank when nobody knows. */
  readonly address: string;
}

/**
 * Writes when a credential was used, and its digest anew if it is that of an older secret of the hub. Nobody waits for
 * it: a caller has its answer when the database cannot be written.
 */
export function noteUse(
  { store, log, keys }: Pick<Context, 'store' | 'log' | 'keys'>,
  { credential, due, secret, address }: Use,
): void {
  const { id, kind, pepperId } = credential;
  const written = [
    due ? touchCredential(store.db, id, address || null) : undefined,
    pepperId === keys.pepperId
      ? undefined
      : replaceDigest(store.db, credential, digestOf(secret, keys[purposeOf[kind]]), keys.pepperId),
  ];
  Promise.all(written).catch((error: unknown) =>
    log.debug({ err: error }, 'a use of a credential was not written'),
  );
}
