import { hkdfSync } from 'node:crypto';

/** Working keys, one for each purpose, so that none can be used for another's. */
export interface DerivedKeys {
  /** Digests of API keys. */
  readonly apiKeys: Buffer;
  /** Digests of the secrets of OAuth clients. */
  readonly clients: Buffer;
  /** Signatures of access tokens. */
  readonly tokens: Buffer;
  /** Signatures of page cursors. */
  readonly cursors: Buffer;
}

const keyBytes = 32;

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'rosterhub', purpose, keyBytes));
}

/** HKDF-SHA-256 of the one secret. A changed secret makes all API keys, clients, tokens and cursors invalid. */
export function deriveKeys(secret: string): DerivedKeys {
  return {
    apiKeys: derive(secret, 'api-keys'),
    clients: derive(secret, 'oauth-clients'),
    tokens: derive(secret, 'access-tokens'),
    cursors: derive(secret, 'cursors'),
  };
}
