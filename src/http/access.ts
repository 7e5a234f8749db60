import type { KeyRole, RosterScope } from '../model/scope.ts';
import { scopeUrl } from '../model/scope.ts';
import { oauthSchemeName } from './oauth.ts';

/**
 * Who may call an operation: everybody (`public`), everybody and as often as they like (`probe`), callers with one of
 * these roles, or callers with one of these scopes. Nothing is mounted without it (`router.ts`).
 */
export type Access =
  | 'public'
  | 'probe'
  | { readonly roles: readonly [KeyRole, ...KeyRole[]] }
  | { readonly scopes: readonly RosterScope[] };

/** Whoever runs the hub. */
export const administrators: Access = { roles: ['admin'] };
/** Whoever looks at what was done, and whoever runs the hub. */
export const auditors: Access = { roles: ['admin', 'auditor'] };
/** Whoever brings rosters in, and whoever runs the hub. */
export const importers: Access = { roles: ['admin', 'importer'] };

/** The requirement as documents write it: those beside each other are alternatives, none is open to everybody. */
export function securityOf(access: Access): Record<string, string[]>[] {
  if (access === 'public' || access === 'probe') return [];
  if ('roles' in access) return [{ apiKey: [] }];
  return [{ apiKey: [] }, ...access.scopes.map((scope) => ({ [oauthSchemeName]: [scopeUrl(scope)] }))];
}
