import { describe, expect, test } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { entities } from '../../../src/model/entities/index.ts';
import type { Entity } from '../../../src/model/entity.ts';
import { readFilter } from '../../../src/query/condition.ts';
import { refusalOf } from '../../support/pieces.ts';

const { users, classes, enrollments } = entities;
const readValue = (entity: Entity, text: string) => readFilter(entity, text).conditions[0]?.value;

async function refusal(entity: Entity, text: string) {
  const error = await refusalOf(() => readFilter(entity, text));
  if (!(error instanceof RosterError)) throw error;
  return [error.code, error.params.at, error.params.expected];
}

const order = 'one of = != > >= < <= for';
const anyDate = "a date or an instant such as '2026-04-01T00:00:00.000Z'";

describe('a condition', () => {
  test.each([
    [users, "familyName='Sato'", 'Sato'],
    [users, "enabledUser='true'", true],
    [users, "enabledUser!='false'", false],
    [users, "grades='J1, J2,'", ['J1', 'J2']],
    [users, "grades~''", ['']],
    [users, "grades=' , '", ['']],
    [users, "agents.sourcedId='a,b'", ['a', 'b']],
    [users, "dateLastModified>'2026-04-01T09:00:00+09:00'", new Date('2026-04-01T00:00:00.000Z')],
    [users, 'dateLastModified>2026-04-01', new Date('2026-04-01T00:00:00.000Z')],
    [users, "roles.beginDate>='2026-04-01'", '2026-04-01'],
    [enrollments, "endDate<'2026-04-01T00:00:00Z'", '2026-04-01'],
    [enrollments, "metadata.jp.shussekiNo<='12'", 12],
    [enrollments, "metadata.jp.publicFlg='true'", true],
    [classes, "terms~'x'", ['x']],
  ])('on %o: %s', (entity, text, wanted) => {
    expect(readValue(entity, text)).toEqual(wanted);
  });

  test('of two keeps what joins them', () => {
    expect(readFilter(users, "familyName='a' OR givenName='b'")).toMatchObject({ any: true });
    expect(readFilter(users, "familyName='a' AND givenName='b'")).toMatchObject({ any: false });
    expect(readFilter(users, "familyName='a'").conditions).toHaveLength(1);
  });

  test.each([
    [users, "familyname='a'", 1, 'a field of users'],
    [users, "familyName='a' AND nickname='b'", 20, 'a field of users'],
    [users, "enabledUser>'true'", 12, 'one of = != for enabledUser'],
    [users, "enabledUser='yes'", 13, "'true' or 'false'"],
    [users, "enabledUser='TRUE'", 13, "'true' or 'false'"],
    [users, "dateLastModified~'2026'", 17, `${order} dateLastModified`],
    [users, "dateLastModified>'yesterday'", 18, anyDate],
    [users, "dateLastModified>''", 18, anyDate],
    [users, "grades>'J1'", 7, 'one of = != ~ for grades'],
    [users, "agents<'x'", 7, 'one of = != ~ for agents'],
    [users, "roles.beginDate~'2026'", 16, `${order} roles.beginDate`],
    [users, "roles.beginDate='2026-02-30'", 17, "a date such as '2026-04-01'"],
    [enrollments, "beginDate='soon'", 11, "a date such as '2026-04-01'"],
    [enrollments, "metadata.jp.shussekiNo='12.5'", 24, "a whole number such as '12'"],
    [enrollments, "metadata.jp.shussekiNo='99999999999'", 24, "a whole number such as '12'"],
  ])('on %o that makes no sense is refused where it goes wrong: %s', async (entity, text, at, expected) => {
    expect(await refusal(entity, text)).toEqual(['invalid_filter', at, expected]);
  });
});
