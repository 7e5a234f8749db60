import { hkdfSync } from 'node:crypto';

/** Working keys, one for each purpose, so that none can be used for another's. */
export interface DerivedKeys {
  /** Digests of API keys. */
  readonly apiKeys: Buffer;
  /** Signatures of page cursors. */
  readonly cursors: Buffer;
}

const keyBytes = 32;

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'rosterhub', purpose, keyBytes));
}

/** HKDF-SHA-256 of the one secret. A changed secret makes all API keys and cursors invalid. */
export function deriveKeys(secret: string): DerivedKeys {
  return { apiKeys: derive(secret, 'api-keys'), cursors: derive(secret, 'cursors') };
}
