import { z } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { type LoneMode, loneModes } from '../../model/bundle-files.ts';
import { errorPolicies, type ImportSettings } from '../../model/import-settings.ts';
import { profiles } from '../../model/profiles/index.ts';
import { isSourceName, sourceDefault, sourceNameTexts } from '../../model/source-name.ts';
import { strictnesses } from '../../model/strictness.ts';

type Fields = ReadonlyMap<string, string>;

/** The fields beside the file that say how it is judged, for documents. */
export const judgingFields = {
  strictness: z.enum(strictnesses).optional().openapi({
    description:
      'strict: 決まりどおりのファイルだけ（標準） / as the profile says (default)。lenient: 確かなものは直して読み、警告する / repairs what is certain, with warnings',
  }),
  profile: z.string().optional().openapi({
    description: 'プロファイルを固定する / Pins the profile: japan-1.0, japan-1.2.1, …',
  }),
  interoperability: z.enum(['true', 'false']).optional().openapi({
    description: '相互運用標準モデル（PSE V6）も求める / Also the interoperability model',
  }),
  mode: z.enum(loneModes).optional().openapi({
    description:
      'ZIP ではなく users.csv などを 1 つだけ送るとき: bulk（全件）か delta（差分） / For a single CSV file named like users.csv: all of its records, or changes only',
  }),
};

export const fileField = z.string().openapi({
  format: 'binary',
  description: 'ZIP ファイル（mode を付けるときは CSV ファイル 1 つ） / The zip; with `mode`, one CSV file',
});

export function sourceOf(fields: Fields): string {
  const source = fields.get('source') || sourceDefault;
  if (isSourceName(source)) return source;
  throw new RosterError('invalid_parameter', {
    name: 'source',
    expectedJa: sourceNameTexts.ja,
    expected: sourceNameTexts.en,
  });
}

function termOf<Term extends string>(fields: Fields, name: string, terms: readonly Term[]): Term | undefined {
  const text = fields.get(name);
  if (text === undefined || text === '') return undefined;
  const term = terms.find((candidate) => candidate === text);
  if (term !== undefined) return term;
  const expected = terms.join(', ');
  throw new RosterError('invalid_parameter', { name, expectedJa: `次のどれか: ${expected}`, expected });
}

/** `dryRun`: look only. */
export function dryRunOf(fields: Fields): boolean {
  return termOf(fields, 'dryRun', ['true', 'false']) === 'true';
}

/** Of a CSV file without a manifest. */
export function modeOf(fields: Fields): LoneMode | undefined {
  return termOf(fields, 'mode', loneModes);
}

/** Import it also when nothing in it is new. */
export function forceOf(fields: Fields): boolean {
  return termOf(fields, 'force', ['true', 'false']) === 'true';
}

/** 1 to 255 printable ASCII characters; undefined when there is no such header. */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined || /^[\x20-\x7e]{1,255}$/.test(header)) return header;
  throw new RosterError('invalid_parameter', {
    name: 'Idempotency-Key',
    expectedJa: '1〜255 文字の ASCII（制御文字を除く）',
    expected: '1 to 255 printable ASCII characters',
  });
}

/** `onError`, `strictness`, `profile` and `interoperability`: for this file alone. */
export function settingsOf(fields: Fields): Partial<ImportSettings> {
  const onError = termOf(fields, 'onError', errorPolicies);
  const strictness = termOf(fields, 'strictness', strictnesses);
  const profileIds = profiles.map(({ id }) => id);
  const profile = termOf(fields, 'profile', profileIds);
  const interoperability = termOf(fields, 'interoperability', ['true', 'false']);
  return {
    ...(onError === undefined ? {} : { onError }),
    ...(strictness === undefined ? {} : { strictness }),
    ...(profile === undefined ? {} : { profile }),
    ...(interoperability === undefined ? {} : { interoperability: interoperability === 'true' }),
  };
}
