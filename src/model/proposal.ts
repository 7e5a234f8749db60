import type { FileMode } from './bundle-files.ts';
import { collectionTexts } from './collection-texts.ts';
import type { CorrectionEffect } from './correction.ts';
import { findEntityByFile } from './entities/index.ts';
import { exceeds, type Limit, type Thresholds } from './thresholds.ts';

/** What publishing does with a record, as people see it. */
export const changeKinds = ['added', 'changed', 'returning', 'leaving'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Records by what publishing would do with them. */
export type ChangeCounts = Readonly<Record<ChangeKind | 'unchanged', number>>;

/** Records that are touched. */
export function changesOf(counts: ChangeCounts): number {
  return changeKinds.reduce((sum, kind) => sum + counts[kind], 0);
}

/** What would become of one file's records. */
export interface FileChanges extends ChangeCounts {
  readonly mode: Exclude<FileMode, 'absent'>;
  /** Records of the source that are published now. */
  readonly before: number;
}

/** What would become of the records of one school in one file. */
export interface SchoolChanges extends Readonly<Record<ChangeKind, number>> {
  readonly sourcedId: string;
  /** `''` when no org has the id. */
  readonly name: string;
  readonly file: string;
  /** Records that leave the school: those that are deleted, and those that are at another one afterwards. */
  readonly departing: number;
  /** Records that come to it, from another school too. */
  readonly arriving: number;
  /** Records of the source that the school has now; 0 where none departs, which is not counted. */
  readonly before: number;
}

/** Why a person is asked. */
export const holdKinds = ['deletions', 'changes', 'school', 'replaced', 'later', 'erased'] as const;
export type HoldKind = (typeof holdKinds)[number];

/** One reason why a person is asked. */
export interface HoldReason {
  readonly kind: HoldKind;
  /** `''` where no single file is meant. */
  readonly file: string;
  readonly school: { readonly sourcedId: string; readonly name: string } | null;
  /** Records; publications with `later`, people with `erased`. */
  readonly count: number;
  /** Of how many. */
  readonly of: number;
  readonly limit: Limit | null;
  /** With `erased`: the erasures of those whom the file has again, and lines of its rows about them, the first of each file. */
  readonly erasures?: readonly string[];
  readonly places?: readonly {
    readonly file: string;
    readonly lines: readonly number[];
    readonly count: number;
  }[];
}

/** What publishing an import would do. Numbers, files and schools: never personal data. */
export interface Proposal {
  /** The publication that it was compared with; 0: nothing was published. */
  readonly basis: number;
  /** By CSV file. */
  readonly files: Readonly<Record<string, FileChanges>>;
  /** Schools and other orgs with changes, those with most first, at most 500. */
  readonly schools: readonly SchoolChanges[];
  /** Empty: it is published without asking. */
  readonly reasons: readonly HoldReason[];
  /** What becomes of values that were corrected by hand; absent where the bundle has none of them. */
  readonly corrections?: CorrectionEffect;
}

/** People by whom a school is measured. */
const peopleFile = 'users.csv';

/** Why a person has to be asked, worst files first in the order of the bundle. */
export function holdReasons(
  files: Proposal['files'],
  schools: readonly SchoolChanges[],
  thresholds: Thresholds,
): HoldReason[] {
  const reasons: HoldReason[] = [];
  for (const [file, counts] of Object.entries(files)) {
    const { before, leaving, changed } = counts;
    const whole = { file, school: null, of: before };
    const limits = { ...thresholds, ...thresholds.files[file] };
    if (exceeds(leaving, before, limits.deletions)) {
      reasons.push({ ...whole, kind: 'deletions', count: leaving, limit: limits.deletions });
    }
    if (exceeds(changed, before, limits.changes)) {
      reasons.push({ ...whole, kind: 'changes', count: changed, limit: limits.changes });
    }
  }
  for (const { sourcedId, name, file, departing, arriving, before } of schools) {
    const place = { file, school: { sourcedId, name }, of: before };
    const lost = departing - arriving;
    if (file === peopleFile && exceeds(lost, before, thresholds.school)) {
      reasons.push({ ...place, kind: 'school', count: lost, limit: thresholds.school });
    }
    const replaced = Math.min(departing, arriving);
    if (exceeds(replaced, before, thresholds.replaced)) {
      reasons.push({ ...place, kind: 'replaced', count: replaced, limit: thresholds.replaced });
    }
  }
  return reasons;
}

/** Whether somebody who saw `seen` has agreed to `reason` too: the same in kind and place, and not more. */
export function covers(seen: readonly HoldReason[], reason: HoldReason): boolean {
  return seen.some(
    (one) =>
      one.kind === reason.kind &&
      one.file === reason.file &&
      one.school?.sourcedId === reason.school?.sourcedId &&
      one.count >= reason.count &&
      (reason.erasures ?? []).every((id) => one.erasures?.includes(id)),
  );
}

const number = (count: number) => count.toLocaleString('en-US');
const percent = (share: number) => `${Math.round(share * 100)} %`;

/** `users.csv 12, 40, …` */
function placesText(places: NonNullable<HoldReason['places']>, comma: string, unit: string): string {
  const texts = places.map(({ file, lines, count }) => {
    const more = count > lines.length ? `${comma}…` : '';
    return `${file} ${lines.join(comma)}${more}${unit}`;
  });
  return texts.join('; ');
}

/** The reason in words for whoever has to decide. */
export function holdTexts({ kind, file, school, count, of, limit, places = [] }: HoldReason): {
  readonly ja: string;
  readonly en: string;
} {
  const entity = findEntityByFile(file);
  const name = school === null ? '' : school.name || school.sourcedId;
  const texts = entity === undefined ? undefined : collectionTexts(entity.name);
  const things = { ja: texts?.ja ?? file, en: texts?.many ?? file };
  const share = of === 0 ? '' : percent(count / of);
  const amount = {
    ja: `${number(of)} 件のうち ${number(count)} 件（${share}）`,
    en: `${number(count)} of ${number(of)} records (${share})`,
  };
  const bound =
    limit === null
      ? { ja: '', en: '' }
      : {
          ja: `上限は ${percent(limit.share)} かつ ${number(limit.rows)} 件です。`,
          en: ` The limit is ${percent(limit.share)} and ${number(limit.rows)} records.`,
        };
  switch (kind) {
    case 'deletions':
      return {
        ja: `${things.ja}（${file}）の ${amount.ja}が削除されます。${bound.ja}`,
        en: `${things.en}: ${amount.en} would be deleted.${bound.en}`,
      };
    case 'changes':
      return {
        ja: `${things.ja}（${file}）の ${amount.ja}が変わります。${bound.ja}`,
        en: `${things.en}: ${amount.en} would change.${bound.en}`,
      };
    case 'school':
      return {
        ja: `「${name}」の人が ${number(of)} 人から ${number(of - count)} 人に減ります（${share} 減）。${bound.ja}`,
        en: `${name} would have ${number(of - count)} people in place of ${number(of)} (${share} fewer).${bound.en}`,
      };
    case 'replaced':
      return {
        ja: `「${name}」の${things.ja}（${file}）の ${amount.ja}が、別の sourcedId に入れ替わります。校務支援システムを替えましたか。${bound.ja}`,
        en: `${name}, ${things.en}: ${amount.en} would be replaced by others with another sourcedId. Has the school's system changed?${bound.en}`,
      };
    case 'later':
      return {
        ja: `この公開のあとに、同じ取り込み元の公開が ${number(count)} 回あります。それらの変更も失われます。`,
        en: `${number(count)} later publication(s) of the same source would be lost too.`,
      };
    case 'erased':
      return {
        ja: `消去した人 ${number(count)} 人がファイルに戻っています（${placesText(places, '、', '行')}）。承認すると、その人を除いて公開します。`,
        en: `The file has ${number(count)} erased person(s) again (${placesText(places, ', ', '')}). Approved, it is published without them.`,
      };
  }
}
