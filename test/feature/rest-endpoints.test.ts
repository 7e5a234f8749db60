import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordSchema } from '../../src/json/schema.ts';
import { endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { officialFaults, officialSchemaOf } from '../support/official-json.ts';

const [service, otherService] = serviceBases;
const layers = ['japan', 'base'] as const;
const hubs: Partial<Record<(typeof layers)[number], BoardHub>> = {};

beforeAll(async () => {
  for (const layer of layers) hubs[layer] = await startBoardHub({ people: 300, seed: 11, layer });
});

afterAll(async () => {
  for (const hub of Object.values(hubs)) await hub.stop();
});

function hubOf(layer: (typeof layers)[number]): BoardHub {
  const hub = hubs[layer];
  if (hub === undefined) throw new Error(layer);
  return hub;
}

type Json = Record<string, unknown>;

async function getJson(hub: BoardHub, path: string): Promise<Json> {
  const response = await hub.client.get(path);
  const text = await response.text();
  expect(response.status, `${path} ${text.slice(0, 300)}`).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  return JSON.parse(text);
}

/** Collections that a board of the Japan profile cannot have. */
const notInJapan = ['/terms', '/gradingPeriods'];
const collections = endpoints.filter(({ kind }) => kind === 'collection');
const singles = endpoints.filter(({ kind }) => kind === 'single');

function records(body: Json, envelope: string): Json[] {
  expect(Object.keys(body)).toEqual([envelope]);
  const list = body[envelope];
  if (!Array.isArray(list)) throw new Error(`${envelope} is no list`);
  return list;
}

describe.each(layers)('on a %s board', (layer) => {
  test.each(collections.map((one) => [one.path, one] as const))(
    '%s has records that are what the standard and our own document say',
    async (path, { envelope, entity }) => {
      const hub = hubOf(layer);
      const found = records(await getJson(hub, `${service}${path}?limit=10000`), envelope);
      expect(found.length > 0).toBe(layer === 'base' || !notInJapan.includes(path));
      const official = officialSchemaOf[entity.name];
      if (official === undefined) throw new Error(entity.name);
      for (const record of found) {
        expect(officialFaults(official, record)).toEqual([]);
        expect(recordSchema(entity).safeParse(record).error?.issues).toBeUndefined();
        expect(JSON.stringify(record)).not.toMatch(/:null|"password"/);
        expect(record.status).toBe('active');
      }
      const ids = found.map(({ sourcedId }) => String(sourcedId));
      expect(ids).toEqual([...new Set(ids)].toSorted());
    },
  );

  test.each(singles.map((one) => [one.path, one] as const))(
    '%s is the record of its collection, on both base paths and with a slash at the end',
    async (path, { envelope, entity }) => {
      const hub = hubOf(layer);
      const collection = path.replace('/{sourcedId}', '');
      const [first] = records(await getJson(hub, `${service}${collection}?limit=1`), entity.name);
      if (first === undefined) return expect(notInJapan).toContain(collection);
      const address = `${collection}/${encodeURIComponent(String(first.sourcedId))}`;
      const wanted = { [envelope]: first };
      for (const base of serviceBases) {
        expect(await getJson(hub, base + address)).toEqual(wanted);
        expect(await getJson(hub, `${base}${address}/`)).toEqual(wanted);
      }
      const other = await getJson(hub, `${otherService}${collection}/?limit=1`);
      expect(records(other, entity.name)).toEqual([first]);
    },
  );

  test('every reference leads to the record that it names', async () => {
    const hub = hubOf(layer);
    const seen = new Map<string, Json>();
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { href, type } = value as Json;
      if (typeof href === 'string' && typeof type === 'string') {
        const known = [...seen.values()].filter((one) => one.type === type).length;
        if (known < 5) seen.set(href, value as Json);
      }
      for (const inner of Object.values(value)) collect(inner);
    };
    for (const { path } of collections) collect(await getJson(hub, `${service}${path}?limit=200`));
    expect(new Set([...seen.values()].map(({ type }) => type))).toEqual(
      new Set(['academicSession', 'class', 'course', 'org', 'user']),
    );
    for (const [href, { sourcedId, type }] of seen) {
      expect(href.startsWith(`${hub.client.url}${service}/`)).toBe(true);
      const body = await getJson(hub, href);
      expect(Object.keys(body)).toEqual([type]);
      expect(body[String(type)]).toMatchObject({ sourcedId });
    }
  });

  test('subsets are exactly the records whose type or role says so', async () => {
    const hub = hubOf(layer);
    const all = async (path: string, envelope: string) =>
      records(await getJson(hub, `${service}${path}?limit=10000`), envelope);
    const has = (role: string) => (record: Json) => {
      const roles = record.roles;
      return Array.isArray(roles) && roles.some((one: Json) => one.role === role);
    };
    const users = await all('/users', 'users');
    expect(await all('/students', 'users')).toEqual(users.filter(has('student')));
    expect(await all('/teachers', 'users')).toEqual(users.filter(has('teacher')));
    const orgs = await all('/orgs', 'orgs');
    expect(await all('/schools', 'orgs')).toEqual(orgs.filter(({ type }) => type === 'school'));
    const sessions = await all('/academicSessions', 'academicSessions');
    expect(await all('/terms', 'academicSessions')).toEqual(sessions.filter(({ type }) => type === 'term'));
    expect(await all('/gradingPeriods', 'academicSessions')).toEqual(
      sessions.filter(({ type }) => type === 'gradingPeriod'),
    );
  });

  test('a record outside a subset is unknown there', async () => {
    const hub = hubOf(layer);
    const [district] = records(await getJson(hub, `${service}/orgs?limit=10000`), 'orgs').filter(
      ({ type }) => type === 'district',
    );
    const response = await hub.client.get(`${service}/schools/${String(district?.sourcedId)}`);
    expect(response.status).toBe(404);
  });
});
