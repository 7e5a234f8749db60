import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statusInfoSchema } from '../../src/http/problem.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';

const service = '/ims/oneroster/rostering/v1p2';
let hub: BoardHub;

beforeAll(async () => {
  hub = await startBoardHub({ people: 20, seed: 6 });
});

afterAll(() => hub.stop());

const query = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();

describe('a request that is not understood', () => {
  async function refusal(path: string, method = 'GET') {
    const response = await fetch(hub.client.url + path, {
      method,
      headers: { authorization: `Bearer ${hub.client.key}` },
    });
    const body = JSON.parse(await response.text());
    expect(statusInfoSchema.safeParse(body).error?.issues).toBeUndefined();
    expect(body).toMatchObject({ imsx_codeMajor: 'failure', imsx_severity: 'error' });
    expect(body.imsx_description).toContain(`(request ${response.headers.get('x-request-id')})`);
    const [minor, ...more] = body.imsx_CodeMinor.imsx_codeMinorField;
    expect([minor.imsx_codeMinorFieldName, more]).toEqual(['TargetEndSystem', []]);
    return {
      status: response.status,
      minor: minor.imsx_codeMinorFieldValue,
      headers: response.headers,
      text: body.imsx_description,
    };
  }

  test.each([
    ...['0', '-1', 'abc', '1.5', '', '1e3', '99999999999'].map((value) => `limit=${value}`),
    ...['-1', 'abc', '1.5', '', '2147483648'].map((value) => `offset=${value}`),
    'limit=1&limit=2',
    'cursor=x',
    'cursor=',
    'cursor=WyJnZXRBbGxVc2VycyIsMSwiIiwxXQ.AAAAAAAAAAAAAAAAAAAAAA',
  ])('for its parameters is 400 invaliddata: %s', async (parameters) => {
    expect(await refusal(`${service}/users?${parameters}`)).toMatchObject({
      status: 400,
      minor: 'invaliddata',
    });
  });

  test.each([
    "dateLastModified>'x'",
    "dateLastModified~'2026-04-01'",
    "nonsense='1'",
    'dateLastModified',
    '',
    "'",
    "dateLastModified>'2026-04-01' AND status='active' AND status='active'",
    "familyName='x' OR",
    'familyName=x',
    `familyName='${'x'.repeat(3_000)}'`,
  ])('for its filter is 400 invalid_filter_field, and says where: %s', async (filter) => {
    const { status, minor, text } = await refusal(`${service}/users?${query({ filter })}`);
    expect([status, minor]).toEqual([400, 'invalid_filter_field']);
    expect(text).toMatch(/at character \d+: expected /);
  });

  test.each(['', 'nickname', 'familyName,,givenName', 'preferredGivenName'])(
    'for its fields is 400 invalid_selection_field, of collections and of single records: %j',
    async (fields) => {
      const { records } = await hub.client.walk('users', 'limit=1000');
      for (const path of ['users', 'students', `users/${records[0]?.sourcedId}`]) {
        const { status, minor, text } = await refusal(`${service}/${path}?${query({ fields })}`);
        expect([status, minor]).toEqual([400, 'invalid_selection_field']);
        expect(text).toContain('known fields: sourcedId, status, dateLastModified');
      }
    },
  );

  test('for its orderBy is 400; an unknown sort is no refusal, it is the default order', async () => {
    expect(await refusal(`${service}/users?sort=familyName&orderBy=up`)).toMatchObject({
      status: 400,
      minor: 'invaliddata',
    });
    const texts = await Promise.all(
      ['', 'sort=nickname', 'orderBy=desc'].map(async (search) =>
        (await hub.client.get(`${service}/users?${search}`)).text(),
      ),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('for a cursor of another filter or order is 400', async () => {
    const filter = "status='active'";
    const first = await hub.client.get(`${service}/users?${query({ limit: '5', filter })}`);
    const cursor = /cursor=([\w.-]+)/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect((await hub.client.get(`${service}/users?${query({ cursor, filter })}`)).status).toBe(200);
    const others: Record<string, string>[] = [
      {},
      { filter: "status='tobedeleted'" },
      { filter, sort: 'familyName' },
    ];
    for (const other of others) {
      expect(await refusal(`${service}/users?${query({ ...other, cursor })}`)).toMatchObject({
        status: 400,
        minor: 'invaliddata',
      });
    }
  });

  test('for a cursor of another collection, or a changed one, is 400', async () => {
    const first = await hub.client.get(`${service}/users?limit=5`);
    const cursor = /cursor=([\w.-]+)/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect((await hub.client.get(`${service}/users?${query({ cursor })}`)).status).toBe(200);
    for (const [collection, text] of [
      ['students', cursor],
      ['users', `${cursor.slice(0, 10)}A${cursor.slice(11)}`],
      ['users', `${cursor.split('.')[0]}.`],
      ['users', cursor.split('.')[0] ?? ''],
    ]) {
      expect(await refusal(`${service}/${collection}?${query({ cursor: text ?? '' })}`)).toMatchObject({
        status: 400,
        minor: 'invaliddata',
      });
    }
  });

  test.each([
    '/users/nobody',
    '/users/%00',
    '/users/%F0%9F',
    '/users/..%2F..%2Fetc',
    `/users/${'x'.repeat(2_000)}`,
  ])('for a record that there is not is 404: %s', async (path) => {
    expect(await refusal(service + path)).toMatchObject({ status: 404, minor: 'unknownobject' });
  });

  test.each([
    `${service}/pupils`,
    `${service}`,
    '/ims/oneroster/rostering/v1p1/users',
    `${service}/users/a/b/c`,
  ])('for an address that there is not is 404: %s', async (path) => {
    expect(await refusal(path)).toMatchObject({ status: 404, minor: 'unknownobject' });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
    'for the method %s is 405, with what is possible',
    async (method) => {
      for (const path of [`${service}/users`, `${service}/users/x`]) {
        const { status, minor, headers } = await refusal(path, method);
        expect([status, minor, headers.get('allow')]).toEqual([405, 'invaliddata', 'GET']);
      }
    },
  );
});

describe('an import that there is not', () => {
  test.each(['', '/issues', '/issues.csv'])(
    'is 404 in both languages, whatever its id looks like%s',
    async (rest) => {
      for (const id of ['00000000-0000-4000-8000-000000000000', 'not-an-id', '%00', "' OR 1=1"]) {
        const response = await hub.client.get(`/csv/import/${encodeURIComponent(id)}${rest}`);
        expect(response.status, id).toBe(404);
        expect(JSON.parse(await response.text())).toEqual({
          error: {
            code: 'unknown_object',
            message: {
              ja: '指定されたデータはありません。',
              en: 'Unknown Object: there is nothing with this id.',
            },
            requestId: response.headers.get('x-request-id'),
          },
        });
      }
    },
  );

  test.each(['limit=0', 'limit=x', 'limit=', 'offset=-1', 'limit=1&limit=2'])(
    'and a page of the history that there is not (%s) is 400',
    async (parameters) => {
      const response = await hub.client.get(`/csv/import?${parameters}`);
      expect(response.status).toBe(400);
      expect(JSON.parse(await response.text()).error.code).toBe('invalid_parameter');
    },
  );
});
