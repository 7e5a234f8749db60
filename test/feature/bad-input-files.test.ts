import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipFiles } from '../../scripts/board/zip-files.ts';
import { type BoardHub, expectRefused, startBoardHub, type Where } from '../support/board-hub.ts';
import { rosterPrint } from '../support/roster-print.ts';
import { headerField, patchHeaders } from '../support/zip-bytes.ts';

let hub: BoardHub;

beforeAll(async () => {
  hub = await startBoardHub({ people: 20, seed: 3 });
});

afterAll(() => hub.stop());

describe('the zip', () => {
  test('that is none is refused', async () => {
    await expectRefused(hub, Buffer.from('sourcedId,status\r\n'.repeat(50)), ['', 0, '', 'JP-F-001']);
  });

  test('that was cut is refused', async () => {
    const zip = await hub.board.zip();
    await expectRefused(hub, zip.subarray(0, zip.length / 2), ['', 0, '', 'JP-F-001']);
  });

  test('that is empty is refused', async () => {
    await expectRefused(hub, await zipFiles([]), ['', 0, '', 'JP-F-004']);
  });

  test('with its files in a folder is refused', async () => {
    const inside = [...hub.board.files].map(([name, content]) => ({ name: `名簿/${name}`, content }));
    await expectRefused(hub, await zipFiles(inside), ...inside.map((): Where => ['', 0, '', 'JP-F-002']));
    await expectRefused(hub, await hub.board.zip({ name: 'folder/', content: '' }), ['', 0, '', 'JP-F-002']);
  });

  test('with a file that is not of OneRoster is refused', async () => {
    await expectRefused(hub, await hub.board.zip({ name: 'readme.txt', content: 'x' }), [
      '',
      0,
      '',
      'JP-F-003',
    ]);
  });

  test('with a file twice is refused', async () => {
    const again = { name: 'orgs.csv', content: hub.board.lines('orgs.csv').join('\r\n') };
    await expectRefused(hub, await hub.board.zip(again), ['orgs.csv', 0, '', 'JP-F-003']);
  });

  test('with a password is refused', async () => {
    const zip = patchHeaders(await hub.board.zip(), (header, index) => {
      if (index === 1) header.writeUInt16LE(header.readUInt16LE(headerField.flags) | 1, headerField.flags);
    });
    const [, name = ''] = [...hub.board.files.keys()];
    await expectRefused(hub, zip, [name, 0, '', 'RH-F-003'], [name, 0, '', 'JP-M-006']);
  });

  test('with a damaged file is refused', async () => {
    const zip = patchHeaders(await hub.board.zip(), (header) => {
      const name = header.subarray(headerField.name, headerField.name + 9).toString();
      if (name === 'users.csv') header.writeUInt32LE(1, headerField.crc);
    });
    await expectRefused(hub, zip, ['users.csv', 0, '', 'RH-F-002']);
  });

  test.each([
    [
      'by its ratio',
      async () =>
        hub.board
          .copy()
          .put('users.csv', Buffer.alloc(300 * 1024 ** 2))
          .zip(),
      'users.csv',
    ],
    [
      'by the number of its files',
      async () => hub.board.zip(...Array.from({ length: 100 }, (_, at) => ({ name: `.${at}`, content: '' }))),
      '',
    ],
  ])('that is a bomb %s is refused within seconds', async (_name, make, file) => {
    const zip = await make();
    const began = performance.now();
    const refused = await hub.client.importZip(zip);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(refused.state).toBe('rejected');
    const [first] = await hub.client.issuesOf(refused.id);
    expect(first).toMatchObject({ file, code: 'RH-F-001', level: 'error' });
    expect(await rosterPrint(hub.client)).toBe(hub.roster);
  });
});

describe('the manifest', () => {
  test('that is missing is told', async () => {
    const zip = await hub.board.copy().remove('manifest.csv').zip();
    await expectRefused(hub, zip, ['manifest.csv', 0, '', 'JP-F-004']);
  });

  test('that disagrees with the files is told every file: undeclared, missing, absent though required', async () => {
    const zip = await hub.board
      .copy()
      .remove('users.csv')
      .remove('roles.csv')
      .manifest('file.roles', 'absent')
      .manifest('file.demographics', 'absent')
      .zip();
    await expectRefused(
      hub,
      zip,
      ['demographics.csv', 0, '', 'JP-M-007'],
      ['users.csv', 0, '', 'JP-M-006'],
      ['roles.csv', 0, '', 'JP-M-008'],
    );
  });

  test('of another version is told', async () => {
    const zip = await hub.board.copy().manifest('oneroster.version', '1.1').zip();
    await expectRefused(hub, zip, ['manifest.csv', 3, 'value', 'JP-M-003']);
  });

  test('of an older version over the headers of the final profile is told what it should be', async () => {
    const zip = await hub.board.copy().manifest('oneroster.version', '1.2').zip();
    await expectRefused(hub, zip, ['manifest.csv', 3, 'value', 'JP-M-003']);
  });
});

describe('headers', () => {
  test('that lack, rename, double or swap columns are told, each file for itself', async () => {
    const header = (change: (names: string[]) => string[]) => (line: string) =>
      change(line.split(',')).join(',');
    const zip = await hub.board
      .copy()
      .put('orgs.csv', '')
      .line(
        'academicSessions.csv',
        1,
        header((names) => names.filter((name) => name !== 'title')),
      )
      .line(
        'courses.csv',
        1,
        header((names) => names.map((name) => (name === 'courseCode' ? 'code' : name))),
      )
      .line(
        'classes.csv',
        1,
        header((names) => [...names, 'title']),
      )
      .line(
        'roles.csv',
        1,
        header(([a = '', b = '', ...rest]) => [b, a, ...rest]),
      )
      .zip();
    await expectRefused(
      hub,
      zip,
      ['orgs.csv', 1, '', 'JP-H-001'],
      ['academicSessions.csv', 1, 'title', 'JP-H-002'],
      ['courses.csv', 1, 'courseCode', 'JP-H-002'],
      ['courses.csv', 1, 'code', 'JP-H-005'],
      ['classes.csv', 1, 'title', 'JP-H-004'],
      ['roles.csv', 1, 'sourcedId', 'JP-H-003'],
      ['roles.csv', 1, 'status', 'JP-H-003'],
    );
  });

  test('that are a row of data are told column by column', async () => {
    const zip = await hub.board
      .copy()
      .edit('orgs.csv', (lines) => lines.slice(1))
      .zip();
    const columns = 'sourcedId status dateLastModified name type identifier parentSourcedId'.split(' ');
    const [, first = ''] = hub.board.lines('orgs.csv');
    const values = first.slice(1, -1).split('","');
    await expectRefused(
      hub,
      zip,
      ['orgs.csv', 1, '', 'JP-H-004'],
      ...columns.map((name): Where => ['orgs.csv', 1, name, 'JP-H-002']),
      ...values.map((value): Where => ['orgs.csv', 1, value, 'JP-H-005']),
    );
  });
});
