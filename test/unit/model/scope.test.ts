import { expect, test } from 'vitest';
import { findScope, rosterScopes, scopes, scopeUrl } from '../../../src/model/scope.ts';

/** The scopes of the four official OpenAPI documents. */
const official = `
https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly
https://purl.imsglobal.org/spec/or/v1p2/scope/roster-core.readonly
https://purl.imsglobal.org/spec/or/v1p2/scope/roster-demographics.readonly
https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.readonly
https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook-core.readonly
https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.createput
https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.createpost
https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.delete
https://purl.imsglobal.org/spec/or/v1p2/scope/assessment.readonly
https://purl.imsglobal.org/spec/or/v1p2/scope/assessment.createput
https://purl.imsglobal.org/spec/or/v1p2/scope/assessment.delete
https://purl.imsglobal.org/spec/or/v1p2/scope/resource.readonly
https://purl.imsglobal.org/spec/or/v1p2/scope/resource-core.readonly`;

test('the thirteen scopes have their official URLs, and those of Rostering are among them', () => {
  expect(scopes.map(scopeUrl)).toEqual(official.trim().split('\n'));
  expect(scopes).toEqual(expect.arrayContaining([...rosterScopes]));
});

test.each(scopes)('%s is known by its URL, by the http spelling and by its short name', (scope) => {
  expect(findScope(scopeUrl(scope))).toBe(scope);
  expect(findScope(scopeUrl(scope).replace('https:', 'http:'))).toBe(scope);
  expect(findScope(scope)).toBe(scope);
});

test.each([
  '',
  'roster',
  'roster.readonly.all',
  'xroster.readonly',
  'ROSTER.READONLY',
  'toString',
  '__proto__',
  'https://purl.imsglobal.org/spec/or/v1p2/scope/',
  'https://purl.imsglobal.org/spec/or/v1p2/scope/toString',
  'https://purl.imsglobal.org/spec/or/v1p1/scope/roster.readonly',
  'https://example.jp/?https://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
  'ftp://purl.imsglobal.org/spec/or/v1p2/scope/roster.readonly',
])('%j is no scope', (text) => {
  expect(findScope(text)).toBeUndefined();
});
