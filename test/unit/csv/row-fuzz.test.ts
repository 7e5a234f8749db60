import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bundle, cell } from '../../../scripts/board/parsed-bundle.ts';
import { boardBuffer } from '../../../scripts/board/write-board.ts';
import { rowReader } from '../../../src/csv/row.ts';
import { entityList, findEntityByFile } from '../../../src/model/entities/index.ts';
import { csvHeaders } from '../../../src/model/entity.ts';
import { defaultSettings } from '../../../src/model/import-settings.ts';
import { type Issue, issueTexts } from '../../../src/model/issue.ts';
import { japan } from '../../../src/model/profiles/japan.ts';
import { createRulebook } from '../../../src/model/rules/rulebook.ts';
import { isImpossible, mutated, mutation } from '../../support/cell-mutation.ts';

const bundle = await Bundle.of(await boardBuffer({ people: 24, seed: 19 }));

/** Whether a record with this id is there needs more than one row. */
const needsOthers = (file: string, header: string) =>
  findEntityByFile(file)?.columns.some((one) => one.header === header && one.kind === 'ref') ?? false;

describe.each(['strict', 'lenient'] as const)('one changed cell of a row, %s', (strictness) => {
  const rulebook = createRulebook(japan, { ...defaultSettings, strictness, today: '2026-04-20' });
  let issues: Issue[] = [];
  const readers = new Map(
    entityList.map((entity) => {
      const header = csvHeaders(entity, 'japan');
      const report = (found: Issue) => issues.push(...[rulebook.judge(found) ?? []].flat());
      return [entity.csvFile, { entity, header, read: rowReader(entity, 'bulk', rulebook, header, report) }];
    }),
  );

  test('is read as it was written, or reported; what is reported is whole', () => {
    fc.assert(
      fc.property(mutation, (one) => {
        const { file, column } = one;
        const reader = readers.get(file);
        if (reader === undefined) throw new Error(file);
        const rows = bundle.rows(file.slice(0, -4));
        const row = rows[one.row % rows.length];
        const before = cell(row, column);
        const after = mutated(
          before,
          one,
          rows.map((other) => cell(other, column)),
        );
        fc.pre(after !== before);
        issues = [];
        const made = reader.read(
          reader.header.map((name) => (name === column ? after : cell(row, name))),
          2,
        );
        const here = issues.filter((found) => found.column === column);
        if (isImpossible(file, column, after) && !needsOthers(file, column)) {
          expect(here.length).toBeGreaterThan(0);
        }
        const place = reader.entity.stored.findIndex(({ header }) => header === column);
        const value = column === 'sourcedId' ? made.sourcedId : made.values[place];
        if (here.length === 0 && typeof value === 'string') expect(value).toBe(after);
        for (const found of issues) {
          const { message, expected } = issueTexts(found);
          // PostgreSQL refuses half a character.
          expect(
            [message.ja, message.en, expected.ja, expected.en].every((text) => text.isWellFormed()),
          ).toBe(true);
          for (const param of Object.values(found.params)) expect(String(param).length).toBeLessThan(200);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
