import { describe, expect, test } from 'vitest';
import { type Scope, scopeUrl } from '../../../src/model/scope.ts';
import { grantScopes } from '../../../src/services/access/issue-token.ts';
import { refusalOf } from '../../support/pieces.ts';

const allowed: readonly Scope[] = ['roster.readonly', 'gradebook.readonly'];
const roster = scopeUrl('roster.readonly');
const grades = scopeUrl('gradebook.readonly');
const demographics = scopeUrl('roster-demographics.readonly');

describe('scopes are granted', () => {
  test.each([undefined, '', '  '])('as all that the client may have when none is asked for: %j', (asked) => {
    expect([...grantScopes(asked, allowed)]).toEqual([
      [roster, 'roster.readonly'],
      [grades, 'gradebook.readonly'],
    ]);
  });

  test.each<[string, string, readonly Scope[]]>([
    ['one of two', roster, ['roster.readonly']],
    ['in the order asked', `${grades} ${roster}`, ['gradebook.readonly', 'roster.readonly']],
    ['once, however often they were asked for', `${roster} ${roster}`, ['roster.readonly']],
    ['between any blanks', ` \t${roster}\r\n  ${grades} `, ['roster.readonly', 'gradebook.readonly']],
    ['without those that the client may not have', `${roster} ${demographics}`, ['roster.readonly']],
    ['without those that nobody knows', `openid ${roster} x`, ['roster.readonly']],
  ])('%s', (_name, asked, wanted) => {
    expect([...grantScopes(asked, allowed).values()]).toEqual(wanted);
  });

  test('in the spelling in which they were asked for, so that a client finds them in the answer', () => {
    const http = roster.replace('https', 'http');
    expect([...grantScopes(`${http} gradebook.readonly`, allowed)]).toEqual([
      [http, 'roster.readonly'],
      ['gradebook.readonly', 'gradebook.readonly'],
    ]);
  });

  test.each([demographics, 'x', `${roster}x`, `${roster},${grades}`, 'roster roster-core.readonly'])(
    'never when nothing remains of what was asked for: %s',
    async (asked) => {
      expect(await refusalOf(() => grantScopes(asked, allowed))).toMatchObject({ code: 'invalid_scope' });
    },
  );
});
