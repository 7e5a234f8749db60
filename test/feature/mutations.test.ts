import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layers } from '../../scripts/board/headers.ts';
import { Bundle, cell, list, type ParsedRow } from '../../scripts/board/parsed-bundle.ts';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { findEntityByFile } from '../../src/model/entities/index.ts';
import { isImpossible, type Mutation, mutated, mutation } from '../support/cell-mutation.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { type Expected, expectedRoster, servedRoster, type Tables } from '../support/expected-roster.ts';
import type { IssueView } from '../support/hub-client.ts';
import { randomBoard } from '../support/random-board.ts';
import { differences } from '../support/roster.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

/** SEED asks for other mutations than those of a usual run of the suite, MUTATION_RUNS for more than it has time for. */
const seed = Number(process.env.SEED ?? 20261125);
const numRuns = Number(process.env.MUTATION_RUNS ?? 20);
const timeoutMs = 1_800_000;
/** A shrunk mutation is hardly shorter than the one that was found. */
const endOnFailure = true;

describe('every board that can be made', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
  });
  afterAll(() => hub.stop());

  const board = fc.record({
    people: fc.integer({ min: 20, max: 220 }),
    seed: fc.integer({ min: 1, max: 999_999 }),
    turn: fc.integer({ min: 0, max: 9 }),
    layer: fc.constantFrom(...(Object.keys(layers) as (keyof typeof layers)[])),
    interoperability: fc.boolean(),
  });

  test(
    'is published without a word, under the profile that it was made for',
    async () => {
      const judge = async ({
        seed,
        turn,
        interoperability,
        ...options
      }: typeof board extends fc.Arbitrary<infer T> ? T : never) => {
        const zip = await randomBoard(seed, turn, options);
        const ended = await hub.client.importZip(zip, undefined, {
          interoperability: String(interoperability),
        });
        expect(await hub.client.issuesOf(ended.id)).toEqual([]);
        expect(ended).toMatchObject({
          state: 'published',
          profile: layers[options.layer].id,
          issues: { errors: 0, warnings: 0, byCode: {} },
        });
      };
      await fc.assert(fc.asyncProperty(board, judge), {
        seed,
        numRuns: Math.ceil(numRuns / 3),
        endOnFailure,
      });
    },
    timeoutMs,
  );
});

/** Every id in a row: its own, and those of the records that it names. */
function idsIn(file: string, row: ParsedRow | undefined): Set<string> {
  const refs = (findEntityByFile(file)?.columns ?? []).filter(({ target }) => target !== undefined);
  const named = row === undefined ? [] : refs.flatMap(({ header }) => list(row, header));
  return new Set([cell(row, 'sourcedId'), ...named].filter((id) => id !== ''));
}

/** What a faulty cell can have been read as, when a report says so. */
function readings(file: string, header: string, text: string): readonly string[] {
  const narrow = text.normalize('NFKC').replace(/[\p{Cf}\u00AD]/gu, '');
  const kana = text
    .normalize('NFKC')
    .replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
  const dates = /^(2026|令和8|R8)\D?0?4\D?0?1日?$/.test(narrow.trim()) ? ['2026-04-01'] : [];
  const terms = findEntityByFile(file)?.columns.find((one) => one.header === header)?.vocabulary?.terms ?? [];
  const same = narrow.trim().toLowerCase();
  const era = narrow.trim() === '昭和64年1月7日' ? ['1989-01-07'] : [];
  return [
    text,
    '',
    text.trim(),
    narrow.trim(),
    text.toLowerCase(),
    narrow.trim().toLowerCase(),
    kana,
    ...terms.filter((term) => term.toLowerCase() === same),
    ...dates,
    ...era,
  ];
}

describe.each(['strict', 'lenient'] as const)('one changed cell of a board, %s', (strictness) => {
  let hub: TestHub;
  let board: EditableBundle;
  let tables: Tables;
  let shown: Expected;

  beforeAll(async () => {
    hub = await startTestHub();
    const zip = await boardBuffer({ people: 24, seed: 19 });
    board = await EditableBundle.of(zip);
    const bundle = await Bundle.of(zip);
    tables = new Map(
      [...board.files.keys()]
        .filter((file) => file !== 'manifest.csv')
        .map((file) => [file, bundle.rows(file.slice(0, -4))]),
    );
    expect(await hub.client.importZip(zip)).toMatchObject({
      state: 'published',
      issues: { errors: 0, warnings: 0 },
    });
    shown = expectedRoster(tables);
    expect(differences(await servedRoster(hub.client), shown)).toEqual([]);
  });
  afterAll(() => hub.stop());

  async function judge(one: Mutation): Promise<void> {
    const { file, column } = one;
    const rows = tables.get(file) ?? [];
    const place = one.row % rows.length;
    const before = cell(rows[place], column);
    const after = mutated(
      before,
      one,
      rows.map((row) => cell(row, column)),
    );
    fc.pre(after !== before);
    const line = place + 2;
    const what = `${file}:${line} ${column} ${JSON.stringify(before)} -> ${JSON.stringify(after.slice(0, 200))}`;
    const withCell = (value: string): Tables =>
      new Map([...tables, [file, rows.with(place, { ...rows[place], [column]: value })]]);

    const zip = await board
      .copy()
      .set(file, line, { [column]: after })
      .zip();
    const ended = await hub.client.importZip(zip, undefined, { strictness });
    expect(ended.failure, what).toBeNull();
    expect(['published', 'rejected'], what).toContain(ended.state);
    const issues = await hub.client.issuesOf(ended.id);
    const here = issues.filter(
      (found) => found.file === file && found.line === line && found.column === column,
    );
    if (isImpossible(file, column, after)) expect(here.length, what).toBeGreaterThan(0);
    expect(ended.state === 'rejected', what).toBe(issues.some(({ level }) => level === 'error'));

    // Whatever else is said is about this record, or about records that have to do with it.
    const involved = idsIn(file, rows[place]).union(idsIn(file, withCell(after).get(file)?.[place]));
    const breaks = after.split('\n').length - 1;
    const isStray = (found: IssueView): boolean => {
      const own = found.file === file && found.line > line ? breaks : 0;
      if (found.file === file && found.line === line) return false;
      // The name of the zip has the code of an org.
      if (found.code === 'JP-F-006' && column === 'identifier') return false;
      return idsIn(found.file, tables.get(found.file)?.[found.line - own - 2]).isDisjointFrom(involved);
    };
    expect(issues.filter(isStray), what).toEqual([]);

    const served = await servedRoster(hub.client);
    const possible = here.length > 0 ? readings(file, column, after) : [after];
    const wanted =
      ended.state === 'rejected' ? [shown] : possible.map((value) => expectedRoster(withCell(value)));
    const found = wanted.find((roster) => differences(served, roster).length === 0);
    if (found === undefined) expect(differences(served, wanted[0] ?? shown), what).toEqual([]);
    else shown = found;
  }

  test(
    'is shown as it was written, or reported where it is; nothing else changes',
    async () => {
      const property = fc.asyncProperty(mutation, judge);
      await fc.assert(property, { seed, numRuns, endOnFailure });
    },
    timeoutMs,
  );
});
