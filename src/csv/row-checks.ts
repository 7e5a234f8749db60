import type { Entity } from '../model/entity.ts';
import type { RowRule } from '../model/rules/row-rule.ts';
import { rowRules } from '../model/rules/row-rules.ts';
import type { Rulebook } from '../model/rules/rulebook.ts';

/** A rule with the slots of the cells that it looks at. */
export interface PlacedRule {
  readonly rule: RowRule;
  /** Slot of the field that is blamed. */
  readonly blamed: number;
  readonly slots: readonly number[];
}

/** The registry's test guarantees that every entity has rules under its name. */
function rulesFor(entity: Entity): readonly RowRule[] {
  return Object.entries(rowRules).find(([name]) => name === entity.name)?.[1] ?? [];
}

/** The rules of a file that say something here, and whose columns it has. `slotOf` is -1 for a column it has not. */
export function placeRules(
  entity: Entity,
  rulebook: Rulebook,
  slotOf: (field: string) => number,
): PlacedRule[] {
  return rulesFor(entity)
    .filter(({ rule }) => rulebook.levelOf(rule) !== 'off')
    .map((rule) => ({ rule, blamed: slotOf(rule.field), slots: rule.of.map(slotOf) }))
    .filter(({ blamed, slots }) => blamed >= 0 && !slots.includes(-1));
}
