import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expireReports } from '../../src/services/retention/expire-reports.ts';
import { deleteCorrections } from '../../src/store/corrections.ts';
import { rowsOf } from '../support/audit-rows.ts';
import { type BoardHub, startBoardHub } from '../support/board-hub.ts';
import { query } from '../support/embedded-folder.ts';
import { type CorrectionView, personPath, readJson, readPerson, refusalOf } from '../support/held.ts';
import type { ImportView } from '../support/hub-client.ts';
import { openContext } from '../support/hub-context.ts';

interface CorrectedView {
  readonly publication: { id: number; publishedAt: string };
  readonly corrections: CorrectionView[];
  readonly warnings: { field: string; message: { ja: string; en: string } }[];
}

type WeighedImport = ImportView & {
  readonly proposal: {
    corrections?: { putBack: number; confirmed: number; message: { ja: string; en: string } };
  } | null;
};

const service = '/ims/oneroster/rostering/v1p2';
const reason = '本人からの訂正請求（第 12 号）';
let hub: BoardHub;
/** A pupil with demographics. */
let pupil: { id: string; line: number };

beforeEach(async () => {
  hub = await startBoardHub({ people: 60, seed: 5 });
  const id = hub.board.cell('demographics.csv', 2, 'sourcedId');
  pupil = { id, line: hub.board.find('users.csv', 'sourcedId', id) };
});

afterEach(() => hub.stop());

const patch = (body: unknown, id = pupil.id, headers: Record<string, string> = {}) =>
  fetch(hub.client.url + personPath(id), {
    method: 'PATCH',
    headers: { authorization: `Bearer ${hub.client.key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function correct(
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<CorrectedView> {
  const response = await patch({ fields, reason }, pupil.id, headers);
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text);
}

const read = async (collection: string) => {
  const { [collection.replace(/s$/, '')]: one, demographics } = await readJson<
    Record<string, Record<string, unknown>>
  >(hub.client, `${service}/${collection}/${pupil.id}`);
  return one ?? demographics ?? {};
};

const list = async (state = '') => {
  const view = await readJson<{ corrections: CorrectionView[]; total: number }>(
    hub.client,
    `/admin/corrections${state === '' ? '' : `?state=${state}`}`,
  );
  expect(view.total).toBe(view.corrections.length);
  return view.corrections;
};

const send = async (zip: Buffer) => (await hub.client.importZip(zip)) as WeighedImport;

describe('a correction', () => {
  test('is what readers see at once, with a stamp of its own, and deltas bring it', async () => {
    const before = await read('users');
    const { publication, corrections } = await correct({
      familyName: '髙橋',
      'metadata.jp.kanaFamilyName': 'タカハシ',
      birthDate: '2015-02-28',
    });
    const after = await read('users');
    expect(after).toEqual({
      ...before,
      familyName: '髙橋',
      metadata: {
        ...Object(before.metadata),
        jp: { ...Object(before.metadata).jp, kanaFamilyName: 'タカハシ' },
      },
      dateLastModified: publication.publishedAt,
    });
    expect(await read('demographics')).toMatchObject({
      birthDate: '2015-02-28',
      dateLastModified: publication.publishedAt,
    });
    const delta = await hub.client.delta('users', before.dateLastModified as string);
    expect(delta.records.map(({ sourcedId }) => sourcedId)).toEqual([pupil.id]);
    expect(corrections.map(({ entity, field, value, state }) => [entity, field, value, state])).toEqual([
      ['demographics', 'birthDate', '2015-02-28', 'open'],
      ['users', 'familyName', '髙橋', 'open'],
      ['users', 'metadata.jp.kanaFamilyName', 'タカハシ', 'open'],
    ]);
    const found = await readJson<{ publications: { id: number; kind: string; importId: string | null }[] }>(
      hub.client,
      '/publications?limit=1',
    );
    expect(found.publications).toEqual([
      expect.objectContaining({ id: publication.id, kind: 'correction', importId: null }),
    ]);
  });

  test('leaves the old value in the history, and in what is held on the person', async () => {
    const before = await read('users');
    const { publication } = await correct({ givenName: '花子' });
    const then = await readJson<{ user: { givenName: string } }>(
      hub.client,
      `${service}/users/${pupil.id}?asOf=1`,
    );
    expect(then.user.givenName).toBe(before.givenName);
    const report = await readPerson(hub.client, pupil.id);
    expect(report.earlier.map(({ file, from, until }) => [file, from, until])).toEqual([
      ['users.csv', 1, publication.id],
    ]);
    expect(report.publications.at(-1)).toMatchObject({ kind: 'correction', import: null });
    expect(report.corrections).toEqual([
      expect.objectContaining({ field: 'givenName', value: '花子', reason }),
    ]);
  });

  test('takes a value away, and a list of ids is read as in a file', async () => {
    await correct({
      middleName: '',
      'metadata.jp.kanaGivenName': '',
      userIds: '{Koumu:12},{MS:a:b}',
      grades: 'P6',
    });
    const user = await read('users');
    expect(user.userIds).toEqual([
      { type: 'Koumu', identifier: '12' },
      { type: 'MS', identifier: 'a:b' },
    ]);
    expect(user.grades).toEqual(['P6']);
    expect(Object(user.metadata).jp).not.toHaveProperty('kanaGivenName');
  });

  test('is on record with names of fields, and without values', async () => {
    await correct({ givenName: '花子', email: 'hanako@example.jp' }, { 'x-request-id': 'correction-1' });
    const [row] = await rowsOf(hub.databaseUrl, 'correction-1');
    expect(row).toMatchObject({
      action: 'person.correct',
      count: 2,
      publication_id: 2,
      ids: [expect.any(String)],
    });
    expect(JSON.parse(String(row?.detail))).toEqual({ fields: ['givenName', 'email'] });
    expect(JSON.stringify(row)).not.toMatch(/花子|hanako/);
    for (const line of hub.logLines) expect(line).not.toMatch(/花子|hanako/);
  });

  test.each([
    [{ fields: { givenName: '' } }, 'a required value is blank', 422, 'correction_refused'],
    [{ fields: { birthDate: '2015-02-30' } }, 'there is no such day', 422, 'correction_refused'],
    [{ fields: { sex: 'f' } }, 'no such term', 422, 'correction_refused'],
    [{ fields: { givenName: '花子', sex: '女' } }, 'one of two is wrong', 422, 'correction_refused'],
    [{ fields: { agentSourcedIds: 'x' } }, 'a reference', 400, 'invalid_parameter'],
    [{ fields: { password: 'x' } }, 'never stored', 400, 'invalid_parameter'],
    [{ fields: { sourcedId: 'x' } }, 'who it is', 400, 'invalid_parameter'],
    [{ fields: { name: 'x' } }, 'no field of people', 400, 'invalid_parameter'],
    [{ fields: {} }, 'nothing', 400, 'invalid_parameter'],
    [{ fields: { givenName: '花子' }, reason: ' ' }, 'no reason', 400, 'invalid_parameter'],
  ])('%j is refused: %s', async (body, _why, status, code) => {
    const response = await patch({ reason, ...body });
    const text = await response.text();
    expect([response.status, JSON.parse(text).error.code]).toEqual([status, code]);
    expect(text, 'no value is repeated').not.toMatch(/花子|2015-02-30/);
    expect(await list()).toEqual([]);
    const [row] = await query(hub.databaseUrl, 'SELECT max(id)::int AS id FROM publications');
    expect(row?.id).toBe(1);
  });

  test('that the profile only warns of is published, with the warning', async () => {
    const { warnings } = await correct({ birthDate: '2999-01-01' });
    expect(warnings.map(({ field }) => field)).toEqual(['birthDate']);
    expect(warnings[0]?.message.ja).toMatch(/[ぁ-ん]/);
    expect((await read('demographics')).birthDate).toBe('2999-01-01');
  });

  test('of nobody, of who has left, or to what is there already is none', async () => {
    const fields = { givenName: '花子' };
    expect(await refusalOf(await patch({ fields, reason }, 'nobody'))).toEqual([404, 'unknown_object']);
    expect(await refusalOf(await patch({ fields, reason }, "' OR 1=1"))).toEqual([404, 'unknown_object']);
    const { givenName } = await read('users');
    expect(await refusalOf(await patch({ fields: { givenName }, reason }))).toEqual([
      409,
      'correction_unchanged',
    ]);
    await query(hub.databaseUrl, `UPDATE users SET status = 'tobedeleted' WHERE sourced_id = $1`, [pupil.id]);
    expect(await refusalOf(await patch({ fields, reason }))).toEqual([404, 'unknown_object']);
  });

  test('of a corrected value replaces the correction before', async () => {
    await correct({ givenName: '花子' });
    await correct({ givenName: '華子' });
    expect((await list()).map(({ value, state }) => [value, state])).toEqual([
      ['華子', 'open'],
      ['花子', 'replaced'],
    ]);
  });
});

describe('the next file of the source', () => {
  test('puts the old value back, and its preview, its report and its changes say so before', async () => {
    const { givenName } = await read('users');
    await correct({ givenName: '花子', birthDate: '2015-02-28' });
    const zip = await hub.board.zip();
    const preview = (await hub.client.judgeZip(zip, undefined, { dryRun: 'true' })) as WeighedImport;
    expect(preview).toMatchObject({
      state: 'checked',
      proposal: { corrections: { putBack: 2, confirmed: 0 } },
    });
    const { ja = '', en = '' } = preview.proposal?.corrections?.message ?? {};
    expect(ja).toContain('訂正した値 2 件');
    expect(en).toContain('2 value(s)');
    const report = await readJson<{ summary: { ja: string; en: string } }>(
      hub.client,
      `/csv/import/${preview.id}/report`,
    );
    expect(report.summary.ja).toContain(ja);
    expect(report.summary.en).toContain(en);
    const { changes } = await readJson<{ changes: { sourcedId: string; fields: object[] }[] }>(
      hub.client,
      `/csv/import/${preview.id}/changes?file=users.csv`,
    );
    expect(changes).toEqual([
      expect.objectContaining({
        sourcedId: pupil.id,
        fields: [{ column: 'givenName', before: '花子', after: givenName }],
      }),
    ]);
    expect((await list('open')).length, 'a preview settles nothing').toBe(2);

    const published = await send(zip);
    expect(published).toMatchObject({ state: 'published', proposal: { corrections: { putBack: 2 } } });
    expect((await read('users')).givenName).toBe(givenName);
    expect(new Set((await list()).map(({ state }) => state))).toEqual(new Set(['overwritten']));
    const again = await send(zip);
    expect(again.proposal).not.toHaveProperty('corrections');
  });

  test('with the corrected value confirms it, and the warning ends', async () => {
    await correct({ givenName: '花子' });
    const mended = await hub.board.copy().set('users.csv', pupil.line, { givenName: '花子' }).zip();
    const first = await send(mended);
    expect(first.proposal).toMatchObject({ corrections: { putBack: 0, confirmed: 1 } });
    expect(await list()).toEqual([
      expect.objectContaining({ state: 'confirmed', settledAt: expect.any(String) }),
    ]);
    expect((await send(mended)).proposal).not.toHaveProperty('corrections');
    // From now on the value is the source's own.
    expect((await send(await hub.board.zip())).proposal).not.toHaveProperty('corrections');
  });

  test('without the file of the record leaves the correction as it is', async () => {
    await correct({ birthDate: '2015-02-28' });
    const without = hub.board.copy().manifest('file.demographics', 'absent').remove('demographics.csv');
    expect((await send(await without.zip())).proposal).not.toHaveProperty('corrections');
    expect(await list('open')).toHaveLength(1);
    expect((await read('demographics')).birthDate).toBe('2015-02-28');
  });
});

test('settled corrections go with replaced versions, open ones stay; an erasure takes them all', async () => {
  await correct({ givenName: '花子' });
  await correct({ givenName: '華子', email: 'hana@example.jp' });
  await using ctx = openContext(hub);
  const later = (days: number) => new Date(Date.now() + days * 86_400_000);
  expect((await expireReports(ctx, later(399))).corrections).toBe(0);
  expect((await expireReports(ctx, later(401))).corrections).toBe(1);
  expect((await list()).map(({ state }) => state)).toEqual(['open', 'open']);
  expect(await deleteCorrections(ctx.store.db, pupil.id)).toBe(2);
  expect(await list()).toEqual([]);
});
