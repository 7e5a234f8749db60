import type { Column, Entity } from './entity.ts';
import { personalFiles } from './person.ts';

/** A field that may be corrected by hand. */
export interface CorrectableField {
  readonly entity: Entity;
  readonly column: Column;
}

/**
 * By CSV header: everything that a person's own records say by themselves. References are left to files, where what
 * they name is looked at.
 */
export const correctableFields: ReadonlyMap<string, CorrectableField> = new Map(
  personalFiles
    .filter(({ way }) => way.kind !== 'ref')
    .flatMap(({ entity }) =>
      entity.columns
        .filter((column) => !column.writeOnly && column.target === undefined)
        .map((column) => [column.header, { entity, column }] as const),
    ),
);

/** What an import does with values that were corrected by hand. */
export interface CorrectionEffect {
  /** Corrected values that it puts something else in place of. */
  readonly putBack: number;
  /** Corrected values that its file has too: the source is mended. */
  readonly confirmed: number;
}

/** What whoever looks at an import has to know of them. */
export function correctionTexts({ putBack, confirmed }: CorrectionEffect): {
  readonly ja: string;
  readonly en: string;
} {
  if (putBack === 0) {
    return {
      ja: `手で訂正した値 ${confirmed} 件が、ファイルでも直っています。`,
      en: `The file has ${confirmed} value(s) as they were corrected by hand.`,
    };
  }
  return {
    ja: `警告: 手で訂正した値 ${putBack} 件が、このファイルで元に戻ります。取り込み元（校務支援システム）の値も直してください。`,
    en: `Warning: with the file ${putBack} value(s) that were corrected by hand are put back. Have them mended in the system that it comes from.`,
  };
}
