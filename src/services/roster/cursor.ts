import { createHmac, timingSafeEqual } from 'node:crypto';
import { RosterError } from '../../errors.ts';
import type { PublicationRange } from '../../store/resources.ts';

/** Where a walk stands. */
export interface Cursor {
  readonly operationId: string;
  /** Publication at which the walk began; all its pages show that roster. */
  readonly publication: number;
  /** Last sourcedId seen. */
  readonly after: string;
  /** Records in the whole walk. */
  readonly total: number;
  readonly range: PublicationRange | undefined;
}

/** Enough against forgery, and short in a URL. */
const signatureBytes = 16;

function sign(text: string, key: Buffer): Buffer {
  return createHmac('sha256', key).update(text).digest().subarray(0, signatureBytes);
}

export function writeCursor(cursor: Cursor, key: Buffer): string {
  const { operationId, publication, after, total, range } = cursor;
  const parts = [operationId, publication, after, total, ...(range ? [range.low, range.high] : [])];
  const text = Buffer.from(JSON.stringify(parts)).toString('base64url');
  return `${text}.${sign(text, key).toString('base64url')}`;
}

/** Reads a cursor that this hub wrote for this operation. Throws `invalid_parameter` for any other text. */
export function readCursor(text: string, operationId: string, key: Buffer): Cursor {
  const refuse = () =>
    new RosterError('invalid_parameter', {
      name: 'cursor',
      expectedJa: '前のページの Link ヘッダーにある URL をそのまま使ってください。',
      expected: "the URL of the previous page's Link header, unchanged",
    });
  const [body = '', signature = ''] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const wanted = sign(body, key);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw refuse();
  const parts = signedParts(body);
  const [operation, publication, after, total, low, high] = parts;
  if (operation !== operationId) throw refuse();
  const range = low === undefined || high === undefined ? undefined : { low, high };
  return { operationId, publication, after, total, range };
}

type Parts = [string, number, string, number, number?, number?];

/** The signature says that `writeCursor` made the text, so it has this shape. */
function signedParts(body: string): Parts {
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}
