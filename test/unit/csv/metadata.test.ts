import { describe, expect, test } from 'vitest';
import { readRow as read } from '../../support/read-row.ts';

const id = '0b9f7a52-5a0c-4c1e-9a3e-2f6f0d1c8b7a';
const org = { sourcedId: id, name: '星見市教育委員会', type: 'district' };
const user = { sourcedId: id, enabledUser: 'true', username: 'y', givenName: '花', familyName: '山田' };

describe('additional metadata columns', () => {
  const metadataOf = (cells: Readonly<Record<string, string>>) => read('orgs', { ...org, ...cells }).metadata;

  test('nest by their dots, beside jp', () => {
    expect(
      metadataOf({ 'metadata.v.a': '1', 'metadata.v.b.c': '2', 'metadata.w': '3', 'metadata.jp.x': '4' }),
    ).toBe('{"w":"3","v":{"a":"1","b":{"c":"2"}},"jp":{"x":"4"}}');
  });

  test('join the Japan columns under jp', () => {
    const { metadata } = read('users', {
      ...user,
      'metadata.jp.kanaGivenName': 'ハナ',
      'metadata.jp.x': '1',
    });
    expect(metadata).toBe('{"jp":{"kanaGivenName":"ハナ","x":"1"}}');
  });

  test('leave nothing behind where the cell is blank', () => {
    expect(metadataOf({ 'metadata.v.a': '' })).toBeNull();
  });

  test('called like the prototype of objects are just columns', () => {
    const text = metadataOf({
      'metadata.__proto__.x': '1',
      'metadata.constructor.prototype.y': '2',
      'metadata.a.__proto__': '3',
      'metadata.toString': '4',
    });
    expect(text).toBe(
      '{"toString":"4","__proto__":{"x":"1"},"a":{"__proto__":"3"},"constructor":{"prototype":{"y":"2"}}}',
    );
    expect(Object.prototype).not.toHaveProperty('x');
    expect(Object.prototype).not.toHaveProperty('y');
  });

  test.each([
    ['plain first', ['metadata.a', 'metadata.a.b']],
    ['nested first', ['metadata.a.b', 'metadata.a']],
  ])('that are a value and an object at once both survive, %s', (_name, headers) => {
    const cells = Object.fromEntries(headers.map((name) => [name, name]));
    expect(metadataOf(cells)).toBe('{"a":"metadata.a","a.b":"metadata.a.b"}');
  });
});
