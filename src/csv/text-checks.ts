import type { Column } from '../model/entity.ts';
import { outsideJisX0213 } from '../model/jis-x-0213.ts';
import type { Rulebook } from '../model/rules/rulebook.ts';
import { type Complain, shown } from './cell.ts';
import { findDamage, halfWidth } from './office.ts';

/** The binding asks importers for this much (JP-F-015). */
const valueLengthMax = 255;
/**
 * Columns that people search by. An entry of PostgreSQL's index holds 2,704 bytes, and a value beyond it would end the
 * import as a failure of the hub; characters have four bytes, and folding their case can make them longer.
 */
const indexedLengthMax = 500;
/** Characters that a report line names. */
const charactersShownMax = 5;

const textKinds = new Set<Column['kind']>(['string', 'list', 'pairs']);
const notAscii = /[^\x20-\x7E]/;
const blankEnds = /^[\s\u3000]|[\s\u3000]$/;

/** `𠮷` -> `𠮷（U+20BB7）` */
function namedCharacter(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `${character}（U+${point.toString(16).toUpperCase().padStart(4, '0')}）`;
}

/**
 * What can be wrong with any text (JP-F-012, -015, JP-C-011, -012), and what spreadsheets did to it. True when the
 * value is damaged, so that no rule has to be asked about it.
 */
export type TextCheck = (cell: string, complain: Complain) => boolean;

/** The checks of one column, made once per file. */
export function textCheck(column: Column, rulebook: Rulebook): TextCheck {
  const isText = textKinds.has(column.kind);
  const isId = column.target !== undefined;
  const isIndexed = column.indexed === true;
  if (!isText && !isId && !isIndexed) return () => false;
  const charactersRule = column.charactersRule ?? 'JP-F-012';
  const wantsCharacters = isText && rulebook.levelOf(charactersRule) !== 'off';
  return (cell, complain) => {
    // Characters beyond the first plane have two code units.
    const length = cell.length > valueLengthMax ? [...cell].length : 0;
    if (isIndexed && length > indexedLengthMax) {
      complain(column, 'value_too_long', { length, limit: indexedLengthMax });
      return true;
    }
    if (!isText && !isId) return false;
    const damage = findDamage(column, cell);
    if (damage !== undefined) {
      complain(column, damage, { found: shown(column, cell) });
      if (damage !== 'sheet_date') return true;
    }
    if (!isText) return false;
    if (cell === 'NULL') complain(column, 'null_word');
    if (length > valueLengthMax) complain(column, 'value_long', { length });
    if (blankEnds.test(cell)) complain(column, 'blanks_around');
    if (!notAscii.test(cell)) return false;
    if (column.code) {
      const wanted = halfWidth(cell);
      if (wanted !== cell) {
        complain(column, 'full_width', { found: shown(column, cell), wanted: shown(column, wanted) });
      }
    }
    if (wantsCharacters) {
      const outside = outsideJisX0213(cell);
      if (outside.length > 0) {
        const characters = outside.slice(0, charactersShownMax).map(namedCharacter).join(' ');
        complain(column, 'characters_unusual', { found: characters }, charactersRule);
      }
    }
    return false;
  };
}
