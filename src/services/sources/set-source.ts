import { RosterError } from '../../errors.ts';
import { isPause, type Pause, pausesMax } from '../../model/pause.ts';
import { findRule, rules } from '../../model/rules/index.ts';
import { isSourceName, sourceNameTexts } from '../../model/source-name.ts';
import { changeSource, type SettingsChange, type Source } from '../../store/sources.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** Refuses rules that are not there, and those whose level the profile leaves no choice about. */
export function checkRules(levels: Readonly<Record<string, unknown>> = {}): void {
  for (const id of Object.keys(levels)) {
    const rule = findRule(id);
    if (rule?.adjustable) continue;
    const name = `rules.${id.slice(0, 40)}`;
    if (rule === undefined) {
      const example = rules.find(({ adjustable }) => adjustable)?.id;
      throw new RosterError('invalid_parameter', {
        name,
        expectedJa: `その規則はありません（例: ${example}）。`,
        expected: `there is no such rule (one is ${example})`,
      });
    }
    throw new RosterError('invalid_parameter', {
      name,
      expectedJa: `この規則の重さは変えられません（${rule.ja}）。`,
      expected: `the level of this rule cannot be changed (${rule.en})`,
    });
  }
}

/** Refuses days that there are not, pauses that end before they begin, and more than people can look through. */
export function checkPauses(pauses: readonly Pause[] | null | undefined): void {
  const wrong = pauses?.findIndex((pause) => !isPause(pause)) ?? -1;
  if (wrong < 0 && (pauses?.length ?? 0) <= pausesMax) return;
  throw new RosterError('invalid_parameter', {
    name: wrong < 0 ? 'pauses' : `pauses.${wrong}`,
    expectedJa: `実在する日付 YYYY-MM-DD で from ≦ until、${pausesMax} 件まで`,
    expected: `dates YYYY-MM-DD that exist, from no later than until, at most ${pausesMax} pauses`,
  });
}

/** Refuses what cannot be the name of a source. */
export function checkSourceName(name: string): void {
  if (isSourceName(name)) return;
  const [expectedJa, expected] = [sourceNameTexts.ja, sourceNameTexts.en];
  throw new RosterError('invalid_parameter', { name: 'source', expectedJa, expected });
}

/** Sets how a source's files are judged from now on. A source that is not there is made. */
export async function setSource(
  ctx: Pick<Context, 'store' | 'keys' | 'origin'>,
  name: string,
  change: SettingsChange,
): Promise<Source> {
  checkSourceName(name);
  checkRules(change.rules);
  checkPauses(change.pauses);
  return ctx.store.db.transaction(async (tx) => {
    const source = await changeSource(tx, name, change);
    const what = { action: 'source.change', entity: 'source', object: name } as const;
    await recordAction(ctx, tx, { ...what, detail: JSON.stringify({ changed: Object.keys(change) }) });
    return source;
  });
}
