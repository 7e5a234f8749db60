import { beforeEach, describe, expect, test } from 'vitest';
import { ReplicaFile } from '../../../scripts/replica/replica-file.ts';
import { type FakeRoster, stampOf } from '../../support/fake-roster.ts';
import { ids, PolledReplica } from '../../support/polled-replica.ts';

let replica: PolledReplica;
let fake: FakeRoster;

beforeEach(async () => {
  replica = await PolledReplica.start();
  fake = replica.fake;
});

describe('a poll', () => {
  test('asks one question when nothing is new, and stays on the host that it was given', async () => {
    fake.publish({ orgs: ids(0, 2), users: ids(0, 25) });
    await replica.poll();
    expect(fake.requests.map(({ path: asked }) => asked.split('/').at(-1))).toEqual([
      'orgs?limit=10',
      'users?limit=10',
      'users?limit=10&cursor=1.10',
      'users?limit=10&cursor=1.20',
    ]);
    expect([replica.shown().length, replica.stamp]).toEqual([27, stampOf(1)]);
    fake.requests.length = 0;
    await replica.poll();
    expect(fake.requests).toHaveLength(1);
    expect(decodeURIComponent(fake.requests[0]?.path ?? '')).toContain(
      `filter=dateLastModified>'${stampOf(1)}'`,
    );
  });

  test('applies changes, tombstones and returns', async () => {
    fake.publish({ users: ids(0, 3) });
    await replica.poll();
    fake.publish({ users: ids(1, 4) });
    await replica.poll();
    expect(replica.shown().sort()).toEqual([
      'users/id-000 tobedeleted@2',
      'users/id-001 active@2',
      'users/id-002 active@2',
      'users/id-003 active@2',
    ]);
    fake.publish({ users: ids(0, 4) });
    await replica.poll();
    expect(replica.shown().sort()[0]).toBe('users/id-000 active@3');
    expect(replica.said.at(-2)).toMatch(/users .*added 0 .*changed 3 .*deleted 0 .*returned 1$/);
  });

  test('ends with one publication in every collection, also when others land between them', async () => {
    fake.publish({ orgs: ids(0, 2), users: ids(0, 25) });
    fake.intercept = (_, count) => {
      if (count === 2 || count === 5) fake.publish({ orgs: ids(0, 2 + count), users: ids(0, 25 + count) });
      return undefined;
    };
    await replica.poll();
    expect(replica.stamp).toBe(stampOf(3));
    expect(new Set(replica.shown().map((text) => text.split(' ')[1]))).toEqual(new Set(['active@3']));
    expect(replica.shown()).toHaveLength(7 + 30);
  });

  test('leaves a hub that never rests behind, and the next poll brings what is missing', async () => {
    fake.publish({ orgs: ids(0, 2), users: ids(0, 5) });
    // Whatever is asked for, the other collection changes in the meantime.
    fake.intercept = ({ path }, count) => {
      fake.publish(path.includes('/orgs?') ? { users: ids(0, 5) } : { orgs: [`org-${count}`, ...ids(0, 2)] });
      return undefined;
    };
    await replica.poll();
    expect(fake.requests.length).toBeLessThan(100);
    fake.intercept = () => undefined;
    await replica.poll();
    const kept = replica.view();
    await replica.poll({ isFull: true });
    expect(replica.view()).toEqual(kept);
  });

  test('is the only one that writes to its file', async () => {
    using other = new ReplicaFile(replica.path);
    other.begin();
    await expect(replica.poll()).rejects.toThrow('database is locked');
    expect(fake.requests).toHaveLength(0);
  });

  test('begins the walk again when a link has become too old', async () => {
    fake.publish({ users: ids(0, 25) });
    fake.intercept = (_, count) => (count === 3 ? { status: 410 } : undefined);
    await replica.poll();
    expect([replica.shown().length, fake.requests.length]).toEqual([25, 1 + 1 + 1 + 3]);
  });

  test('takes everything again from a hub that is behind T', async () => {
    fake.publish({ users: ids(0, 3) });
    fake.publish({ users: ids(0, 4) });
    await replica.poll();
    fake.restore(1);
    await replica.poll();
    expect([replica.shown().length, replica.stamp]).toEqual([3, stampOf(1)]);
    fake.restore(0);
    await replica.poll();
    expect([replica.shown().length, replica.said.at(-1)]).toEqual([
      3,
      expect.stringContaining('nothing has been published'),
    ]);
  });

  test.each([
    ['with a T that is too old', { deltaDaysMax: 0 }],
    ['of other collections', { collections: ['users', 'orgs'] }],
    ['that is asked to', { isFull: true }],
  ])('takes everything again %s, and what is gone without a tombstone goes', async (_, options) => {
    fake.publish({ orgs: ids(0, 2), users: ids(0, 3) });
    fake.publish({ users: ids(1, 3) });
    await replica.poll();
    fake.expire();
    fake.publish({ orgs: ids(0, 2) });
    await replica.poll();
    expect(replica.shown()).toContain('users/id-000 tobedeleted@2');
    await replica.poll(options);
    expect(replica.shown()).toHaveLength(4);
  });

  test.each([false, true])('stops before a roster that shrinks, full pull: %s', async (isFull) => {
    fake.publish({ users: ids(0, 100) });
    await replica.poll();
    fake.publish({ users: ids(0, 79) });
    await expect(replica.poll({ isFull })).rejects.toThrow('21 of 100 records');
    expect(replica.stamp).toBe(stampOf(1));
    expect(replica.shown().filter((text) => text.includes('active@1'))).toHaveLength(100);
    await replica.poll({ isFull, shrinkMax: 1 });
    expect(replica.shown().filter((text) => text.includes('active'))).toHaveLength(79);
  });
});

describe('an answer that cannot be right', () => {
  test.each([
    ['without the collection', { body: '{}' }, 'no roster'],
    ['cut short', { body: '{"users":[{"sourcedId"' }, 'no roster'],
    [
      'of another publication',
      { headers: { 'x-publication-id': '9', 'x-published-at': stampOf(9) }, body: '{"users":[]}' },
      'another publication',
    ],
    [
      'without its records',
      { headers: { 'x-publication-id': '2', 'x-published-at': stampOf(2) }, body: '{"users":[]}' },
      '10 of 25 records',
    ],
  ])('changes nothing: a page %s', async (_, answer, text) => {
    fake.publish({ users: ids(0, 3) });
    await replica.poll();
    const before = replica.view();
    fake.publish({ users: ids(0, 25) });
    fake.intercept = ({ path: asked }) => (asked.includes('cursor=2.10') ? answer : undefined);
    await expect(replica.poll()).rejects.toThrow(text);
    expect(replica.view()).toEqual(before);
  });
});
