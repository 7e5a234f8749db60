import { describe, expect, test, vi } from 'vitest';
import { RosterError } from '../../../src/errors.ts';
import { openMultipart, rateLimits, stallSeconds } from '../../../src/http/multipart.ts';
import { collect, refusalOf } from '../../support/pieces.ts';

const type = 'multipart/form-data; boundary=xx';
const field = (name: string, value: string) =>
  `--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (value: string, name = 'file', fileName = 'board.zip') =>
  `--xx\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: application/zip\r\n\r\n${value}\r\n`;
const end = '--xx--\r\n';

function bodyOf(...parts: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const part of parts) controller.enqueue(Buffer.from(part));
      controller.close();
    },
  });
}

/** All of an upload, or the code of what it was refused with. */
async function receive(body: ReadableStream<Uint8Array> | null, contentType = type) {
  const headers = new Headers(contentType === '' ? {} : { 'content-type': contentType });
  try {
    const { fileName, bytes, fields } = await openMultipart(headers, body);
    const content = Buffer.concat(await collect(bytes)).toString();
    return { fileName, content, fields: Object.fromEntries(await fields) };
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    return error.code;
  }
}

describe('a form with one file', () => {
  test.each([
    ['after the fields', field('source', '学校A') + file('PK…') + end],
    ['before the fields', file('PK…') + field('source', '学校A') + end],
  ])('gives file and fields, %s', async (_name, text) => {
    const wanted = { fileName: 'board.zip', content: 'PK…', fields: { source: '学校A' } };
    expect(await receive(bodyOf(text))).toEqual(wanted);
    expect(await receive(bodyOf(...text))).toEqual(wanted);
  });

  test.each([
    ['RO_20260401_052019.zip', 'RO_20260401_052019.zip'],
    ['名簿 2026.zip', '名簿 2026.zip'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\x\\\\board.zip', 'board.zip'],
    ['a\u202eb\u200bc.zip', 'abc.zip'],
    ['x'.repeat(400), 'x'.repeat(255)],
    ['\u200b', 'upload.zip'],
  ])('shows its name without folders and control characters: %j', async (given, shown) => {
    expect(await receive(bodyOf(file('1', 'file', given) + end))).toMatchObject({ fileName: shown });
  });
});

describe('a form that is not one', () => {
  test.each([
    ['no content type', '', 'upload_not_multipart'],
    ['JSON', 'application/json', 'upload_not_multipart'],
    ['a bare zip', 'application/zip', 'upload_not_multipart'],
    ['another multipart', 'multipart/mixed; boundary=xx', 'upload_not_multipart'],
    ['no boundary', 'multipart/form-data', 'upload_malformed'],
  ])('%s is refused', async (_name, contentType, code) => {
    expect(await receive(bodyOf(file('1') + end), contentType)).toBe(code);
  });

  test.each([
    ['no body', null, 'upload_no_file'],
    ['only fields', bodyOf(field('source', 'a') + end), 'upload_no_file'],
    ['no parts', bodyOf(end), 'upload_no_file'],
    ['a form whose file was not chosen', bodyOf(file('', 'file', '') + end), 'upload_no_file'],
    ['a file in another field', bodyOf(file('1', 'zip') + end), 'upload_no_file'],
    ['a field called file', bodyOf(field('file', 'PK') + end), 'upload_no_file'],
    ['two files', bodyOf(file('1') + file('2') + end), 'upload_two_files'],
    ['two files in other fields', bodyOf(file('1') + file('2', 'other') + end), 'upload_two_files'],
    ['too many fields', bodyOf(file('1') + field('a', 'b').repeat(11) + end), 'upload_malformed'],
    ['an empty body', bodyOf(), 'upload_cut'],
    ['another boundary', bodyOf(`${file('1')}${end}`.replaceAll('--xx', '--yy')), 'upload_cut'],
  ])('%s is refused', async (_name, body, code) => expect(await receive(body)).toBe(code));

  test('part headers that are none are refused', async () => {
    expect(await receive(bodyOf(`--xx\r\nno header at all\r\n\r\n1\r\n${end}`))).toBe('upload_malformed');
  });
});

describe('an upload that is cut', () => {
  const whole = field('source', 'a') + file('0123456789') + end;
  /** The last two bytes after the closing boundary say nothing any more. */
  const needed = whole.length - 2;

  test('at any byte is refused as cut', async () => {
    for (let length = 0; length < needed; length += 1) {
      expect(await receive(bodyOf(whole.slice(0, length))), `cut at ${length}`).toBe('upload_cut');
    }
    expect(await receive(bodyOf(whole.slice(0, needed)))).toMatchObject({ content: '0123456789' });
  });

  test('by a connection that breaks is refused as cut', async () => {
    for (const length of [0, 10, 80, 150, 210, needed - 1]) {
      let sent = false;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent) controller.error(new Error('aborted'));
          else controller.enqueue(Buffer.from(whole.slice(0, length) || '-'));
          sent = true;
        },
      });
      expect(await receive(body), `broken at ${length}`).toBe('upload_cut');
    }
  });

  test('by silence is refused after half a minute, and not while bytes still come', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          feed = controller;
          controller.enqueue(Buffer.from(whole.slice(0, 150)));
        },
      });
      const received = refusalOf(async () => {
        const { bytes } = await openMultipart(new Headers({ 'content-type': type }), body);
        await collect(bytes);
      });
      const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
      for (let round = 0; round < 5; round += 1) {
        await settle();
        vi.advanceTimersByTime((stallSeconds - 1) * 1_000);
        feed?.enqueue(Buffer.from('x'));
        await settle();
      }
      vi.advanceTimersByTime(stallSeconds * 1_000);
      expect(await received).toMatchObject({ code: 'upload_stalled', params: { seconds: stallSeconds } });
    } finally {
      vi.useRealTimers();
    }
  });

  test('that drips is refused after a minute, and not before', async () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    });
    try {
      let feed: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          feed = controller;
          controller.enqueue(Buffer.from(whole.slice(0, 150)));
        },
      });
      const received = refusalOf(async () => {
        const { bytes } = await openMultipart(new Headers({ 'content-type': type }), body);
        await collect(bytes);
      });
      const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
      let refused = false;
      received.then(() => {
        refused = true;
      });
      for (let second = 10; second < rateLimits.graceSeconds; second += 10) {
        vi.advanceTimersByTime(10_000);
        feed?.enqueue(Buffer.from('x'));
        await settle();
      }
      expect(refused).toBe(false);
      vi.advanceTimersByTime(10_000);
      expect(await received).toMatchObject({ code: 'upload_too_slow' });
    } finally {
      vi.useRealTimers();
    }
  });
});
