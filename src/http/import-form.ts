import { z } from '@hono/zod-openapi';
import { RosterError } from '../errors.ts';
import { errorPolicies, type ImportSettings } from '../model/import-settings.ts';
import { profiles } from '../model/profiles/index.ts';
import { strictnesses } from '../model/strictness.ts';

const profileIds = profiles.map(({ id }) => id);

/** Form field: what errors do. */
export const onErrorField = z.enum(errorPolicies).optional().openapi({
  description:
    'abort: エラーが 1 つでもあれば反映しない（標準） / one error, nothing published (default)。skip: エラーの行と、それにつながる行を除いて反映 / bad rows and what hangs on them stay out',
});

/** Form fields that say how a bundle is judged, over what its source has set. */
export const judgingFields = {
  strictness: z.enum(strictnesses).optional().openapi({
    description:
      'strict: 決まりどおりのファイルだけ（標準） / as the profile says (default)。lenient: 確かなものは直して読み、警告する / repairs what is certain, with warnings',
  }),
  profile: z
    .enum(profileIds)
    .optional()
    .openapi({ description: 'プロファイルを固定する（なければファイルから見分ける） / Pins the profile' }),
  interoperability: z.enum(['true', 'false']).optional().openapi({
    description: '相互運用標準モデル（PSE V6）も求める / Also the interoperability model',
  }),
};

function termOf<Term extends string>(
  fields: ReadonlyMap<string, string>,
  name: string,
  terms: readonly Term[],
): Term | undefined {
  const text = fields.get(name);
  if (text === undefined || text === '') return undefined;
  const term = terms.find((candidate) => candidate === text);
  if (term !== undefined) return term;
  const expected = terms.join(', ');
  throw new RosterError('invalid_parameter', { name, expectedJa: `次のどれか: ${expected}`, expected });
}

/** `onError`, `strictness`, `profile` and `interoperability`: for this import alone. */
export function settingsOf(fields: ReadonlyMap<string, string>): Partial<ImportSettings> {
  const onError = termOf(fields, 'onError', errorPolicies);
  const strictness = termOf(fields, 'strictness', strictnesses);
  const profile = termOf(fields, 'profile', profileIds);
  const interoperability = termOf(fields, 'interoperability', ['true', 'false']);
  return {
    ...(onError === undefined ? {} : { onError }),
    ...(strictness === undefined ? {} : { strictness }),
    ...(profile === undefined ? {} : { profile }),
    ...(interoperability === undefined ? {} : { interoperability: interoperability === 'true' }),
  };
}
