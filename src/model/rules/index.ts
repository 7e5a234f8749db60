import { bundleRules } from './bundle-rules.ts';
import { recordRules } from './record-rules.ts';
import type { Rule } from './rule.ts';

/** Every rule of the Japan profile, in the order of its table. */
export const rules: readonly Rule[] = [...bundleRules, ...recordRules];

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Undefined for the hub's own codes (RH-…). */
export function findRule(id: string): Rule | undefined {
  return byId.get(id);
}
