/** OAuth scopes of the Rostering service (official OpenAPI), by short name. */
const scopePrefix = 'https://purl.imsglobal.org/spec/or/v1p2/scope/';

export const rosterScopes = [
  'roster.readonly',
  'roster-core.readonly',
  'roster-demographics.readonly',
] as const;

export type Scope = (typeof rosterScopes)[number];

/** `roster.readonly` -> the full URL of the standard. */
export function scopeUrl(scope: Scope): string {
  return scopePrefix + scope;
}

/** What an API key's holder does: run the hub, bring rosters in, or read them. */
export const keyRoles = ['admin', 'importer', 'reader'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** An importer needs no roster reads, so it has none. */
export const scopesOfRole: Readonly<Record<KeyRole, readonly Scope[]>> = {
  admin: rosterScopes,
  importer: [],
  reader: rosterScopes,
};
