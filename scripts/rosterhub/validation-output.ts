import { issueCsvTexts } from '../../src/services/imports/issue-csv.ts';
import type { Validation } from '../../src/services/imports/validate-bundle.ts';

/** Groups shown to a person; more are a matter for `--csv`. */
const groupsShown = 50;

const levelTexts = { error: 'エラー / error', warning: '警告 / warning' } as const;

/** For people: Japanese first, English second. */
async function* text(fileName: string, validation: Validation): AsyncGenerator<string> {
  const { profile, errors, warnings, rows } = validation.report;
  const counts = Object.entries(rows).map(([file, count]) => `${file} ${count}`);
  yield `${fileName}\n`;
  yield `  プロファイル / profile: ${profile ?? '不明 / unknown'}\n`;
  if (counts.length > 0) yield `  行数 / rows: ${counts.join(', ')}\n`;
  if (validation.groups.length === 0) {
    yield '問題は見つかりませんでした / No problems found\n';
    return;
  }
  yield `エラー ${errors} 件、警告 ${warnings} 件 / ${errors} errors, ${warnings} warnings\n`;
  for (const group of validation.groups.slice(0, groupsShown)) {
    const place = [group.file, group.column].filter((part) => part !== '').join(' ');
    yield `\n[${levelTexts[group.level]}] ${group.code} ${place} × ${group.count}\n`;
    // The first of its group, found by the number before it.
    const [first] = await validation.issuesAfter(group.first - 1, 1);
    if (first === undefined) continue;
    const line = first.line === 0 ? '' : `${first.line} 行目 / line ${first.line}: `;
    yield `  ${line}${first.message.ja}\n    ${first.expected.ja}\n`;
    yield `    ${first.message.en}\n    ${first.expected.en}\n`;
  }
  const more = validation.groups.length - groupsShown;
  if (more > 0) yield `\nほか ${more} 種類（--csv で全件） / ${more} more kinds (--csv shows all)\n`;
}

/** One JSON document; only a batch of its issues is ever in memory. */
async function* json(_fileName: string, validation: Validation): AsyncGenerator<string> {
  yield `${JSON.stringify(validation.report).slice(0, -1)},"issues":[`;
  let separator = '\n';
  for await (const batch of validation.issues()) {
    yield separator + batch.map((one) => JSON.stringify(one)).join(',\n');
    separator = ',\n';
  }
  yield '\n]}\n';
}

const csv = (_fileName: string, validation: Validation) => issueCsvTexts(validation.issues());

/** The answer of `validate`, as pieces of text. */
export const shapes = { text, json, csv } as const;
