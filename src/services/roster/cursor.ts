import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { RosterError } from '../../errors.ts';

/** Where a walk stands. */
export interface Cursor {
  /** Publication at which the walk began; all its pages show that roster. */
  readonly publication: number;
  /** Records in the whole walk. */
  readonly total: number;
  /** Records before the page. */
  readonly position: number;
  /** Last sourcedId before the page, where the order is by sourcedId; what makes deep pages cheap. */
  readonly after: string | undefined;
  /** The last publication that had changed this older one too when the walk began; 0 for none. */
  readonly rewritten: number;
}

/** Enough against forgery, and short in a URL. */
const signatureBytes = 16;

function sign(text: string, question: string, key: KeyObject): Buffer {
  // The question is signed and not carried: a cursor is good for one collection, filter and order only. Its length
  // keeps it apart from the text.
  const signed = `${question.length} ${question} ${text}`;
  return createHmac('sha256', key).update(signed).digest().subarray(0, signatureBytes);
}

/** @param question what decides the records and their order: operation, path, filter, sort */
export function writeCursor(cursor: Cursor, question: string, key: KeyObject): string {
  const { publication, total, position, after, rewritten } = cursor;
  const rest = rewritten === 0 ? (after === undefined ? [] : [after]) : [after ?? null, rewritten];
  const parts = [publication, total, position, ...rest];
  const text = Buffer.from(JSON.stringify(parts)).toString('base64url');
  return `${text}.${sign(text, question, key).toString('base64url')}`;
}

/** Reads a cursor that this hub wrote for this question under one of the keys. Throws `invalid_parameter` for any other text. */
export function readCursor(text: string, question: string, ...keys: readonly KeyObject[]): Cursor {
  const [body = '', signature = ''] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const isOurs = keys.some((key) => {
    const wanted = sign(body, question, key);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  if (!isOurs) {
    throw new RosterError('invalid_parameter', {
      name: 'cursor',
      expectedJa: '前のページの Link ヘッダーにある URL をそのまま使ってください。',
      expected: "the URL of the previous page's Link header, unchanged",
    });
  }
  const [publication, total, position, after, rewritten = 0] = signedParts(body);
  return { publication, total, position, after: after ?? undefined, rewritten };
}

type Parts = [number, number, number, (string | null)?, number?];

/** The signature says that `writeCursor` made the text, so it has this shape. */
function signedParts(body: string): Parts {
  return JSON.parse(Buffer.from(body, 'base64url').toString());
}
