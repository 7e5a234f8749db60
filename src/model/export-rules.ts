import type { EntityName } from './entities/index.ts';
import type { HeaderLayer } from './field.ts';

/** A question about a value of the record; all of a rule's must hold. Field names are those of the declarations. */
export type Question =
  | { readonly field: string; readonly is: readonly string[] }
  /** Not a term that the profile takes. */
  | { readonly field: string; readonly outside: true }
  | { readonly field: string; readonly blank: boolean }
  /** A UUID with capital letters. */
  | { readonly field: string; readonly capitals: true };

/** What a rule does with the records that it finds. */
export type ExportEffect =
  /**
   * They are not exported. What refers to them refers to what `lift` leads to, if that is exported; else an optional
   * reference is left blank, and a record that needs it is left out too.
   */
  | { readonly kind: 'leaveOut'; readonly lift?: string }
  /** Of those that have this field in common the first by sourcedId stands for all. */
  | { readonly kind: 'merge'; readonly by: string }
  | { readonly kind: 'write'; readonly field: string; readonly value: string }
  | { readonly kind: 'lowerCase'; readonly field: string };

interface RuleTexts {
  readonly ja: string;
  readonly en: string;
}

export interface ExportRule {
  readonly id: string;
  readonly entity: EntityName;
  readonly when: readonly Question[];
  readonly effect: ExportEffect;
  readonly texts: RuleTexts;
}

/** What the Japan profile cannot hold (profile §2, §6 "Export rules"); order matters, causes come first. */
const japanRules: readonly ExportRule[] = [
  {
    id: 'org_type',
    entity: 'orgs',
    when: [{ field: 'type', outside: true }],
    effect: { kind: 'leaveOut', lift: 'parent' },
    texts: {
      ja: '教育委員会と学校のほかの組織は書き出さず、その上の組織で代えました。',
      en: 'Orgs other than districts and schools are left out; the org above stands for them.',
    },
  },
  {
    id: 'district_parent',
    entity: 'orgs',
    when: [
      { field: 'type', is: ['district'] },
      { field: 'parent', blank: false },
    ],
    effect: { kind: 'write', field: 'parent', value: '' },
    texts: {
      ja: '教育委員会の上位組織は空欄にしました。',
      en: 'A district has no parent; it is left blank.',
    },
  },
  {
    id: 'session_type',
    entity: 'academicSessions',
    when: [{ field: 'type', outside: true }],
    effect: { kind: 'leaveOut', lift: 'parent' },
    texts: {
      ja: '年度（schoolYear）のほかの期間は書き出さず、その年度で代えました。',
      en: 'Sessions other than school years are left out; the school year above stands for them.',
    },
  },
  {
    id: 'session_twice',
    entity: 'academicSessions',
    when: [],
    effect: { kind: 'merge', by: 'schoolYear' },
    texts: {
      ja: '同じ年度の行は 1 つにまとめました。',
      en: 'Rows of one school year are written as one.',
    },
  },
  {
    id: 'session_parent',
    entity: 'academicSessions',
    when: [{ field: 'parent', blank: false }],
    effect: { kind: 'write', field: 'parent', value: '' },
    texts: { ja: '年度の上位は空欄にしました。', en: 'A school year has no parent; it is left blank.' },
  },
  {
    id: 'course_code',
    entity: 'courses',
    when: [{ field: 'courseCode', blank: false }],
    effect: { kind: 'write', field: 'courseCode', value: '' },
    texts: { ja: '科目コードは空欄にしました。', en: 'courseCode is left blank.' },
  },
  {
    id: 'class_type',
    entity: 'classes',
    when: [{ field: 'classType', outside: true }],
    effect: { kind: 'write', field: 'classType', value: 'scheduled' },
    texts: {
      ja: '独自のクラスの種類は scheduled にしました。',
      en: 'Class types of their own are written as scheduled.',
    },
  },
  {
    id: 'disabled_user',
    entity: 'users',
    when: [{ field: 'enabledUser', is: ['false'] }],
    effect: { kind: 'leaveOut' },
    texts: {
      ja: '無効（enabledUser=false）の利用者は書き出しません。受け取る側では削除扱いになります。',
      en: 'Disabled users are left out; the receiver takes them for deleted.',
    },
  },
  {
    id: 'master_identifier_case',
    entity: 'users',
    when: [{ field: 'userMasterIdentifier', capitals: true }],
    effect: { kind: 'lowerCase', field: 'userMasterIdentifier' },
    texts: {
      ja: 'userMasterIdentifier の UUID を小文字にしました。',
      en: 'UUIDs in userMasterIdentifier are written in small letters.',
    },
  },
  {
    id: 'parent_role',
    entity: 'roles',
    when: [{ field: 'role', is: ['parent', 'relative'] }],
    effect: { kind: 'write', field: 'role', value: 'guardian' },
    texts: {
      ja: '役割 parent と relative は guardian にしました。',
      en: 'Roles parent and relative are written as guardian.',
    },
  },
  {
    id: 'role_term',
    entity: 'roles',
    when: [{ field: 'role', outside: true }],
    effect: { kind: 'leaveOut' },
    texts: {
      ja: '独自の役割（ext:）は書き出しません。',
      en: 'Roles of their own (ext:) are left out.',
    },
  },
  {
    id: 'enrollment_term',
    entity: 'enrollments',
    when: [{ field: 'role', outside: true }],
    effect: { kind: 'leaveOut' },
    texts: {
      ja: '独自の役割（ext:）の在籍は書き出しません。',
      en: 'Enrollments with roles of their own (ext:) are left out.',
    },
  },
  {
    id: 'blank_primary',
    entity: 'enrollments',
    when: [{ field: 'primary', blank: true }],
    effect: { kind: 'write', field: 'primary', value: 'false' },
    texts: {
      ja: '空欄の primary は false にしました。',
      en: 'A blank primary is written as false.',
    },
  },
  {
    id: 'blank_public_flag',
    entity: 'enrollments',
    when: [{ field: 'publicFlg', blank: true }],
    effect: { kind: 'write', field: 'publicFlg', value: 'true' },
    texts: {
      ja: '空欄の publicFlg は true にしました。',
      en: 'A blank publicFlg is written as true.',
    },
  },
  {
    id: 'sex_term',
    entity: 'demographics',
    when: [{ field: 'sex', outside: true }],
    effect: { kind: 'write', field: 'sex', value: 'other' },
    texts: {
      ja: '独自の性別（ext:）は other にしました。',
      en: 'Terms of their own (ext:) for sex are written as other.',
    },
  },
];

/** What every profile's files have in common, and what follows from other rules; the engine applies them. */
export const generalRules = {
  needs_left_out: {
    ja: '書き出さないものがないと成り立たないので、書き出しません。',
    en: 'Left out, because what it needs is not exported.',
  },
  without_role: {
    ja: '書き出せる役割が 1 つもない利用者は書き出しません。',
    en: 'A user without any role that is exported is left out.',
  },
  reference_blank: {
    ja: '書き出さないものを指していたので、空欄にしました（一覧からは除きました）。',
    en: 'It named what is not exported, and is left blank (or without it, in a list).',
  },
  line_break: {
    ja: '値の中の改行を空白にしました。',
    en: 'Line breaks inside values are written as blanks.',
  },
  column_absent: {
    ja: 'この版のプロファイルにない列なので、書き出しません。',
    en: 'This profile has no such column; its values are left out.',
  },
  metadata_absent: {
    ja: 'プロファイルにない metadata の列は書き出しません。',
    en: 'Columns of metadata beyond the profile are left out.',
  },
  code_missing: {
    ja: '学校コードか教育委員会コードがないので、ファイル名に入れられません。',
    en: 'There is no 学校コード or 教育委員会コード for the name of the file.',
  },
} as const satisfies Record<string, RuleTexts>;

export type GeneralRule = keyof typeof generalRules;

/** The rules for files of this layer. The base holds all that the hub can hold, but for line breaks. */
export function exportRulesOf(layer: HeaderLayer): readonly ExportRule[] {
  return layer === 'base' ? [] : japanRules;
}

/** What a note says; rules are known by their ids. */
export function exportRuleTexts(id: string): RuleTexts {
  const own = japanRules.find((rule) => rule.id === id)?.texts;
  const texts = own ?? Object.entries(generalRules).find(([name]) => name === id)?.[1];
  if (texts === undefined) throw new Error(`no export rule is called ${id}`);
  return texts;
}
