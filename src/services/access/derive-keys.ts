import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { environmentDefault } from './key-text.ts';

/**
 * Working keys of one secret, one for each purpose, so that none can be used for another's. Ready for use: a bare buffer
 * costs five times as much each time.
 */
export interface SecretKeys {
  /** Names the secret, and tells nothing of it. */
  readonly pepperId: string;
  /** Digests of API keys. */
  readonly apiKeys: KeyObject;
  /** Digests of the secrets of OAuth clients. */
  readonly clients: KeyObject;
  /** Signatures of access tokens. */
  readonly tokens: KeyObject;
  /** Signatures of page cursors. */
  readonly cursors: KeyObject;
  /** Encryption of kept uploads. */
  readonly uploads: KeyObject;
  /** The chain of the audit. */
  readonly audit: KeyObject;
  /** Hashes of ids in the audit that are not people's. */
  readonly auditIds: KeyObject;
  /** By which people who were erased are known again. */
  readonly erasures: KeyObject;
}

/** The purposes of keys. */
export type KeyPurpose = Exclude<keyof SecretKeys, 'pepperId'>;

/** What the hub makes everything new with, and what else it still takes. */
export interface DerivedKeys extends SecretKeys {
  /** Of the secret before, while both are valid. */
  readonly previous: readonly SecretKeys[];
  /** Stands in the texts of credentials, so that those of a trial are seen to be none of the real hub. */
  readonly environment: string;
}

const keyBytes = 32;
const pepperIdBytes = 6;

function derive(secret: string, purpose: string, bytes = keyBytes): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'rosterhub', purpose, bytes));
}

function keysOf(secret: string): SecretKeys {
  const key = (purpose: string) => createSecretKey(derive(secret, purpose));
  return {
    pepperId: derive(secret, 'pepper-id', pepperIdBytes).toString('base64url'),
    apiKeys: key('api-keys'),
    clients: key('oauth-clients'),
    tokens: key('access-tokens'),
    cursors: key('cursors'),
    uploads: key('uploads'),
    audit: key('audit'),
    auditIds: key('audit-ids'),
    erasures: key('erasures'),
  };
}

/**
 * HKDF-SHA-256 of the one secret. Without `previous`, another secret makes all API keys, clients, tokens and cursors
 * invalid, and kept uploads unreadable.
 */
export function deriveKeys(secret: string, previous?: string, environment = environmentDefault): DerivedKeys {
  return { ...keysOf(secret), previous: previous === undefined ? [] : [keysOf(previous)], environment };
}

/** All keys of a purpose that are valid, the one for new things first. */
export function validKeys(keys: DerivedKeys, purpose: KeyPurpose): readonly KeyObject[] {
  return [keys, ...keys.previous].map((one) => one[purpose]);
}
