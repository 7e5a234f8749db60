import { expect, test } from 'vitest';
import { entityList } from '../../../src/model/entities/index.ts';
import { defineEntity } from '../../../src/model/entity.ts';
import { field } from '../../../src/model/field.ts';
import { personalEntities, personPlaces, placesOf } from '../../../src/model/person-places.ts';

test('every place in which the roster says who somebody is', () => {
  const shown = personPlaces.map(
    ({ entity, kind, column }) => `${entity.name}.${column?.name ?? 'sourcedId'} ${kind}`,
  );
  expect(shown).toEqual([
    'users.sourcedId own',
    'users.agents named',
    'userProfiles.user own',
    'roles.user own',
    'enrollments.user own',
    'demographics.sourcedId own',
  ]);
  expect(personalEntities.map(({ name }) => name)).toEqual([
    'users',
    'userProfiles',
    'roles',
    'enrollments',
    'demographics',
  ]);
});

test('no reference to a user is in none of them', () => {
  for (const entity of entityList) {
    const references = entity.columns.filter(({ target }) => target === 'user');
    const places = personPlaces.filter((place) => place.entity === entity && place.column !== undefined);
    expect(places.map(({ column }) => column)).toEqual(references);
  }
});

test('a row that can be without its user only names somebody', () => {
  const meetings = defineEntity({
    name: 'meetings',
    one: 'meeting',
    csvFile: 'meetings.csv',
    fields: { pupil: field.ref('user', { required: true }), teacher: field.ref('user') },
    jp: { guardian: field.ref('user') },
  });
  expect(placesOf(meetings).map(({ kind, column }) => [column?.name, kind])).toEqual([
    ['pupil', 'own'],
    ['teacher', 'named'],
    ['guardian', 'named'],
  ]);
});
