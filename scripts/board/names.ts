import {
  type ForeignName,
  familyNames,
  foreignNames,
  givenNames,
  type Name,
  rareFamilyNames,
} from './name-lists.ts';
import { draw, drawFrom } from './random.ts';

/** The name columns of a person; a part that is missing is ''. */
export interface PersonName {
  readonly family: Name;
  readonly given: Name;
  readonly middle: Name;
  /** The family name for screens: the 通称 of some, the common form of a rare character for others. */
  readonly preferredFamily: Name;
  readonly foreign: boolean;
}

/** Who a name is for; people of one family share `family`. */
export interface NameRequest {
  readonly key: string;
  readonly family: string;
  readonly sex: 'female' | 'male';
  /** The family name changed this week. */
  readonly renamed: boolean;
}

interface FamilyName {
  readonly name: Name;
  readonly origin?: ForeignName;
}

// One in fifty is enough to meet the rare cases in a single class without drowning the usual ones.
const rareShare = 0.02;
const foreignShare = 0.03;
const aliasShare = 0.4;
const keptNameShare = 0.3;

/** A fictitious name that depends only on the seed and the request. */
export function personName(seed: number, request: NameRequest): PersonName {
  const { name, origin } = familyName(seed, request.family);
  const family = request.renamed ? otherFamilyName(seed, request.key, name) : name;
  const given = drawFrom(seed, `given/${request.key}`, origin?.given ?? givenNames[request.sex]);
  const middle: Name =
    origin === undefined ? ['', ''] : drawFrom(seed, `middle/${request.key}`, origin.middle);
  return {
    family,
    given,
    middle,
    preferredFamily: preferredFamilyName(seed, request, name, family, origin !== undefined),
    foreign: origin !== undefined,
  };
}

/** 'female' or 'male', as the given names are listed. */
export function sexOf(seed: number, key: string): 'female' | 'male' {
  return draw(seed, `sex/${key}`) < 0.5 ? 'female' : 'male';
}

function familyName(seed: number, family: string): FamilyName {
  const kind = draw(seed, `family-kind/${family}`);
  if (kind < rareShare) return { name: drawFrom(seed, `family/${family}`, rareFamilyNames) };
  if (kind < rareShare + foreignShare) {
    const origin = drawFrom(seed, `family/${family}`, foreignNames);
    return { name: origin.family, origin };
  }
  // Squaring favours the head of the list, as real names do.
  const place = draw(seed, `family/${family}`) ** 2;
  return { name: familyNames[Math.floor(place * familyNames.length)] ?? ['佐藤', 'サトウ'] };
}

function otherFamilyName(seed: number, key: string, name: Name): Name {
  const others = familyNames.filter(([written]) => written !== name[0]);
  return drawFrom(seed, `renamed/${key}`, others);
}

function preferredFamilyName(
  seed: number,
  request: NameRequest,
  before: Name,
  now: Name,
  foreign: boolean,
): Name {
  if (request.renamed && draw(seed, `kept/${request.key}`) < keptNameShare) return screenForm(before);
  if (foreign && draw(seed, `alias/${request.family}`) < aliasShare) {
    return drawFrom(seed, `alias-name/${request.family}`, familyNames);
  }
  return screenForm(now);
}

/** The form of a name whose characters every screen of a school has. */
export function screenForm([written, kana, preferred]: Name): Name {
  return [preferred ?? written, kana];
}
