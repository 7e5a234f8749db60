import { z } from '@hono/zod-openapi';
import type { Endpoint } from '../../model/endpoints.ts';
import { pageSizeDefault, pageSizeMax } from '../../query/list-query.ts';

/**
 * The parameters as documents show them; `query/` reads them. Examples stand in the descriptions: a page that fills
 * them in would ask every collection for fields of one.
 */
const fields = z
  .array(z.string())
  .optional()
  .openapi({
    description:
      '返す項目名（コンマ区切り。例: sourcedId,status） / Only these properties, separated by commas',
    param: { style: 'form', explode: false },
  });

const int32Max = 2_147_483_647;
const number = (least: number, otherwise: number, description: string) =>
  z.int().min(least).max(int32Max).optional().openapi({ format: 'int32', default: otherwise, description });

const listParameters = z.object({
  limit: number(
    1,
    pageSizeDefault,
    `1 ページの件数。${pageSizeMax} を超える値は ${pageSizeMax} になります。 / Records in a page; more than ${pageSizeMax} means ${pageSizeMax}`,
  ),
  offset: number(
    0,
    0,
    '最初の件（0 から）。cursor があるときは見ません。 / First record, zero based; not looked at with a cursor',
  ),
  sort: z.string().optional().openapi({ description: '並べ替える項目名 / The field to sort by' }),
  orderBy: z
    .enum(['asc', 'desc'])
    .optional()
    .openapi({ description: '昇順か降順 / Ascending or descending' }),
  filter: z
    .string()
    .optional()
    .openapi({
      description:
        "条件。値は引用符で囲み、AND か OR で 2 つまで（例: status='active' AND dateLastModified>'2026-04-01T00:00:00.000Z'）。 / " +
        'One comparison by = != > >= < <= ~ with a value in single quotes, or two joined by AND or OR',
    }),
  fields,
  cursor: z.string().optional().openapi({
    description:
      'Link ヘッダーの続きの印。自分では作りません。 / Comes in the Link header; never made by clients',
  }),
});
const singleParameters = z.object({ fields });

/** What the operation of a row takes, from its path and kind. */
export function parametersOf({ path, kind }: Endpoint) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return {
    params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
    query: kind === 'single' ? singleParameters : listParameters,
  };
}
