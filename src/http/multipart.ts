import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import busboy from 'busboy';
import { RosterError } from '../errors.ts';

/** A board of 200,000 people packs to about 60 MiB. */
export const uploadBytesMax = 1024 ** 3;
/** A connection that is silent for this long is not coming back, and it holds a transaction open. */
export const stallSeconds = 30;
/**
 * A network that is slower than this for minutes does not carry an upload to its end; a byte now and then would keep its
 * transaction open for ever.
 */
export const rateLimits = { bytesPerSecond: 1_024, graceSeconds: 60, checkSeconds: 5 } as const;
const fileField = 'file';
const nameLengthMax = 255;

/** A multipart form with one file, while it arrives. */
export interface MultipartUpload {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
  /** All other fields, once the whole form has arrived. Rejects with a RosterError when it has not. */
  readonly fields: Promise<ReadonlyMap<string, string>>;
}

/**
 * Reads a form in bounded memory. Resolves when its file begins; rejects with `upload_…` errors when there is none.
 * Busboy is fed directly: Hono's own parser keeps the whole body in memory.
 */
export function openMultipart(
  headers: Headers,
  body: WebStream<Uint8Array> | null,
): Promise<MultipartUpload> {
  const type = headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return Promise.reject(new RosterError('upload_not_multipart'));
  if (body === null || headers.get('content-length') === '0') {
    return Promise.reject(new RosterError('upload_no_file'));
  }
  const opened = Promise.withResolvers<MultipartUpload>();
  const closed = Promise.withResolvers<ReadonlyMap<string, string>>();
  // Whoever waits for the fields hears it; a request that is refused earlier has nobody who waits.
  closed.promise.catch(() => undefined);
  const source = Readable.fromWeb(body);
  const fields = new Map<string, string>();
  let file: Readable | undefined;
  let refusal: RosterError | undefined;

  let form: busboy.Busboy;
  try {
    form = busboy({
      headers: Object.fromEntries(headers),
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 10, fieldSize: 1_000, fileSize: uploadBytesMax, parts: 12 },
    });
  } catch {
    return Promise.reject(new RosterError('upload_malformed', { detail: 'boundary' }));
  }

  const refuse = (error: RosterError) => {
    refusal ??= error;
    clearTimeout(stalled);
    clearInterval(slow);
    opened.reject(refusal);
    closed.reject(refusal);
    file?.destroy(refusal);
    source.unpipe(form);
    // What still arrives is thrown away, so that the client gets to read the answer.
    source.on('error', () => undefined);
    source.resume();
  };
  const stalled = setTimeout(
    () => refuse(new RosterError('upload_stalled', { seconds: stallSeconds })),
    stallSeconds * 1_000,
  );

  const began = performance.now();
  let received = 0;
  const slow = setInterval(() => {
    const seconds = (performance.now() - began) / 1_000;
    if (seconds < rateLimits.graceSeconds || received / seconds >= rateLimits.bytesPerSecond) return;
    refuse(new RosterError('upload_too_slow', { bytes: rateLimits.bytesPerSecond }));
  }, rateLimits.checkSeconds * 1_000);

  form.on('file', (name, stream, { filename }) => {
    stream.on('error', () => undefined);
    if (name !== fileField || filename === undefined) {
      stream.resume();
      return;
    }
    file = stream;
    stream.once('limit', () =>
      refuse(new RosterError('upload_too_large', { limitMiB: uploadBytesMax / 1024 ** 2 })),
    );
    const bytes = bytesOf(stream, () => refusal ?? new RosterError('upload_cut'));
    opened.resolve({ fileName: displayName(filename), bytes, fields: closed.promise });
  });
  form.on('field', (name, value) => fields.set(name, value));
  form.once('filesLimit', () => refuse(new RosterError('upload_two_files')));
  form.once('partsLimit', () => refuse(new RosterError('upload_malformed', { detail: 'parts' })));
  form.once('fieldsLimit', () => refuse(new RosterError('upload_malformed', { detail: 'fields' })));
  form.once('error', (error) => {
    const cut = error instanceof Error && /Unexpected end/.test(error.message);
    refuse(
      cut ? new RosterError('upload_cut') : new RosterError('upload_malformed', { detail: 'multipart' }),
    );
  });
  form.once('close', () => {
    clearTimeout(stalled);
    clearInterval(slow);
    if (file === undefined) refuse(new RosterError('upload_no_file'));
    closed.resolve(fields);
  });
  source.on('data', (chunk: Uint8Array) => {
    stalled.refresh();
    received += chunk.length;
  });
  source.once('error', () => {
    refuse(new RosterError('upload_cut'));
    form.destroy();
  });
  source.pipe(form);
  return opened.promise;
}

/** Busboy breaks off a file with an error of its own before it says why; whoever reads it is told the reason. */
async function* bytesOf(stream: Readable, reason: () => RosterError): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk;
  } catch {
    throw reason();
  }
}

/** The sender's file name, fit to be shown: no folders, no control or direction characters. */
function displayName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, nameLengthMax) || 'upload.zip';
}
