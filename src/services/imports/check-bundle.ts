import { entityList } from '../../model/entities/index.ts';
import type { ImportSettings } from '../../model/import-settings.ts';
import { findProfile } from '../../model/profiles/index.ts';
import { japan } from '../../model/profiles/japan.ts';
import { createRulebook } from '../../model/rules/rulebook.ts';
import { checkStage, type StageContext } from '../../store/checks.ts';
import type { Session } from '../../store/session.ts';
import { yieldDeletions } from '../../store/yield-rows.ts';
import type { StageResult } from './stage-bundle.ts';

/** Whose bundle it is, and whether there is a published roster to look at. */
export type BundlePlace = Pick<StageContext, 'importId' | 'sourceId' | 'fileName' | 'live'>;

/** What is done in between. Each may throw. */
export interface CheckSteps {
  /** When nothing has been looked at yet. */
  readonly before?: (context: StageContext) => Promise<void>;
  /** Hears the part that is done. */
  readonly onFile: (share: number) => void;
}

/** Step "check": everything that takes more than one row. */
export async function checkBundle(
  session: Session,
  place: BundlePlace,
  staged: StageResult,
  settings: ImportSettings,
  { before, onFile }: CheckSteps,
): Promise<StageContext> {
  const entities = entityList.filter((entity) => entity.csvFile in staged.rows);
  const context: StageContext = {
    ...place,
    staged: new Set(entities),
    deltas: new Set(entities.filter((entity) => staged.deltas.includes(entity.csvFile))),
    rulebook: createRulebook(findProfile(staged.profile ?? '') ?? japan, settings),
  };
  if (!staged.staged) return context;
  await before?.(context);
  await yieldDeletions(session, context);
  for (const [index, entity] of entities.entries()) {
    onFile(index / entities.length);
    await checkStage(session, context, entity);
  }
  return context;
}
