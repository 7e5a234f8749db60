import { defaultSettings, type ImportSettings } from '../import-settings.ts';
import type { Issue } from '../issue.ts';
import type { Level } from '../issue-level.ts';
import { faults } from '../profiles/faults.ts';
import type { Profile } from '../profiles/profile.ts';
import { findRule } from './index.ts';
import type { RuleLayer, RuleLevel } from './rule.ts';

/** A profile as one source wants it judged. */
export interface Rulebook {
  readonly profile: Profile;
  readonly settings: ImportSettings;
  /** Under base 1.2.1. */
  readonly base: boolean;
  /** What breaking the rule means here. Codes of the hub's own are not in the table: undefined. */
  levelOf(code: string): RuleLevel | undefined;
  /** The issue with the level that it has here; undefined when nothing is to be said. */
  judge(found: Issue): Issue | undefined;
}

export function createRulebook(profile: Profile, settings: ImportSettings = defaultSettings): Rulebook {
  const layer: RuleLayer =
    profile.headers === 'base' ? 'base' : settings.interoperability ? 'interoperability' : 'japan';
  const levelOf = (code: string): RuleLevel | undefined => {
    const rule = findRule(code);
    if (rule === undefined) return undefined;
    const own = rule.adjustable && Object.hasOwn(settings.rules, code) ? settings.rules[code] : undefined;
    return own ?? rule.levels[layer];
  };
  return {
    profile,
    settings,
    base: layer === 'base',
    levelOf,
    judge(found) {
      const mild = faults[found.fault].mild === true;
      const rule = findRule(found.code);
      // A value that cannot be kept is an error whatever the source says; only the mild forms of such rules give way.
      const fixed = !mild && rule?.levels.japan === 'error';
      const level = fixed ? rule.levels[layer] : levelOf(found.code);
      if (level === 'off') return undefined;
      // A mild fault stays a warning, unless the source has asked for more.
      const asked = rule?.adjustable === true && settings.rules[found.code] === 'error';
      const wanted: Level = mild && !asked ? 'warning' : (level ?? found.level);
      return wanted === found.level ? found : { ...found, level: wanted };
    },
  };
}
