import { findProfile } from '../../src/model/profiles/index.ts';
import { issueCsvTexts } from '../../src/services/imports/issue-csv.ts';
import type { Validation } from '../../src/services/imports/validate-bundle.ts';

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** Causes shown to a person; more are a matter for `--csv`. */
const causesShown = 50;
const causesInJson = 1_000;

const levelTexts: Readonly<Record<string, string>> = { error: 'エラー / error', warning: '警告 / warning' };

/** For people: Japanese first, English second. */
async function* text(fileName: string, validation: Validation): AsyncGenerator<string> {
  const { profile, errors, warnings, rows } = validation.report;
  const counts = Object.entries(rows).map(([file, count]) => `${file} ${count}`);
  const known = findProfile(profile ?? '');
  const title = known === undefined ? '不明 / unknown' : `${known.id} ${known.title.ja} / ${known.title.en}`;
  yield `${fileName}\n  プロファイル / profile: ${title}\n`;
  if (counts.length > 0) yield `  行数 / rows: ${counts.join(', ')}\n`;
  if (errors + warnings === 0) {
    yield '問題は見つかりませんでした / No problems found\n';
    return;
  }
  yield `エラー ${errors} 件、警告 ${warnings} 件 / ${counted(errors, 'error')}, ${counted(warnings, 'warning')}\n`;
  const causes = await validation.causes(causesShown + 1);
  for (const cause of causes.slice(0, causesShown)) {
    const place = [cause.file, cause.column].filter((part) => part !== '').join(' ');
    const [first] = cause.examples;
    const line =
      first === undefined || first.line === 0
        ? ''
        : `${first.file} ${first.line} 行目 / line ${first.line}: `;
    yield `\n[${levelTexts[cause.level] ?? cause.level}] ${cause.code} ${place} × ${cause.weight}\n`;
    yield `  ${line}${cause.message.ja}\n    ${cause.expected.ja}\n`;
    yield `    ${cause.message.en}\n    ${cause.expected.en}\n`;
  }
  if (causes.length > causesShown) {
    yield '\nほかにもあります（--csv で全件） / There are more (--csv shows all)\n';
  }
}

/** One JSON document, with the same properties as `POST /csv/validate`; a batch of its issues is in memory at a time. */
async function* json(_fileName: string, validation: Validation): AsyncGenerator<string> {
  const head = { ...validation.report, causes: await validation.causes(causesInJson) };
  yield `${JSON.stringify(head).slice(0, -1)},"issues":[`;
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
