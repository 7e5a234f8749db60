import { expect } from 'vitest';
import { rowReader } from '../../src/csv/row.ts';
import { type EntityName, entities } from '../../src/model/entities/index.ts';
import { csvHeaders } from '../../src/model/entity.ts';
import { defaultSettings, type ImportSettings } from '../../src/model/import-settings.ts';
import type { Issue } from '../../src/model/issue.ts';
import { japan } from '../../src/model/profiles/japan.ts';
import type { Profile } from '../../src/model/profiles/profile.ts';
import { createRulebook } from '../../src/model/rules/rulebook.ts';

/** Reads one row of a file, given by header; further headers become further columns. */
export function readRow(
  name: EntityName,
  row: Readonly<Record<string, string>>,
  profile: Profile = japan,
  settings: ImportSettings = defaultSettings,
  mode: 'bulk' | 'delta' = 'bulk',
) {
  const entity = entities[name];
  const own = csvHeaders(entity, profile.headers);
  const header = [...own, ...Object.keys(row).filter((one) => !own.includes(one))];
  const issues: Issue[] = [];
  const rulebook = createRulebook(profile, settings);
  const reader = rowReader(entity, mode, rulebook, header, (found) => {
    const judged = rulebook.judge(found);
    if (judged !== undefined) issues.push(judged);
  });
  const { line, sourcedId, values, metadata } = reader(
    header.map((one) => row[one] ?? ''),
    17,
  );
  const named = Object.fromEntries(entity.stored.map((column, index) => [column.name, values[index]]));
  const filled = Object.entries(named).filter(([, value]) => value !== null);
  return {
    line,
    sourcedId,
    values: Object.fromEntries(filled),
    // As it is staged, so that objects without a prototype compare as objects.
    metadata: metadata === null ? null : JSON.stringify(metadata),
    issues: issues.map(({ fault, file, line, column, code, level, params }) => {
      expect([file, line]).toEqual([entity.csvFile, 17]);
      return { fault, column, code, level, params };
    }),
  };
}
