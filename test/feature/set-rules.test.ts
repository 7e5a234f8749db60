import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Found, judge, type NamedBoard, namedBoard } from '../support/rule-bundle.ts';
import { foundBy, fresh, setRuleCases } from '../support/rule-cases/set-rules.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let board: NamedBoard;

beforeAll(async () => {
  hub = await startTestHub();
  board = await namedBoard({ people: 200, seed: 5 });
});

afterAll(() => hub.stop());

const copy = () => ({ ...board, bundle: board.bundle.copy() });

async function expectFound(changed: NamedBoard, ...wanted: readonly Found[]): Promise<void> {
  const { view, found } = await judge(hub.client, changed);
  expect(found).toEqual(wanted);
  const refused = wanted.some(([, , , , level]) => level === 'error');
  expect(view).toMatchObject({ state: refused ? 'rejected' : 'published', failure: null });
}

describe('a rule of more than one row', () => {
  test.each(setRuleCases.map((one) => [one.rule, one.broken, one] as const))(
    '%s: %s',
    async (_rule, _broken, one) => {
      const changed = copy();
      const wanted = foundBy(one, changed.bundle);
      await expectFound(changed, wanted);
    },
  );

  test.each(setRuleCases.map((one) => [one.rule, one.near, one] as const))(
    '%s is kept by %s',
    async (_rule, _near, one) => {
      const changed = copy();
      one.keeps(changed.bundle);
      await expectFound(changed);
    },
  );
});

describe('the code in the name of the zip', () => {
  test.each(['RO_20260410_131237.zip', 'RO_20260410_B127210000018.zip', 'RO_20260410_13.zip'])(
    'is told when no org has it: %s',
    async (fileName) => {
      await expectFound({ ...board, fileName }, ['', 0, '', 'JP-F-006', 'warning']);
    },
  );

  test('may be that of a school, or the prefecture of the district', async () => {
    const school = board.bundle.cell('orgs.csv', 3, 'identifier');
    const district = board.bundle.cell('orgs.csv', 2, 'identifier');
    for (const code of [school, district, district.slice(0, 2)]) {
      await expectFound({ ...board, fileName: `RO_20260410_${code}.zip` });
    }
  });
});

describe('a clean board has no issue', () => {
  test('with the interoperability model, this week and the next', async () => {
    for (const options of [
      { people: 700, seed: 3 },
      { people: 700, seed: 3, change: 0.2 },
    ]) {
      const { view, found } = await judge(hub.client, await namedBoard(options), {
        interoperability: 'true',
      });
      expect(found).toEqual([]);
      expect(view.state).toBe('published');
    }
  });

  test('under OneRoster 1.2.1, where an org may be below any other', async () => {
    const { view, found } = await judge(
      hub.client,
      await namedBoard({ people: 700, seed: 3, layer: 'base' }),
    );
    expect(found).toEqual([]);
    expect(view).toMatchObject({ state: 'published', profile: 'base-1.2.1' });
  });
});

describe('causes alone are told', () => {
  test('a class that is in the file twice multiplies nothing', async () => {
    const changed = copy();
    const { bundle } = changed;
    const seat = bundle.find('enrollments.csv', 'metadata.jp.shussekiNo', '1');
    bundle.set('enrollments.csv', seat + 1, {
      beginDate: '2026-03-31',
      schoolSourcedId: bundle.cell('orgs.csv', 4, 'sourcedId'),
    });
    const twin = bundle.append('classes.csv', 3, {});
    await expectFound(
      changed,
      ['classes.csv', twin, 'sourcedId', 'JP-C-004', 'error'],
      ['enrollments.csv', seat + 1, 'schoolSourcedId', 'JP-EN-014', 'warning'],
      ['enrollments.csv', seat + 1, 'beginDate', 'JP-EN-010', 'warning'],
    );
  });

  test('a record that is in its file twice is a doubled id, not its own rival', async () => {
    const wanted: Found[] = [];
    const changed = copy();
    for (const file of ['orgs.csv', 'academicSessions.csv', 'users.csv', 'roles.csv', 'enrollments.csv']) {
      wanted.push([file, changed.bundle.append(file, 2, {}), 'sourcedId', 'JP-C-004', 'error']);
    }
    await expectFound(changed, ...wanted);
  });

  test('a dangling reference is nothing else', async () => {
    const changed = copy();
    const { bundle } = changed;
    const seat = bundle.find('enrollments.csv', 'metadata.jp.shussekiNo', '1');
    bundle.set('orgs.csv', 4, { parentSourcedId: fresh(1) });
    bundle.set('courses.csv', 3, { schoolYearSourcedId: fresh(2) });
    bundle.set('classes.csv', 3, { courseSourcedId: fresh(3), termSourcedIds: fresh(4) });
    bundle.set('enrollments.csv', seat, { classSourcedId: fresh(5), 'metadata.jp.shussekiNo': '' });
    bundle.set('enrollments.csv', seat + 1, { beginDate: '2020-04-01', schoolSourcedId: fresh(6) });
    await expectFound(
      changed,
      ['orgs.csv', 4, 'parentSourcedId', 'JP-OR-010', 'error'],
      ['courses.csv', 3, 'schoolYearSourcedId', 'JP-CO-005', 'error'],
      ['classes.csv', 3, 'courseSourcedId', 'JP-CL-004', 'error'],
      ['classes.csv', 3, 'termSourcedIds', 'JP-CL-007', 'error'],
      ['enrollments.csv', seat, 'classSourcedId', 'JP-EN-001', 'error'],
      ['enrollments.csv', seat + 1, 'schoolSourcedId', 'JP-EN-002', 'error'],
    );
  });

  test('a cell that could not be read is not missing as well', async () => {
    const changed = copy();
    const seat = changed.bundle.find('enrollments.csv', 'metadata.jp.shussekiNo', '1');
    changed.bundle.set('enrollments.csv', seat, { 'metadata.jp.shussekiNo': '一' });
    await expectFound(changed, ['enrollments.csv', seat, 'metadata.jp.shussekiNo', 'JP-EN-011', 'error']);
  });

  test('what is personal is not repeated', async () => {
    const changed = copy();
    const identifier = changed.bundle.cell('users.csv', 2, 'userMasterIdentifier');
    changed.bundle.set('users.csv', 3, { userMasterIdentifier: identifier });
    const { view } = await judge(hub.client, changed);
    const [issue] = await hub.client.issuesOf(view.id);
    expect(issue?.message.en).toBe('"***" in userMasterIdentifier is already on line 2.');
  });
});

test('ten thousand rows that are all alike are judged in seconds', async () => {
  const changed = copy();
  const { bundle } = changed;
  const line =
    bundle.lines('enrollments.csv')[bundle.find('enrollments.csv', 'metadata.jp.shussekiNo', '1')] ?? '';
  const more = Array.from({ length: 10_000 }, (_, at) => line.replace(/^"[^"]*"/, `"${fresh(at)}"`));
  bundle.edit('enrollments.csv', (lines) => [...lines.slice(0, -1), ...more, '']);
  const { view } = await judge(hub.client, changed);
  expect(view.issues).toMatchObject({ errors: 0, byCode: { 'JP-EN-015': 10_000 } });
});
