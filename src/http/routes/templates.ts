import { createRoute, z } from '@hono/zod-openapi';
import { templateEncodings, templateFile, templateFiles, templateKinds } from '../../csv/template.ts';
import { RosterError } from '../../errors.ts';
import { importers } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import type { Router } from '../router.ts';
import { failed, refusals } from './import-schemas.ts';

const shared = { tags: ['CSV templates'] };
const path = '/csv/templates';

const [kindDefault] = templateKinds;
const [encodingDefault] = templateEncodings;
const charsets = { 'utf-8': 'UTF-8', shift_jis: 'Shift_JIS' } as const;

/** The templates that there are. */
export const templateListSchema = z.strictObject({
  templates: z.array(
    z
      .strictObject({
        file: z.string(),
        links: z.array(
          z.strictObject({
            kind: z.enum(templateKinds),
            encoding: z.enum(templateEncodings),
            href: z.url(),
          }),
        ),
      })
      .openapi('Template'),
  ),
});

const list = createRoute({
  ...shared,
  method: 'get',
  path,
  operationId: 'listTemplates',
  summary: 'CSV のひな形の一覧 / The CSV templates (Japan profile 1.0), with links to each',
  responses: {
    200: {
      description: 'ZIP に入れるファイルごと / One for each file of a bundle',
      content: { 'application/json': { schema: templateListSchema } },
    },
    ...refusals,
  },
});

const download = createRoute({
  ...shared,
  method: 'get',
  path: `${path}/{file}`,
  operationId: 'downloadTemplate',
  summary: 'ひな形の CSV / A template: the header line alone, or with rows of a fictitious board',
  request: {
    params: z.object({ file: z.enum(templateFiles) }),
    query: z.object({
      kind: z.enum(templateKinds).optional().openapi({
        default: kindDefault,
        description: '見出しだけか記入例つきか / The header alone, or with example rows',
      }),
      encoding: z.enum(templateEncodings).optional().openapi({
        default: encodingDefault,
        description: '文字コード（UTF-8 は Excel 用に BOM つき） / UTF-8 has a byte order mark for Excel',
      }),
    }),
  },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
    ...refusals,
    400: failed('kind か encoding が正しくありません。 / Not a kind or encoding that there is.'),
    404: failed('そのファイルのひな形はありません。 / There is no template of that file.'),
  },
});

/** A parameter that is one of these words, the first when absent. */
function wordOf<Word extends string>(
  text: string | undefined,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  if (text === undefined) return words[0];
  const word = words.find((candidate) => candidate === text);
  if (word !== undefined) return word;
  throw new RosterError('invalid_parameter', {
    name,
    expectedJa: `次のどれか: ${words.join(', ')}`,
    expected: `one of ${words.join(', ')}`,
  });
}

/** Templates of the files of a bundle, for those who may import. */
export function mountTemplates(router: Router, { ctx }: AppDeps): void {
  const linksOf = (file: string) =>
    templateKinds.flatMap((kind) =>
      templateEncodings.map((encoding) => ({
        kind,
        encoding,
        href: `${ctx.publicUrl}${path}/${file}?kind=${kind}&encoding=${encoding}`,
      })),
    );
  router.operation(list, importers, (c) =>
    c.json({ templates: templateFiles.map((file) => ({ file, links: linksOf(file) })) }, 200),
  );

  // Its handler judges the parameters, in both languages.
  router.raw(download, importers, (c) => {
    const file = c.req.param('file');
    const kind = wordOf(c.req.query('kind'), 'kind', templateKinds);
    const encoding = wordOf(c.req.query('encoding'), 'encoding', templateEncodings);
    const bytes = templateFile(file, { kind, encoding });
    c.header('Content-Type', `text/csv; charset=${charsets[encoding]}`);
    c.header('Content-Disposition', `attachment; filename="${file}"`);
    return c.body(new Uint8Array(bytes));
  });
}
