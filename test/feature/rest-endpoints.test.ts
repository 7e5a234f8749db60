import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordSchema } from '../../src/json/schema.ts';
import { type Endpoint, endpoints, serviceBases } from '../../src/model/endpoints.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import type { OneRosterRecord } from '../support/hub-client.ts';
import { officialFaults, officialSchemaOf } from '../support/official-json.ts';
import { type Model, nestedMembers } from '../support/roster-model.ts';

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
const collections = endpoints.filter(({ kind, parents }) => kind === 'collection' && parents.length === 0);
const nested = endpoints.filter(({ parents }) => parents.length > 0);
const singles = endpoints.filter(({ kind }) => kind === 'single');

function records(body: Json, envelope: string): Json[] {
  expect(Object.keys(body)).toEqual([envelope]);
  const list = body[envelope];
  if (!Array.isArray(list)) throw new Error(`${envelope} is no list`);
  return list;
}

function hasRole(user: Json, role: string): boolean {
  const roles = user.roles;
  return Array.isArray(roles) && roles.some((one: Json) => one.role === role);
}

const models = new Map<BoardHub, Promise<Model>>();

/** All records, by walks through the plain collections. */
function modelOf(hub: BoardHub): Promise<Model> {
  const known = models.get(hub);
  if (known !== undefined) return known;
  const of = async (name: string) => (await hub.client.walk(name, 'limit=10000')).records;
  const made = (async (): Promise<Model> => ({
    academicSessions: await of('academicSessions'),
    classes: await of('classes'),
    courses: await of('courses'),
    enrollments: await of('enrollments'),
    orgs: await of('orgs'),
    users: await of('users'),
  }))();
  models.set(hub, made);
  return made;
}

/** Some paths below each kind of parent: every school, session and class in it, and a few of what is many. */
function pathsOf(model: Model, parents: Endpoint['parents']): Record<string, string>[] {
  const choices: Readonly<Record<string, readonly OneRosterRecord[]>> = {
    classSourcedId: model.classes.slice(0, 12),
    courseSourcedId: model.courses.slice(0, 12),
    schoolSourcedId: model.orgs.filter(({ type }) => type === 'school').slice(0, 4),
    studentSourcedId: model.users.filter((user) => hasRole(user, 'student')).slice(0, 8),
    teacherSourcedId: model.users.filter((user) => hasRole(user, 'teacher')).slice(0, 8),
    termSourcedId: model.academicSessions.filter(({ sourcedId, type }) => {
      const pointedAt = model.classes.some(({ terms }) => JSON.stringify(terms).includes(`"${sourcedId}"`));
      return type === 'term' || pointedAt;
    }),
    userSourcedId: model.users.filter((_, index) => index % 20 === 0),
  };
  let paths: Record<string, string>[] = [{}];
  for (const { param } of parents) {
    paths = paths.flatMap((path) =>
      (choices[param] ?? []).map(({ sourcedId }) => ({ ...path, [param]: sourcedId })),
    );
  }
  return paths;
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
    const has = (role: string) => (record: Json) => hasRole(record, role);
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

  test.each(nested.map((one) => [one.path, one] as const))(
    '%s has exactly the records that belong there',
    async (path, { operationId, envelope, entity, parents }) => {
      const hub = hubOf(layer);
      const model = await modelOf(hub);
      const members = nestedMembers[operationId];
      if (members === undefined) throw new Error(operationId);
      const official = officialSchemaOf[entity.name];
      if (official === undefined) throw new Error(entity.name);
      let filled = 0;
      for (const ids of pathsOf(model, parents)) {
        const address =
          service + path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(ids[name] ?? ''));
        const found = records(await getJson(hub, `${address}?limit=10000`), envelope);
        expect(found, address).toEqual(members(model, ids));
        filled += found.length > 0 ? 1 : 0;
        for (const record of found.slice(0, 3)) expect(officialFaults(official, record)).toEqual([]);
        if (found.length > 1) {
          const walk = await hub.client.walk(address.slice(service.length + 1), 'limit=1');
          expect(walk).toMatchObject({ records: found, total: found.length });
          const [first] = found;
          const filter = encodeURIComponent(`sourcedId='${String(first?.sourcedId)}' OR sourcedId='nobody'`);
          expect(records(await getJson(hub, `${address}?filter=${filter}`), envelope)).toEqual([first]);
        }
      }
      const empty = layer === 'japan' && ['getGradingPeriodsForTerm'].includes(operationId);
      expect(filled > 0, `${operationId}: ${filled} with records`).toBe(!empty);
    },
  );

  test.each(nested.map((one) => [one.path, one] as const))(
    '%s below an unknown or a wrong record is 404, below one without members it is empty',
    async (path, { parents, envelope }) => {
      const hub = hubOf(layer);
      const model = await modelOf(hub);
      const [ids] = pathsOf(model, parents);
      if (ids === undefined) throw new Error(path);
      const status = async (changed: Record<string, string>) => {
        const all: Record<string, string> = { ...ids, ...changed };
        const address = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(all[name] ?? ''));
        const response = await hub.client.get(service + address);
        const body: Json = JSON.parse(await response.text());
        if (response.status === 404) {
          expect(JSON.stringify(body)).toContain('"imsx_codeMinorFieldValue":"unknownobject"');
        } else {
          expect(Object.keys(body)).toEqual([envelope]);
        }
        return response.status;
      };
      expect(await status({})).toBe(200);
      for (const { param } of parents) {
        for (const wrong of ['nobody', 'x y', '髙', "'; --"])
          expect(await status({ [param]: wrong })).toBe(404);
      }
      const outside: Record<string, string | undefined> = {
        schoolSourcedId: model.orgs.find(({ type }) => type !== 'school')?.sourcedId,
        studentSourcedId: model.users.find((user) => !hasRole(user, 'student'))?.sourcedId,
        teacherSourcedId: model.users.find((user) => !hasRole(user, 'teacher'))?.sourcedId,
      };
      for (const { param } of parents) {
        const wrong = outside[param];
        if (wrong !== undefined) expect(await status({ [param]: wrong })).toBe(404);
      }
    },
  );

  test('a record outside a subset is unknown there', async () => {
    const hub = hubOf(layer);
    const [district] = records(await getJson(hub, `${service}/orgs?limit=10000`), 'orgs').filter(
      ({ type }) => type === 'district',
    );
    const response = await hub.client.get(`${service}/schools/${String(district?.sourcedId)}`);
    expect(response.status).toBe(404);
  });
});
