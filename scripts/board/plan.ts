import { districtCode, schoolCode } from '../../src/model/school-code.ts';
import type { Layer } from './headers.ts';
import { draw, elementAt, uuidOf } from './random.ts';
import { type SchoolType, schoolTypes } from './school-types.ts';

/** What a board is made from; equal options give equal bytes. */
export interface BoardOptions {
  /** Rows of users.csv, at least `peopleMin`; the next week's arrivals and leavers come on top. */
  readonly people: number;
  readonly seed: number;
  /** 'japan' unless given. */
  readonly layer?: Layer;
  /** Share of the people who are affected by the next week's changes, 0 to 1; without it the first week. */
  readonly change?: number;
  /** Plant the twenty faults of faults.ts; Japan layers only. */
  readonly broken?: boolean;
}

/** A school before its people are made. */
export interface SchoolPlan {
  /** Place among the board's schools. */
  readonly index: number;
  readonly key: string;
  readonly type: SchoolType;
  readonly name: string;
  readonly code: string;
  readonly people: number;
  /** The neighbour that pupils move in from: the one before it among the schools of its type, in a ring. */
  readonly previous: number;
  readonly next: number;
}

/** A board: everything that is known before the first school is made. */
export interface Board {
  readonly seed: number;
  readonly layer: Layer;
  readonly change: number;
  readonly city: string;
  readonly districtCode: string;
  /** People of the board's own office. */
  readonly officers: number;
  readonly schools: readonly SchoolPlan[];
  /** The sourcedId of an object: a UUID in the Japan layers, `usr-…` in the base layer. */
  readonly id: (kind: IdKind, key: string) => string;
}

const prefixes = {
  academicSession: 'ses',
  org: 'org',
  course: 'crs',
  class: 'cls',
  user: 'usr',
  role: 'rol',
  userProfile: 'prf',
  enrollment: 'enr',
} as const;
type IdKind = keyof typeof prefixes;

/** Fewer people make no school with a class, a teacher and a guardian in it. */
export const peopleMin = 20;
/** The 年度 of every board. */
export const schoolYear = 2026;

const cities = ['星見市', 'みどり野市', '湊台市', '雪ヶ原市', '藤ヶ浦市', '東雲町', '琥珀市', '若草市'];
const places = (
  '中央 桜ヶ丘 緑台 光が丘 川添 城山 港 松原 日の出 若葉 青葉 藤棚 泉 梅里 高台 朝日 富士見 竹園 清流 大池 ' +
  '二葉 希望が丘 白鳥 月見 南風 花園 鶴巻 石橋 栗林 潮見'
).split(' ');
const prefixesOfPlaces = ['', '東', '西', '南', '北', '新', '上', '下', '第二', '第三'];
// Below the first number there is one school, below the second a primary and a secondary one.
const oneSchoolBelow = 100;
const twoSchoolsBelow = 600;
const quotaMin = 12;
// People per student: guardians and staff come on top of the students of a school.
const peoplePerStudent = 1.56;
// Every twelfth primary school is so small that grades share a class (複式学級).
const smallEvery = 12;

/** Lays out the schools of a board; the shares of the school types and the sizes follow from the seed. */
export function planBoard(options: BoardOptions): Board {
  const { people, seed, layer = 'japan', change = 0 } = options;
  const city = elementAt(cities, seed);
  const prefecture = 1 + (seed % 47);
  const officers = Math.max(1, Math.floor(people / 4000));
  const kinds = schoolKinds(people);
  const quotas = splitPeople(
    people - officers,
    kinds.map((kind) => kind.weight(seed)),
  );
  const schools = kinds.map(({ type, index, first, count }, position): SchoolPlan => {
    const number = 9000000 + (seed % 100) * 10000 + position + 1;
    return {
      index: position,
      key: String(position + 1).padStart(4, '0'),
      type,
      name: `${city}立${placeName(index)}${type.suffix}`,
      code: schoolCode(type.type, prefecture, 2, number),
      people: quotas[position] ?? quotaMin,
      previous: first + ((index + count - 1) % count),
      next: first + ((index + 1) % count),
    };
  });
  const id = (kind: IdKind, key: string): string =>
    layer !== 'base'
      ? uuidOf(seed, `${kind}/${key}`)
      : `${kind === 'org' && /^\d/.test(key) ? 'sch' : prefixes[kind]}-${key}`;
  const code = districtCode(prefecture, 900 + (seed % 100));
  return { seed, layer, change, city, districtCode: code, officers, schools, id };
}

interface SchoolKind {
  readonly type: SchoolType;
  readonly index: number;
  readonly first: number;
  readonly count: number;
  readonly weight: (seed: number) => number;
}

function schoolKinds(people: number): readonly SchoolKind[] {
  const kinds: SchoolKind[] = [];
  for (const type of schoolTypes) {
    const count = schoolCount(type, people);
    const first = kinds.length;
    for (let index = 0; index < count; index += 1) {
      const small = type.type === 'B1' && index % smallEvery === 1;
      const weight = (seed: number): number =>
        type.students * (small ? 0.1 : 0.6 + 0.8 * draw(seed, `size/${type.type}/${index}`));
      kinds.push({ type, index, first, count, weight });
    }
  }
  return kinds;
}

function schoolCount(type: SchoolType, people: number): number {
  if (people < oneSchoolBelow) return type.type === 'B1' ? 1 : 0;
  if (people < twoSchoolsBelow) return type.type === 'B1' || type.type === 'C1' ? 1 : 0;
  const usual = Math.round((people * type.share) / (type.students * peoplePerStudent));
  return Math.max(usual, type.type === 'B1' ? 2 : 1);
}

/** Whole quotas in proportion to the weights, each at least `quotaMin`, whose sum is exactly `people`. */
function splitPeople(people: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = people - quotaMin * weights.length;
  let passed = 0;
  return weights.map((weight) => {
    const before = Math.round((rest * passed) / total);
    passed += weight;
    return quotaMin + Math.round((rest * passed) / total) - before;
  });
}

function placeName(index: number): string {
  const round = Math.floor(index / places.length);
  const prefix = prefixesOfPlaces[round] ?? `第${round}`;
  return `${prefix}${elementAt(places, index)}`;
}

/** The zip's name by the rule of the 相互運用標準モデル: `RO_YYYYMMDD_<教育委員会コード>.zip`. */
export function boardFileName(board: Board): string {
  return `RO_${boardDate(board).replaceAll('-', '')}_${board.districtCode}.zip`;
}

/** The day whose state the board shows: a Friday in April, or the Friday after it. */
export function boardDate(board: Board): string {
  return board.change > 0 ? `${schoolYear}-04-17` : `${schoolYear}-04-10`;
}
