import { entityList } from '../../model/entities/index.ts';
import type { ImportSettings } from '../../model/import-settings.ts';
import { findProfile } from '../../model/profiles/index.ts';
import { japan } from '../../model/profiles/japan.ts';
import { createRulebook } from '../../model/rules/rulebook.ts';
import type { StageContext } from '../../store/checks.ts';
import type { StageResult } from './stage-bundle.ts';

/** What the checks need to know of a bundle that was staged, for imports and validations alike. */
export function stageContext(
  { profile, rows, deltas }: StageResult,
  settings: ImportSettings,
  whose: Pick<StageContext, 'importId' | 'sourceId' | 'live'>,
): StageContext {
  const entities = entityList.filter((entity) => entity.csvFile in rows);
  return {
    ...whose,
    staged: new Set(entities),
    deltas: new Set(entities.filter((entity) => deltas.includes(entity.csvFile))),
    rulebook: createRulebook(findProfile(profile ?? '') ?? japan, settings),
  };
}
