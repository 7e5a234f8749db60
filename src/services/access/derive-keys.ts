import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * Working keys, one for each purpose, so that none can be used for another's. Ready for use: a bare buffer costs five
 * times as much each time.
 */
export interface DerivedKeys {
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
}

const keyBytes = 32;

function derive(secret: string, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'rosterhub', purpose, keyBytes)));
}

/** HKDF-SHA-256 of the one secret. A changed secret makes all API keys, clients, tokens and cursors invalid, and kept uploads unreadable. */
export function deriveKeys(secret: string): DerivedKeys {
  return {
    apiKeys: derive(secret, 'api-keys'),
    clients: derive(secret, 'oauth-clients'),
    tokens: derive(secret, 'access-tokens'),
    cursors: derive(secret, 'cursors'),
    uploads: derive(secret, 'uploads'),
    audit: derive(secret, 'audit'),
    auditIds: derive(secret, 'audit-ids'),
  };
}
