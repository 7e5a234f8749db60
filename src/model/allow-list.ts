import { RosterError } from '../errors.ts';
import { isEverybody, networkText, parseNetwork } from './address.ts';

/** Something that whoever changed an allow-list should know. */
export interface AllowListNote {
  readonly ja: string;
  readonly en: string;
}

/** More than a board's learning tool has offices. */
export const addressesMax = 100;

function wrong(index: number): RosterError {
  return new RosterError('invalid_parameter', {
    name: `addresses.${index}`,
    expectedJa: '203.0.113.7、203.0.113.0/24、2001:db8::/32 のように書いてください。',
    expected: 'an address or a network such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/32',
  });
}

/**
 * An allow-list as it is kept: each network in its one text, once. `everybody` is the word of a person that `0.0.0.0/0`
 * or `::/0` is meant. Throws `invalid_parameter`, `address_everybody`.
 */
export function readAllowList(
  given: readonly string[],
  everybody: boolean,
): { readonly addresses: readonly string[]; readonly notes: readonly AllowListNote[] } {
  const notes: AllowListNote[] = [];
  const addresses = given.map((text, index) => {
    const network = parseNetwork(text.trim());
    if (network === undefined) throw wrong(index);
    const kept = networkText(network);
    if (isEverybody(network) && !everybody) throw new RosterError('address_everybody', { network: kept });
    if (kept !== text.trim().toLowerCase()) {
      notes.push({ ja: `${text} は ${kept} として保存しました。`, en: `${text} is kept as ${kept}.` });
    }
    return kept;
  });
  return { addresses: [...new Set(addresses)], notes };
}

/** What to say of a list as a whole. */
export function notesOn(mode: 'any' | 'list', addresses: readonly string[]): readonly AllowListNote[] {
  if (mode === 'any' || addresses.length > 0) return [];
  return [
    {
      ja: '許可するアドレスがないので、どこからも使えません。',
      en: 'The list is empty: the client can be used from nowhere.',
    },
  ];
}
