import { expect } from 'vitest';
import { type BoardOptions, boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from './editable-bundle.ts';
import type { ImportView, IssueView } from './hub-client.ts';
import { leftovers, rosterPrint } from './roster-print.ts';
import { startTestHub, type TestHub } from './test-hub.ts';

/** Where an issue is, and which rule it breaks. */
export type Where = readonly [file: string, line: number, column: string, code: string];

/** A hub that has published a board. */
export interface BoardHub extends TestHub {
  /** The published board; `copy()` it before changing it. */
  readonly board: EditableBundle;
  /** What readers saw then. */
  readonly roster: string;
}

export async function startBoardHub(options: BoardOptions): Promise<BoardHub> {
  const zip = await boardBuffer(options);
  const hub = await startTestHub();
  const first = await hub.client.importZip(zip);
  expect(first).toMatchObject({ state: 'published', issues: { errors: 0, warnings: 0 } });
  return { ...hub, board: await EditableBundle.of(zip), roster: await rosterPrint(hub.client) };
}

function expectTexts({ message, expected }: IssueView): void {
  expect(message.ja).toMatch(/[ぁ-ん]/);
  for (const text of [message.ja, message.en, expected.ja, expected.en]) {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/\{\w+\}/);
  }
}

/** Imports it and expects exactly these errors, in both languages, and that nothing else has changed. */
export async function expectRefused(
  { client, databaseUrl, roster }: BoardHub,
  zip: Buffer,
  ...wanted: readonly Where[]
): Promise<ImportView> {
  const before = await leftovers(databaseUrl);
  const refused = await client.importZip(zip);
  const issues = await client.issuesOf(refused.id);
  expect(issues.map(({ file, line, column, code, level }) => [file, line, column, code, level])).toEqual(
    wanted.map((where) => [...where, 'error']),
  );
  expect(refused).toMatchObject({ state: 'rejected', publication: null, failure: null });
  for (const issue of issues) expectTexts(issue);
  const byCode: Record<string, number> = {};
  for (const [, , , code] of wanted) byCode[code] = (byCode[code] ?? 0) + 1;
  expect(refused.issues).toEqual({ errors: wanted.length, warnings: 0, byCode });
  expect(await rosterPrint(client)).toBe(roster);
  // The file stays with its import, for whoever asks what was wrong with it.
  const { files, chunks, imports, publications } = before;
  await expect
    .poll(() => leftovers(databaseUrl))
    .toEqual({ files: files + 1, chunks: chunks + 1, imports: imports + 1, publications, staging: 0 });
  return refused;
}
