import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBoard } from '../../scripts/board/write-board.ts';
import { type BoardHub, expectRefused, startBoardHub } from '../support/board-hub.ts';
import { rosterPrint } from '../support/roster-print.ts';

let hub: BoardHub;

beforeAll(async () => {
  hub = await startBoardHub({ people: 60, seed: 5 });
});

afterAll(() => hub.stop());

describe('text', () => {
  test('that is not UTF-8 or has a NUL is told with its line, in every file', async () => {
    const board = hub.board.copy();
    const demographics = Buffer.from(board.lines('demographics.csv').join('\r\n'));
    demographics.writeUInt8(
      0x82,
      Buffer.byteLength(board.lines('demographics.csv').slice(0, 2).join('\r\n')) + 3,
    );
    board
      .put('demographics.csv', demographics)
      .line('courses.csv', 2, (line) => line.replace('年度', '年\0度'));
    await expectRefused(
      hub,
      await board.zip(),
      ['courses.csv', 2, '', 'RH-F-005'],
      ['demographics.csv', 3, '', 'JP-F-007'],
    );
  });

  test('with a quote that is never closed is told with the line on which it opened', async () => {
    const board = hub.board.copy().edit('demographics.csv', (lines) =>
      lines.map((line, at) => {
        if (at === 2) return line.replace(/""$/, '"');
        return at > 2 ? line.replaceAll('"', '') : line;
      }),
    );
    await expectRefused(hub, await board.zip(), ['demographics.csv', 3, '', 'JP-F-010']);
  });

  test('that goes wrong far into a long file is told with its line', async () => {
    const board = hub.board.copy();
    const [first = ''] = board.lines('userProfiles.csv').slice(1, 2);
    const rows = Array.from({ length: 5_000 }, (_, at) =>
      first.replace(/^"[^"]*"/, `"00000000-0000-4000-8000-${String(at).padStart(12, '0')}"`),
    );
    board.edit('userProfiles.csv', (lines) => [...lines.slice(0, -1), ...rows, '']);
    board.line('userProfiles.csv', 4_321, (line) => `${line.slice(0, -3)}\0"`);
    await expectRefused(hub, await board.zip(), ['userProfiles.csv', 4_321, '', 'RH-F-005']);
  });

  test('with a byte order mark is accepted with a warning', async () => {
    const board = hub.board.copy();
    for (const file of ['orgs.csv', 'manifest.csv'])
      board.put(file, `\uFEFF${board.lines(file).join('\r\n')}`);
    const published = await hub.client.importZip(await board.zip());
    expect(published).toMatchObject({
      state: 'published',
      issues: { errors: 0, warnings: 2, byCode: { 'JP-F-008': 2 } },
    });
    const issues = await hub.client.issuesOf(published.id);
    expect(issues.map(({ file, line, code, level }) => [file, line, code, level])).toEqual([
      ['manifest.csv', 0, 'JP-F-008', 'warning'],
      ['orgs.csv', 0, 'JP-F-008', 'warning'],
    ]);
    expect(await rosterPrint(hub.client)).toBe(hub.roster);
  });

  test('with LF and without a last line end is accepted with a warning for each file', async () => {
    const board = hub.board.copy();
    for (const file of board.files.keys()) {
      board.put(file, board.lines(file).join('\n').trimEnd());
    }
    const published = await hub.client.importZip(await board.zip());
    const files = board.files.size;
    expect(published).toMatchObject({
      state: 'published',
      issues: { errors: 0, warnings: files, byCode: { 'JP-F-009': files } },
    });
    expect(await rosterPrint(hub.client)).toBe(hub.roster);
  });
});

describe('rows', () => {
  test('are all judged: width, vocabulary, date, duplicate, dangling reference, each where it is', async () => {
    const board = hub.board.copy();
    board.line('orgs.csv', 2, (line) => `${line},"one more"`);
    const twin = board.append('courses.csv', 2, {});
    board.set('classes.csv', 2, { classType: 'club' });
    board.set('users.csv', 3, { primaryOrgSourcedId: 'no-such-org', agentSourcedIds: 'nobody-1,nobody-2' });
    board.set('enrollments.csv', 2, { beginDate: '2026-02-30' });
    board.set('enrollments.csv', 3, { sourcedId: '' });
    const demographics = board.append('demographics.csv', 2, { sourcedId: 'nobody' });
    const refused = await hub.client.importZip(await board.zip());
    expect(refused.state).toBe('rejected');
    const found = (await hub.client.issuesOf(refused.id))
      .filter(({ level }) => level === 'error')
      .map(({ file, line, column, code }) => [file, line, column, code].join(' '));
    const wanted = [
      'orgs.csv 2  JP-F-013',
      'classes.csv 2 classType JP-CL-003',
      'enrollments.csv 2 beginDate JP-C-009',
      'enrollments.csv 3 sourcedId JP-C-001',
      `courses.csv ${twin} sourcedId JP-C-004`,
      'users.csv 3 agentSourcedIds JP-US-017',
      'users.csv 3 agentSourcedIds JP-US-017',
      'users.csv 3 primaryOrgSourcedId JP-US-016',
      `demographics.csv ${demographics} sourcedId JP-DE-001`,
    ];
    // Consequences of the org row that could not be read come on top; no cause is missing.
    for (const one of wanted) expect(found).toContain(one);
    expect(found.filter((one) => one === 'users.csv 3 agentSourcedIds JP-US-017').length).toBe(2);
    expect(await rosterPrint(hub.client)).toBe(hub.roster);
  });

  test('a file without rows is told', async () => {
    const board = hub.board.copy().edit('demographics.csv', ([header = '']) => [header, '']);
    await expectRefused(hub, await board.zip(), ['demographics.csv', 0, '', 'JP-F-014']);
  });
});

describe('the twenty planted faults of a broken board', () => {
  test.each([60, 300])(
    'are all found where they are, and no value of a person is repeated (%i people)',
    async (people) => {
      const { zip, plantedFaults } = await makeBoard({ people, seed: 5, broken: true });
      expect(plantedFaults.length).toBe(20);
      const refused = await hub.client.importZip(zip);
      expect(refused.state).toBe('rejected');
      const issues = await hub.client.issuesOf(refused.id);
      for (const { file, line, column, rule, alsoRules } of plantedFaults) {
        const here = issues.filter(
          (one) => one.file === file && one.line === line && (column === '' || one.column === column),
        );
        const codes = here.filter(({ level }) => level === 'error').map(({ code }) => code);
        expect(
          codes.some((code) => [rule, ...alsoRules].includes(code)),
          `${rule} ${file}:${line} ${column}, found ${codes.join()}`,
        ).toBe(true);
      }
      const known = new Set(plantedFaults.map(({ file, line }) => `${file}:${line}`));
      expect(
        issues
          .filter(({ level }) => level === 'error')
          .map(({ file, line }) => `${file}:${line}`)
          .filter((place) => !known.has(place)),
      ).toEqual([]);
      expect(JSON.stringify(issues)).not.toMatch(/2026-02-30|Koumu=/);
      expect(await rosterPrint(hub.client)).toBe(hub.roster);
    },
  );
});
