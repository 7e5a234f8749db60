import { beforeEach, describe, expect, test } from 'vitest';
import type { FakeRoster } from '../../support/fake-roster.ts';
import { ids, PolledReplica } from '../../support/polled-replica.ts';

let replica: PolledReplica;
let fake: FakeRoster;

beforeEach(async () => {
  replica = await PolledReplica.start();
  fake = replica.fake;
});

describe('a failure', () => {
  test('that passes is waited out for as long as the hub says, and otherwise longer each time', async () => {
    fake.publish({ users: ids(0, 3) });
    fake.intercept = (_, count) =>
      count === 1
        ? { status: 429, headers: { 'retry-after': '1' } }
        : count === 2
          ? { status: 503 }
          : undefined;
    const began = performance.now();
    await replica.poll();
    expect(performance.now() - began).toBeGreaterThan(1_990);
    expect(replica.shown()).toHaveLength(3);
    expect(replica.said).toContainEqual(expect.stringMatching(/HTTP 429: 1\.0 秒待ちます/));
  });

  test('of the connection is waited out too, and its reason is told', async () => {
    fake.publish({ users: ids(0, 3) });
    fake.intercept = (_, count) => (count === 2 ? { status: 0 } : undefined);
    await replica.poll();
    expect(replica.shown()).toHaveLength(3);
    expect(replica.said).toContainEqual(expect.stringMatching(/応答なし \/ no answer \(\w+\): .*\(1\/7\)/));
  });

  test.each([
    [400, 'filter, at character 3'],
    [403, 'it needs: roster.readonly'],
    [404, 'Unknown Object'],
  ])('that stays is not repeated, and is told in the words of the hub: %s', async (status, text) => {
    fake.intercept = () => ({ status, body: JSON.stringify({ imsx_description: `${text} (request 17)` }) });
    await expect(replica.poll()).rejects.toThrow(`${text} (request 17)`);
    expect(fake.requests).toHaveLength(1);
  });

  test('of a key is final', async () => {
    fake.intercept = () => ({ status: 401 });
    await expect(replica.poll()).rejects.toThrow(/HTTP 401: .*無効/);
    expect(fake.requests).toHaveLength(1);
  });
});

describe('with client credentials', () => {
  let tokens: number;

  beforeEach(() => {
    tokens = 0;
    fake.publish({ users: ids(0, 25) });
  });

  /** Each token is good for so many requests. */
  function limitTokens(uses: number): void {
    let left = uses;
    fake.intercept = ({ path: asked, headers, body }) => {
      if (asked === '/oauth/token') {
        expect(headers.authorization).toBe(`Basic ${Buffer.from('a:b%20c').toString('base64')}`);
        expect(body).toBe('grant_type=client_credentials&scope=x+y');
        tokens += 1;
        left = uses;
        return {
          body: JSON.stringify({ access_token: `t${tokens}`, token_type: 'Bearer', expires_in: 3600 }),
        };
      }
      left -= 1;
      return left < 0 || headers.authorization !== `Bearer t${tokens}` ? { status: 401 } : undefined;
    };
  }

  test('a token that has ended is replaced once, in the middle of a walk', async () => {
    limitTokens(2);
    await replica.poll({ asClient: true });
    expect([replica.shown().length, tokens]).toEqual([25, 2]);
  });

  test('a client whose new token is refused too is told so', async () => {
    limitTokens(0);
    await expect(replica.poll({ asClient: true })).rejects.toThrow('HTTP 401');
    expect(tokens).toBe(2);
  });
});
