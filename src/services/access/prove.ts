import type { CredentialKind, CredentialRecord } from '../../store/credentials.ts';
import { type DerivedKeys, type KeyPurpose, type SecretKeys, validKeys } from './derive-keys.ts';
import { digestOf, sameDigest } from './key-text.ts';

/** Keys and secrets are digested under keys of their own, so that neither can stand for the other. */
export const purposeOf = { key: 'apiKeys', secret: 'clients' } as const satisfies Record<
  CredentialKind,
  KeyPurpose
>;

const nobody = Buffer.alloc(32);

/** The secrets of the hub under which a digest may have been made. */
function peppersOf(
  keys: DerivedKeys,
  { pepperId }: Pick<CredentialRecord, 'pepperId'>,
): readonly SecretKeys[] {
  const all = [keys, ...keys.previous];
  return pepperId === null ? all : all.filter((one) => one.pepperId === pepperId);
}

/** Whether a secret is that of a row. Without a row it is not, at the cost of a wrong secret. */
export function provesRow(
  secret: string,
  keys: DerivedKeys,
  kind: CredentialKind,
  row: Pick<CredentialRecord, 'digest' | 'pepperId'> | undefined,
): boolean {
  const purpose = purposeOf[kind];
  const peppers = row === undefined ? [] : peppersOf(keys, row);
  const possible =
    peppers.length === 0 ? validKeys(keys, purpose).slice(0, 1) : peppers.map((one) => one[purpose]);
  const same = possible.map((key) => sameDigest(digestOf(secret, key), row?.digest ?? nobody));
  return peppers.length > 0 && same.includes(true);
}
