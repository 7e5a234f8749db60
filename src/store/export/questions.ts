import type { Column, Entity } from '../../model/entity.ts';
import type { ExportRule, Question } from '../../model/export-rules.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import { uuidPattern } from '../../model/uuid.ts';
import { literal } from '../column.ts';
import { fieldOf, valueSql } from './view.ts';

/** Terms of a field as they are stored. */
export function storedTerms(column: Column, terms: readonly string[]): string[] {
  const aliases: Readonly<Record<string, string>> = column.vocabulary?.aliases ?? {};
  return terms.map((term) => aliases[term] ?? term);
}

/** Terms that the profile takes for a field, as its files have them. */
export function termsOf(profile: Profile, entity: Entity, column: Column): readonly string[] {
  const narrowed = profile.terms[`${entity.name}.${column.name}`];
  return narrowed === undefined
    ? (column.vocabulary?.terms ?? [])
    : [...narrowed.accepted, ...(narrowed.tolerated ?? [])];
}

const oneOf = (terms: readonly string[]) => `(${terms.map(literal).join(', ')})`;

function questionSql(profile: Profile, entity: Entity, question: Question): string {
  const column = fieldOf(entity, question.field);
  const value = valueSql(column);
  const text = column.kind === 'flag' ? `${value}::text` : value;
  if ('is' in question) return `${text} IN ${oneOf(question.is)}`;
  if ('blank' in question) return `${value} IS ${question.blank ? '' : 'NOT '}NULL`;
  if ('capitals' in question) {
    return `(${value} ~ '[A-F]' AND ${value} ~* ${literal(uuidPattern)})`;
  }
  return `${value} NOT IN ${oneOf(storedTerms(column, termsOf(profile, entity, column)))}`;
}

/** The condition under which a rule says something of a row `r`. */
export function conditionOf(profile: Profile, entity: Entity, { when }: Pick<ExportRule, 'when'>): string {
  if (when.length === 0) return 'true';
  return when.map((question) => questionSql(profile, entity, question)).join(' AND ');
}
