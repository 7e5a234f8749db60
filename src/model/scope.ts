/** What stands before the short names of scopes in the official OpenAPI documents. */
const scopePrefix = 'https://purl.imsglobal.org/spec/or/v1p2/scope/';

/** Scopes of the Rostering service, by short name. */
export const rosterScopes = [
  'roster.readonly',
  'roster-core.readonly',
  'roster-demographics.readonly',
] as const;
export type RosterScope = (typeof rosterScopes)[number];

/** What each scope of OneRoster 1.2 opens, for documents. */
export const scopeTexts = {
  'roster.readonly':
    '名簿のすべての読み取り（属性情報を除く） / Every read of the Rostering service except demographics.',
  'roster-core.readonly':
    '名簿の一覧と 1 件の読み取り（入れ子を除く） / The plain collections and single records of the Rostering service.',
  'roster-demographics.readonly':
    '属性情報の読み取り（ほかのスコープでは読めません） / Demographics, which no other scope opens.',
  'gradebook.readonly': '成績のすべての読み取り / Every read of the Gradebook service.',
  'gradebook-core.readonly':
    '成績の一覧と 1 件の読み取り（入れ子を除く） / The plain collections and single records of the Gradebook service.',
  'gradebook.createput':
    '成績を PUT で作る・置き換える / Create or replace records of the Gradebook service by PUT.',
  'gradebook.createpost': '成績を POST で作る / Create records of the Gradebook service by POST.',
  'gradebook.delete': '成績を消す / Delete records of the Gradebook service.',
  'assessment.readonly': '評価結果のすべての読み取り / Every read of the Assessment Results service.',
  'assessment.createput':
    '評価結果を PUT で作る・置き換える / Create or replace records of the Assessment Results service by PUT.',
  'assessment.delete': '評価結果を消す / Delete records of the Assessment Results service.',
  'resource.readonly': '教材のすべての読み取り / Every read of the Resources service.',
  'resource-core.readonly':
    '教材の一覧と 1 件の読み取り / The plain collection and single records of the Resources service.',
} as const satisfies Readonly<Record<string, string>> & Readonly<Record<RosterScope, string>>;

/** A scope of OneRoster 1.2, by short name. */
export type Scope = keyof typeof scopeTexts;

function isScope(text: string): text is Scope {
  return Object.hasOwn(scopeTexts, text);
}

/** All thirteen. */
export const scopes: readonly Scope[] = Object.keys(scopeTexts).filter(isScope);

/** `roster.readonly` -> the full URL of the standard. */
export function scopeUrl(scope: Scope): string {
  return scopePrefix + scope;
}

/** The scope that a text names: `https://purl…/roster.readonly`, the same with `http://`, or `roster.readonly`. */
export function findScope(text: string): Scope | undefined {
  const url = text.replace(/^http:/, 'https:');
  const name = url.startsWith(scopePrefix) ? url.slice(scopePrefix.length) : text;
  return isScope(name) ? name : undefined;
}

/** What an API key's holder does: run the hub, bring rosters in, look at who did what, or read rosters. */
export const keyRoles = ['admin', 'importer', 'auditor', 'reader'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** Importers and auditors need no roster reads, so they have none. */
export const scopesOfRole: Readonly<Record<KeyRole, readonly RosterScope[]>> = {
  admin: rosterScopes,
  importer: [],
  auditor: [],
  reader: rosterScopes,
};
