import { createRoute, z } from '@hono/zod-openapi';
import { RosterError } from '../../errors.ts';
import { personCsv } from '../../services/persons/person-csv.ts';
import { readPerson } from '../../services/persons/read-person.ts';
import { searchPersons } from '../../store/person-search.ts';
import { administrators } from '../access.ts';
import type { AppDeps } from '../environment.ts';
import type { Router } from '../router.ts';
import { foundPersonsSchema, personSchema, shownPerson } from './held-schemas.ts';
import { failed, refusals } from './import-schemas.ts';

const own = { tags: ['Personal data'], method: 'get' as const };
const searchMax = 20;
const params = z.object({ sourcedId: z.string().openapi({ description: '利用者の sourcedId / Of a user' }) });
const nobody = failed('何も保存されていません。 / Nothing is held on such a person.');

const search = createRoute({
  ...own,
  path: '/admin/persons',
  operationId: 'searchPersons',
  summary: '名前や番号から利用者を探す（20 人まで） / Find somebody by name or number, up to 20',
  request: {
    query: z.object({
      name: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: '氏名か読みの一部（空白は見ません） / Part of a name or its reading' }),
      identifier: z.string().max(300).optional().openapi({
        description:
          'ID・番号・ログイン ID・メールなど（完全一致） / An id, number, login or address, exactly',
      }),
    }),
  },
  responses: {
    200: {
      description: '見つかった人 / Who was found',
      content: { 'application/json': { schema: foundPersonsSchema } },
    },
    ...refusals,
    400: failed('name か identifier が要ります。 / name or identifier is needed.'),
  },
});

const show = createRoute({
  ...own,
  path: '/admin/persons/{sourcedId}',
  operationId: 'getPerson',
  summary: 'ある人について保存しているすべて / Everything that is held on a person',
  description:
    '開示請求に答えるためのものです。今の値と以前の値、どこから来たか、だれが読んだか。この閲覧も記録されます。\n\n' +
    'For requests for access: values now and before, where they came from, who read them. This read is recorded as well.',
  request: { params },
  responses: {
    200: {
      description: 'その人のすべて / Everything',
      content: { 'application/json': { schema: personSchema } },
    },
    ...refusals,
    404: nobody,
  },
});

const download = createRoute({
  ...own,
  path: '/admin/persons/{sourcedId}/file',
  operationId: 'downloadPerson',
  summary: '同じものを Excel で / The same for Excel',
  request: { params },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
    ...refusals,
    404: nobody,
  },
});

const isGiven = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** What is held on people; for administrators. */
export function mountPersons(router: Router, { ctx }: AppDeps): void {
  router.operation(search, administrators, async (c) => {
    const { name, identifier } = c.req.valid('query');
    const given = {
      name: isGiven(name) ? name : undefined,
      identifier: isGiven(identifier) ? identifier : undefined,
    };
    if (given.name === undefined && given.identifier === undefined) {
      throw new RosterError('invalid_parameter', {
        name: 'name',
        expectedJa: 'name か identifier を指定してください。',
        expected: 'name or identifier',
      });
    }
    const persons = await searchPersons(ctx.store.db, given, searchMax);
    const asked = Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=?`]));
    c.set('shown', {
      named: persons.map(({ sourcedId }) => ({ entity: 'users', sourcedId })),
      query: asked.join('&'),
      count: persons.length,
    });
    return c.json({ persons }, 200);
  });

  router.operation(show, administrators, async (c) => {
    const { sourcedId } = c.req.valid('param');
    const report = await readPerson(ctx, sourcedId);
    c.set('shown', { named: [{ entity: 'users', sourcedId }], count: 1 });
    return c.json(shownPerson(report), 200);
  });

  router.raw(download, administrators, async (c) => {
    const sourcedId = c.req.param('sourcedId') ?? '';
    const report = await readPerson(ctx, sourcedId);
    c.set('shown', { named: [{ entity: 'users', sourcedId }], count: 1 });
    return c.body(personCsv(report), 200, {
      'Content-Type': 'text/csv; charset=UTF-8',
      // Ids of people stay out of names of files, which travel further than their contents.
      'Content-Disposition': 'attachment; filename="person.csv"',
    });
  });
}
