import { describe, expect, test } from 'vitest';
import { parseBoardCommand } from '../../scripts/board/command.ts';
import { compareBoards } from '../../scripts/board/compare-boards.ts';
import { boardBuffer, makeBoard } from '../../scripts/board/write-board.ts';
import { unzipFiles, zipFiles } from '../../scripts/board/zip-files.ts';
import { districtCode, schoolCode } from '../../src/model/school-code.ts';

async function text(zip: Buffer, file: string): Promise<string> {
  return (await unzipFiles(zip)).get(file)?.toString() ?? '';
}

describe('the board generator', () => {
  test('equal options give equal bytes, another seed another board', async () => {
    for (const options of [
      { people: 300, seed: 5 },
      { people: 300, seed: 5, change: 0.05 },
      { people: 60, seed: 5, broken: true },
    ]) {
      const first = await boardBuffer(options);
      expect(first.equals(await boardBuffer(options))).toBe(true);
      expect(first.equals(await boardBuffer({ ...options, seed: 6 }))).toBe(false);
    }
  });

  test.each([20, 21, 33, 99, 100, 150, 599, 600, 777, 1201, 5000])(
    'a board of %i people has exactly as many users',
    async (people) => {
      const { rows, zip } = await makeBoard({ people, seed: people });
      expect(rows['users.csv']).toBe(people);
      expect((await text(zip, 'users.csv')).split('\r\n').length).toBe(people + 2);
    },
  );

  test('200,000 people have about 800,000 enrolments in proportion', async () => {
    const { rows } = await makeBoard({ people: 20_000, seed: 1 });
    expect(rows['enrollments.csv']).toBeGreaterThan(76_000);
    expect(rows['enrollments.csv']).toBeLessThan(84_000);
  });

  test('a board has every school type, shared classes, special needs, four-byte kanji and names from abroad', async () => {
    const zip = await boardBuffer({ people: 3000, seed: 1 });
    const orgs = await text(zip, 'orgs.csv');
    for (const type of ['A1', 'B1', 'C1', 'C2', 'D1', 'D2', 'E1']) expect(orgs).toContain(`"${type}02`);
    const classes = await text(zip, 'classes.csv');
    expect(classes).toMatch(/"P1,P2"/);
    expect(classes).toMatch(/"true"\r\n/);
    const users = await text(zip, 'users.csv');
    expect(users).toMatch(/[\u{20000}-\u{2FFFF}]/u);
    expect(users).toMatch(/[髙﨑]/);
    expect(users).toMatch(/ドス・サントス|フェルナンデス|NGUYEN/);
  });

  test('the base layer shows what the Japan profile forbids', async () => {
    const files = await unzipFiles(await boardBuffer({ people: 2000, seed: 1, layer: 'base' }));
    const has = (file: string, ...values: string[]): void => {
      const content = files.get(file)?.toString() ?? '';
      for (const value of values) expect(content).toContain(`"${value}"`);
    };
    has('academicSessions.csv', 'schoolYear', 'semester', 'term', 'gradingPeriod', 'ext:intensive');
    has(
      'orgs.csv',
      'national',
      'state',
      'local',
      'district',
      'department',
      'school',
      'ext:library',
      'sch-0001',
    );
    has('classes.csv', 'homeroom', 'scheduled', 'ext:special');
    has('roles.csv', 'parent', 'relative', 'aide', 'counselor', 'ext:prefect', 'systemAdministrator');
    has('enrollments.csv', 'administrator', 'ext:demonstrator');
    has('demographics.csv', 'ext:notRecorded');
    has('users.csv', 'false');
    for (const content of files.values()) expect(content.toString()).not.toContain('metadata.jp.');
  });

  test('a changed week touches about the share asked for and nothing else', async () => {
    const before = await boardBuffer({ people: 6000, seed: 9 });
    const after = await boardBuffer({ people: 6000, seed: 9, change: 0.02 });
    const files = await compareBoards(before, after);
    const users = files['users.csv'];
    const touched = (users?.created.size ?? 0) + (users?.updated.size ?? 0) + (users?.deleted.size ?? 0);
    expect(touched).toBeGreaterThan(6000 * 0.01);
    expect(touched).toBeLessThan(6000 * 0.04);
    expect(users?.created.size).toBeGreaterThan(0);
    expect(users?.deleted.size).toBeGreaterThan(0);
    expect(files['classes.csv']?.created.size).toBeGreaterThan(0);
    expect(files['classes.csv']?.updated.size).toBe(0);
    expect(files['orgs.csv']).toEqual({ created: new Set(), updated: new Set(), deleted: new Set() });
    expect(files['enrollments.csv']?.created.size).toBeGreaterThan(0);
    expect(files['roles.csv']?.updated.size).toBeGreaterThan(0);
    const lines = new Set((await text(before, 'enrollments.csv')).split('\r\n'));
    const same = (await text(after, 'enrollments.csv'))
      .split('\r\n')
      .filter((line) => lines.has(line)).length;
    expect(same).toBeGreaterThan(lines.size * 0.95);
  });

  test('a changed week of a tiny board still changes something', async () => {
    const files = await compareBoards(
      await boardBuffer({ people: 20, seed: 1 }),
      await boardBuffer({ people: 20, seed: 1, change: 0.01 }),
    );
    expect(files['classes.csv']?.created.size).toBe(1);
  });

  test.each([20, 200, 2000])(
    'a broken board of %i people has twenty faults, each where it is said to be',
    async (people) => {
      const { zip, plantedFaults } = await makeBoard({ people, seed: 1, broken: true });
      expect(plantedFaults.length).toBe(20);
      expect(new Set(plantedFaults.map((fault) => fault.rule)).size).toBe(20);
      const whole = await unzipFiles(await boardBuffer({ people, seed: 1 }));
      const broken = await unzipFiles(zip);
      for (const [name, content] of broken) {
        const lines = content.toString().split('\r\n');
        const before = new Set((whole.get(name)?.toString() ?? '').split('\r\n'));
        const differing = lines.flatMap((line, index) => (before.has(line) ? [] : [index + 1]));
        expect(differing).toEqual(
          plantedFaults.filter((fault) => fault.file === name).map((fault) => fault.line),
        );
      }
    },
  );
});

describe('codes', () => {
  test('a published 学校コード and two published board codes come out of their parts', () => {
    expect(schoolCode('B1', 27, 2, 1000001)).toBe('B127210000018');
    expect(districtCode(5, 201)).toBe('052019');
    expect(districtCode(13, 123)).toBe('131237');
  });
});

describe('zip files', () => {
  test('what is zipped comes out again, folders and duplicates included', async () => {
    const zip = await zipFiles([
      { name: 'folder/', content: '' },
      { name: 'folder/a.csv', content: 'a' },
      { name: 'b.csv', content: 'first' },
      { name: 'b.csv', content: Buffer.from('second'), stored: true },
    ]);
    const files = await unzipFiles(zip);
    expect([...files].map(([name, content]) => [name, content.toString()])).toEqual([
      ['folder/a.csv', 'a'],
      ['b.csv', 'second'],
    ]);
  });
});

describe('the command line', () => {
  test('a share is read as per cent or as a fraction', () => {
    const command = parseBoardCommand(['--people', '200', '--change', '1%', '--out', 'x.zip']);
    expect(command).toEqual({
      kind: 'write',
      out: 'x.zip',
      options: { people: 200, seed: 1, layer: 'japan', broken: false, change: 0.01 },
    });
  });

  test('every bad argument is reported in both languages', () => {
    const command = parseBoardCommand(['--people', '3', '--layer', 'x', '--change', '200%']);
    expect(command.kind === 'fault' && command.text.split('\n').length).toBe(3);
    expect(parseBoardCommand(['--nope']).kind).toBe('fault');
    expect(parseBoardCommand(['--break', '--layer', 'base']).kind).toBe('fault');
  });
});
