import { EucTally, ShiftJisTally } from './encoding-japanese.ts';
import { StrictDecoder, type TextEncoding, type TextFault, Undecodable } from './encoding-strict.ts';
import { Utf8Tally } from './encoding-utf8.ts';

/** What a file can be proved to be. */
export type Encoding = TextEncoding | 'euc-jp' | 'unknown';

/** What a whole file was proved to be. */
export interface Proof {
  readonly encoding: Encoding;
  /** It begins with a byte order mark. */
  readonly mark: boolean;
  /** The first bytes that are not in this encoding; for `unknown`, the first that are not UTF-8. */
  readonly fault?: TextFault;
}

/** Names for people. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (LE)',
  'utf-16be': 'UTF-16 (BE)',
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  unknown: 'unknown',
};

/** Bytes looked at before the rest is read: a header line in UTF-16 shows within them what it is. */
const headBytes = 64;

/**
 * Reads a whole file once, in constant memory, and says what it is by proof. Damaged UTF-8 is `utf-8` with a fault,
 * never Shift_JIS: text read wrongly would be published, text refused wrongly is only sent again.
 */
export async function proveEncoding(bytes: AsyncIterable<Uint8Array>): Promise<Proof> {
  let head: Uint8Array = new Uint8Array();
  let trial: Trial | undefined;
  for await (const chunk of bytes) {
    if (trial !== undefined) trial.push(chunk);
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < headBytes) continue;
      trial = trialFor(head);
      trial.push(head);
    }
  }
  if (trial === undefined) {
    trial = trialFor(head);
    trial.push(head);
  }
  return trial.end();
}

/** Hears a file's bytes and judges them at the end. */
interface Trial {
  push(chunk: Uint8Array): void;
  end(): Proof;
}

function trialFor(head: Uint8Array): Trial {
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return wideTrial('utf-16le', true);
  if (first === 0xfe && second === 0xff) return wideTrial('utf-16be', true);
  const wide = wideWithoutMark(head);
  if (wide !== undefined) return wideTrial(wide, false);
  return narrowTrial(first === 0xef && second === 0xbb && third === 0xbf);
}

/** `s\0o\0u\0` -> utf-16le, `\0s\0o\0u` -> utf-16be: a NUL in every second byte of a line that is ASCII otherwise. */
function wideWithoutMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  for (const [encoding, low] of [['utf-16le', 0] as const, ['utf-16be', 1] as const]) {
    let units = 0;
    for (let at = 0; at + 1 < head.length; at += 2) {
      const byte = head[at + low] ?? 0;
      if (head[at + 1 - low] !== 0 || byte === 0 || byte > 0x7e) break;
      units += 1;
      if (byte === 0x0a || byte === 0x0d) break;
    }
    const last = head[(units - 1) * 2 + low];
    const ended = last === 0x0a || last === 0x0d || units * 2 >= head.length - 1;
    if (units >= 4 && ended) return encoding;
  }
  return undefined;
}

function wideTrial(encoding: 'utf-16le' | 'utf-16be', mark: boolean): Trial {
  const decoder = new StrictDecoder(encoding);
  let fault: TextFault | undefined;
  const push = (chunk?: Uint8Array) => {
    if (fault !== undefined) return;
    try {
      decoder.decode(chunk);
    } catch (error) {
      if (!(error instanceof Undecodable)) throw error;
      fault = error.fault;
    }
  };
  return {
    push,
    end() {
      push();
      if (fault === undefined) return { encoding, mark };
      return { encoding: mark ? encoding : 'unknown', mark, fault };
    },
  };
}

/**
 * In Shift_JIS these three pairs of bytes are kanji that no name has (縺, 繧, 繝), and in UTF-8 nearly every Japanese
 * text has some: they are how kana begin. As many as this are no accident.
 */
const kanaProof = 3;

function narrowTrial(mark: boolean): Trial {
  const utf8 = new Utf8Tally();
  const shiftJis = new ShiftJisTally();
  const euc = new EucTally();
  return {
    push(chunk) {
      utf8.push(chunk);
      shiftJis.push(chunk);
      euc.push(chunk);
    },
    end() {
      utf8.push();
      shiftJis.push();
      euc.push();
      const { fault, malformed, japanese } = utf8;
      if (fault === undefined) return { encoding: 'utf-8', mark };
      const damaged: Proof = { encoding: 'utf-8', mark, fault };
      // Nothing is wrong but that the file ends inside a character.
      if (mark || malformed === 0) return damaged;
      if (japanese > malformed || utf8.kana >= kanaProof) return damaged;
      // A file of EUC-JP, read as Shift_JIS, is mostly half-width katakana.
      const eucLikely = euc.proves && euc.common * 2 >= euc.leads;
      if (eucLikely && !(shiftJis.sound && shiftJis.halfWidth * 3 < shiftJis.beyondAscii)) {
        return { encoding: 'euc-jp', mark };
      }
      if (japanese > 0 && looksMisread(shiftJis, japanese === malformed)) return damaged;
      if (shiftJis.proves) return { encoding: 'shift_jis', mark };
      if (euc.proves) return { encoding: 'euc-jp', mark };
      return utf8.wellFormed > malformed ? damaged : { encoding: 'unknown', mark, fault };
    },
  };
}

/**
 * UTF-8 that is read as Shift_JIS is level-2 kanji and half-width katakana, since its characters begin with E3 to E9
 * (髙橋 -> 鬮俶ｩ...). With as many characters of UTF-8 as faults, a single one of those is enough; 大西 has none.
 */
function looksMisread({ common, beyondAscii }: ShiftJisTally, even: boolean): boolean {
  return even ? common < beyondAscii : common * 2 <= beyondAscii;
}
