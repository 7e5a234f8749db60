import { reportLine, reportMark } from '../../csv/report.ts';
import { encodeShiftJis } from '../../csv/shift-jis.ts';
import { columnLabel } from '../../model/column-labels.ts';
import type { Entity } from '../../model/entity.ts';
import { openSheet, type Sheet, type SheetColumn, type SheetRequest } from '../../store/export/sheet.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import type { Context } from '../context.ts';
import { createReaderSessions } from './reader-sessions.ts';

/** UTF-8 begins with the mark by which Excel knows it; Shift_JIS is what Windows calls so (CP932). */
export const sheetEncodings = ['utf-8', 'shift_jis'] as const;
export type SheetEncoding = (typeof sheetEncodings)[number];

/** A character that Shift_JIS does not have. */
export interface LostCharacter {
  readonly character: string;
  /** `U+20BB7` */
  readonly code: string;
  /** In how many rows it is. */
  readonly rows: number;
  /** sourcedId of the first of them. */
  readonly first: string;
}

/** Printers put it in the place of a character that they do not have. */
const stand = '〓';

const sheetsMax = 2;

/** A sheet that is being read. */
export interface ReadSheet {
  /** `名簿_users_20260401_閲覧用.csv` */
  readonly fileName: string;
  /** What `stand` was written for; nothing in UTF-8. */
  readonly lost: readonly LostCharacter[];
  readonly bytes: AsyncIterable<Buffer>;
  /** Ends it when it is not read, or not to its end. */
  close(): Promise<void>;
}

/** Begins sheets. Throws what `openSheet` throws, and `server_busy`. */
export type SheetReader = (
  entity: Entity,
  encoding: SheetEncoding,
  request: SheetRequest,
  left: AbortSignal,
) => Promise<ReadSheet>;

function headerOf({ header, names }: SheetColumn): string {
  return names ? `${columnLabel(header)}の名前` : `${columnLabel(header)} ${header}`;
}

async function findLost(sheet: Sheet): Promise<LostCharacter[]> {
  const found = new Map<string, { rows: number; first: string }>();
  for await (const rows of sheet.rows()) {
    for (const row of rows) {
      for (const character of encodeShiftJis(row.join('\n')).lost) {
        const known = found.get(character);
        if (known === undefined) found.set(character, { rows: 1, first: row[0] ?? '' });
        else known.rows += 1;
      }
    }
  }
  return [...found].map(([character, where]) => ({
    character,
    code: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    ...where,
  }));
}

function encoderOf(encoding: SheetEncoding, lost: readonly LostCharacter[]): (text: string) => Buffer {
  if (encoding === 'utf-8') return (text) => Buffer.from(text);
  const gone = new Set(lost.map(({ character }) => character));
  const fitting = (text: string) =>
    [...text].map((character) => (gone.has(character) ? stand : character)).join('');
  return (text) => encodeShiftJis(gone.size === 0 ? text : fitting(text)).bytes;
}

/**
 * For people, and not for programs: one CSV that Excel opens, with names beside ids, no cell a formula, headers that no
 * importer takes for OneRoster's.
 */
export function createSheetReader(ctx: Pick<Context, 'store' | 'log'>): SheetReader {
  const openReader = createReaderSessions(ctx, 'sheet', sheetsMax);
  return async (entity, encoding, request, left) => {
    const { session, close } = await openReader(left);
    try {
      const sheet = await openSheet(session, entity, request);
      const lost = encoding === 'shift_jis' ? await findLost(sheet) : [];
      const encode = encoderOf(encoding, lost);
      async function* bytes() {
        try {
          const header = reportLine(sheet.columns.map(headerOf));
          yield encode(encoding === 'utf-8' ? reportMark + header : header);
          for await (const rows of sheet.rows()) yield encode(rows.map(reportLine).join(''));
        } finally {
          await close();
        }
      }
      const fileName = `名簿_${entity.name}_${sheet.day.replaceAll('-', '')}_閲覧用.csv`;
      return { fileName, lost, bytes: bytes(), close };
    } catch (error) {
      await close();
      throw asRosterError(error);
    }
  };
}
