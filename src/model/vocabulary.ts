/**
 * The enumerations of OneRoster 1.2 (official OpenAPI, 19 Sep 2022; CSV binding 1.2.1). A profile may only restrict
 * them (model/profiles); nothing else in the project spells their terms.
 */
export interface Vocabulary {
  readonly terms: readonly string[];
  /** True where the standard also allows `ext:` followed by letters, digits, `.`, `-` or `_`. */
  readonly open: boolean;
  /** CSV spellings that the JSON vocabulary lacks, and how they are stored and served. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** `ext:` terms, as the OpenAPI's pattern has them. */
export const extensionTerm = /^ext:[a-zA-Z0-9.\-_]+$/;

export const recordStatus = { terms: ['active', 'tobedeleted'], open: false } as const satisfies Vocabulary;

export const sessionType = {
  terms: ['gradingPeriod', 'semester', 'schoolYear', 'term'],
  open: true,
} as const satisfies Vocabulary;

export const orgType = {
  terms: ['department', 'district', 'local', 'national', 'school', 'state'],
  open: true,
} as const satisfies Vocabulary;

export const classType = { terms: ['homeroom', 'scheduled'], open: true } as const satisfies Vocabulary;

export const roleType = { terms: ['primary', 'secondary'], open: false } as const satisfies Vocabulary;

export const userRole = {
  terms: [
    'aide',
    'counselor',
    'districtAdministrator',
    'guardian',
    'parent',
    'principal',
    'proctor',
    'relative',
    'siteAdministrator',
    'student',
    'systemAdministrator',
    'teacher',
  ],
  open: true,
} as const satisfies Vocabulary;

/** `guardian` is seen in Japanese enrolment files; JSON has no such term, so it travels as an extension. */
export const enrollmentRole = {
  terms: ['administrator', 'proctor', 'student', 'teacher'],
  open: true,
  aliases: { guardian: 'ext:guardian' },
} as const satisfies Vocabulary;

export const sex = {
  terms: ['male', 'female', 'unspecified', 'other'],
  open: true,
} as const satisfies Vocabulary;
