import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import ZipStream from 'zip-stream';
import { zipFiles } from '../../../scripts/board/zip-files.ts';
import { UnreadableFile } from '../../../src/csv/decode.ts';
import { openZip, zipLimits } from '../../../src/csv/zip.ts';
import { collect, refusalOf } from '../../support/pieces.ts';
import { bytesOf, headerField, patchHeaders, renameEntry } from '../../support/zip-bytes.ts';

const manifest = { name: 'manifest.csv', content: 'propertyName,value\r\n' };
const users = { name: 'users.csv', content: 'sourcedId\r\n𠮷\r\n' };

async function open(zip: Buffer) {
  const { entries, issues } = await openZip(bytesOf(zip));
  return {
    names: [...entries.keys()],
    entries,
    issues: issues.map(({ fault, code, level, file, params }) => [fault, code, level, file, params]),
  };
}

async function issuesOf(zip: Buffer) {
  return (await open(zip)).issues;
}

async function content(zip: Buffer, name: string): Promise<Buffer> {
  const entry = (await open(zip)).entries.get(name);
  if (entry === undefined) throw new Error(`no ${name}`);
  const bytes = Buffer.concat(await collect(entry.read()));
  expect(entry.bytesRead()).toBe(bytes.length);
  expect(entry.unpackedBytes).toBe(bytes.length);
  return bytes;
}

describe('a sound zip', () => {
  test.each([false, true])(
    'gives its files byte for byte (stored: %s), as often as they are read',
    async (stored) => {
      const big = Buffer.from('髙,﨑,𠮷\r\n'.repeat(60_000));
      const zip = await zipFiles([manifest, { name: 'users.csv', content: big, stored }]);
      const { names, issues } = await open(zip);
      expect(names).toEqual(['manifest.csv', 'users.csv']);
      expect(issues).toEqual([]);
      expect((await content(zip, 'users.csv')).equals(big)).toBe(true);
      expect((await content(zip, 'users.csv')).equals(big)).toBe(true);
    },
  );

  test('may be read in part, and again from the beginning', async () => {
    const zip = await zipFiles([{ name: 'users.csv', content: 'x,y\n'.repeat(1_000_000) }]);
    const entry = (await open(zip)).entries.get('users.csv');
    for await (const chunk of entry?.read() ?? []) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
    expect((await content(zip, 'users.csv')).length).toBe(4_000_000);
  });

  test('may hold what computers add by themselves; it is skipped with a warning', async () => {
    const extra = [
      '__MACOSX/._users.csv',
      '.DS_Store',
      'Thumbs.db',
      'desktop.ini',
      '.hidden/',
      'sub/.DS_Store',
    ];
    const { names, issues } = await open(
      await zipFiles([...extra.map((name) => ({ name, content: 'x' })), manifest]),
    );
    expect(names).toEqual(['manifest.csv']);
    expect(issues).toEqual(extra.map((name) => ['file_ignored', 'RH-F-004', 'warning', '', { name }]));
  });
});

describe('what is no zip', () => {
  test.each([
    ['text', Buffer.from('sourcedId,status\r\n'.repeat(100))],
    ['nothing', Buffer.alloc(0)],
    ['one byte', Buffer.from('P')],
    ['a 7z', Buffer.concat([Buffer.from('377abcaf271c0004', 'hex'), Buffer.alloc(500)])],
    ['random bytes', Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256))],
  ])('%s is one issue', async (_name, bytes) => {
    expect(await open(bytes)).toMatchObject({
      names: [],
      issues: [['not_a_zip', 'JP-F-001', 'error', '', {}]],
    });
  });

  test('a zip that was cut anywhere is one issue', async () => {
    const zip = await zipFiles([manifest, users]);
    for (let length = 0; length < zip.length; length += 1) {
      const { names, issues } = await open(zip.subarray(0, length));
      expect([names, issues], `cut at ${length}`).toEqual([[], [['not_a_zip', 'JP-F-001', 'error', '', {}]]]);
    }
  });

  test('a zip without files is one issue', async () => {
    expect(await issuesOf(await zipFiles([]))).toEqual([['zip_empty', 'JP-F-004', 'error', '', {}]]);
  });

  test('a failure of the store is no fault of the zip', async () => {
    const lost = new Error('the store is away');
    const failing = {
      size: 1_000,
      read: () =>
        new Readable({
          read() {
            this.destroy(lost);
          },
        }),
    };
    expect(await refusalOf(() => openZip(failing))).toBe(lost);
  });
});

describe('a file that does not belong there', () => {
  test.each([
    ['board/', 'folder', 'JP-F-002', ''],
    ['board/users.csv', 'folder', 'JP-F-002', ''],
    ['users.txt', 'file_unknown', 'JP-F-003', ''],
    ['Users.csv', 'file_unknown', 'JP-F-003', ''],
    ['名簿.csv', 'file_unknown', 'JP-F-003', ''],
  ])('%s is told by name', async (name, fault, code, file) => {
    const { names, issues } = await open(await zipFiles([manifest, { name, content: 'x' }]));
    expect(names).toEqual(['manifest.csv']);
    expect(issues).toEqual([[fault, code, 'error', file, { name }]]);
  });

  test.each(['..\\users.csv', 'C:\\users.csv', '/users.csv', '../users.csv'])(
    'a path (%s) is a folder, and never a file of the bundle',
    async (name) => {
      const plain = 'x'.repeat(name.length);
      const zip = renameEntry(await zipFiles([{ name: plain, content: '1' }]), plain, Buffer.from(name));
      expect(await open(zip)).toMatchObject({
        names: [],
        issues: [['folder', 'JP-F-002', 'error', '', { name }]],
      });
    },
  );

  test('a name in CP932 is shown in characters', async () => {
    const name = Buffer.from('96bc95eb2e637376', 'hex');
    const zip = renameEntry(await zipFiles([{ name: 'abcd.csv', content: '1' }]), 'abcd.csv', name);
    expect(await issuesOf(zip)).toEqual([['file_unknown', 'JP-F-003', 'error', '', { name: '名簿.csv' }]]);
  });

  test('a second file of the same name is told, and the first one stays', async () => {
    const zip = await zipFiles([manifest, users, { ...users, content: 'other' }]);
    expect(await issuesOf(zip)).toEqual([
      ['file_twice', 'JP-F-003', 'error', 'users.csv', { name: 'users.csv' }],
    ]);
    expect((await content(zip, 'users.csv')).toString()).toBe(users.content);
  });

  test('a symbolic link is not followed', async () => {
    const zip = new ZipStream({});
    zip.entry('', { name: 'users.csv', type: 'symlink', linkname: '/etc/passwd', mode: 0o777 }, () =>
      zip.finalize(),
    );
    expect(await open(await buffer(zip))).toMatchObject({
      names: [],
      issues: [['file_unknown', 'JP-F-003', 'error', '', { name: 'users.csv' }]],
    });
  });
});

describe('a damaged or protected file', () => {
  test('with a password is told', async () => {
    const zip = patchHeaders(await zipFiles([users]), (header) => {
      header.writeUInt16LE(header.readUInt16LE(headerField.flags) | 1, headerField.flags);
    });
    expect(await issuesOf(zip)).toEqual([
      ['zip_encrypted', 'RH-F-003', 'error', 'users.csv', { name: 'users.csv' }],
    ]);
  });

  test.each([
    ['another checksum', headerField.crc, 0x12345678],
    ['more bytes than it says', headerField.unpackedBytes, 3],
    ['fewer bytes than it says', headerField.unpackedBytes, 9_999],
  ])('with %s is refused when it is read', async (_name, field, value) => {
    const zip = patchHeaders(await zipFiles([users]), (header) => header.writeUInt32LE(value, field));
    const entry = (await open(zip)).entries.get('users.csv');
    const refusal = await refusalOf(() => collect(entry?.read() ?? (async function* () {})()));
    expect(refusal instanceof UnreadableFile && refusal.issue).toEqual({
      file: 'users.csv',
      line: 0,
      column: '',
      code: 'RH-F-002',
      fault: 'zip_damaged',
      level: 'error',
      params: { name: 'users.csv' },
    });
  });

  test('with changed bytes inside is refused when it is read', async () => {
    const zip = await zipFiles([{ name: 'users.csv', content: 'a,b\r\n'.repeat(9_999) }]);
    const at = zip.indexOf('users.csv') + 30;
    zip.writeUInt8(zip.readUInt8(at) ^ 0xff, at);
    const refusal = await refusalOf(() => content(zip, 'users.csv'));
    expect(refusal instanceof UnreadableFile && refusal.issue.fault).toBe('zip_damaged');
  });
});

describe('a zip bomb', () => {
  test('is refused by its ratio without being unpacked', async () => {
    const zeros = Buffer.alloc(zipLimits.ratioFromBytes + 1);
    const { names, issues } = await open(await zipFiles([{ name: 'users.csv', content: zeros }]));
    expect(names).toEqual([]);
    expect(issues).toEqual([
      [
        'zip_limit',
        'RH-F-001',
        'error',
        'users.csv',
        expect.objectContaining({ limit: 200, what: '圧縮率' }),
      ],
    ]);
    expect(await issuesOf(await zipFiles([{ name: 'users.csv', content: zeros.subarray(1) }]))).toEqual([]);
  });

  test('is refused by the number of its files', async () => {
    const files = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ name: `.f${index}`, content: '' }));
    const { names, issues } = await open(await zipFiles([...files(zipLimits.entries), manifest]));
    expect(names).toEqual([]);
    expect(issues).toEqual([
      ['zip_limit', 'RH-F-001', 'error', '', expect.objectContaining({ found: 65, limit: 64 })],
    ]);
    expect((await open(await zipFiles([...files(63), manifest]))).names).toEqual(['manifest.csv']);
  });

  test('is refused by its size in all', async () => {
    const zip = patchHeaders(await zipFiles([manifest, users]), (header) => {
      header.writeUInt32LE(0x80000001, headerField.packedBytes);
      header.writeUInt32LE(0x80000001, headerField.unpackedBytes);
    });
    expect(await issuesOf(zip)).toEqual([
      [
        'zip_limit',
        'RH-F-001',
        'error',
        '',
        expect.objectContaining({ found: 2 * 0x80000001, limit: 2 ** 32 }),
      ],
    ]);
  });
});
