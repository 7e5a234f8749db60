import { RosterError } from '../../errors.ts';
import type { Decision, DecisionKind } from '../../model/decision.ts';
import type { UploadTx } from '../../store/client.ts';
import { decideImport, isSuperseded } from '../../store/import-queue.ts';
import { findImport, type ImportRecord, type ImportState } from '../../store/imports.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** From which states each decision leads where. */
const ways: Readonly<
  Record<DecisionKind, { readonly from: readonly ImportState[]; readonly to: ImportState }>
> = {
  publish: { from: ['checked'], to: 'queued' },
  approve: { from: ['held', 'checked'], to: 'queued' },
  discard: { from: ['held', 'checked'], to: 'discarded' },
  cancel: { from: ['queued', 'running'], to: 'cancelled' },
};

/** Longest reason that is kept, in characters. */
export const reasonLengthMax = 500;

/** Who decides, and why. */
export interface Verdict {
  /** Id of the client. */
  readonly by: string;
  readonly reason?: string | undefined;
}

/**
 * Does what a person said of an import. `publish` and `approve` put it back into the queue, where it is read and
 * compared anew: what is published is what is right then. It is held again when it would change more than was
 * approved. Throws `unknown_object`, `import_state`, `import_superseded`, `invalid_parameter`.
 */
export async function decide(
  ctx: Context,
  id: string,
  kind: DecisionKind,
  { by, reason }: Verdict,
): Promise<ImportRecord> {
  try {
    return await ctx.store.uploads.transaction((tx) => decideIn(ctx, tx, id, kind, { by, reason }));
  } catch (error) {
    throw asRosterError(error);
  }
}

async function decideIn(
  ctx: Context,
  tx: UploadTx,
  id: string,
  kind: DecisionKind,
  { by, reason }: Verdict,
): Promise<ImportRecord> {
  const found = await findImport(tx, id);
  if (found === undefined) throw new RosterError('unknown_object');
  const { from, to } = ways[kind];
  const decision: Decision = {
    ...{ kind, by, at: new Date().toISOString() },
    reason: readReason(reason, kind === 'approve'),
    approved: kind === 'approve' ? (found.proposal?.reasons ?? []) : [],
  };
  if (!(await decideImport(tx, id, from, to, decision))) {
    throw new RosterError('import_state', { state: found.state, expected: from.join(', ') });
  }
  // An older file must not go over a newer one. What an undo would lose is said in its proposal.
  if (to === 'queued' && found.undoOf === null && (await isSuperseded(tx, id))) {
    throw new RosterError('import_superseded');
  }
  // A discarded import's stage is dropped by whoever looks at the queue next.
  await ctx.enqueueImport(tx, id);
  const decided = await findImport(tx, id);
  if (decided === undefined) throw new RosterError('unknown_object');
  await recordAction(ctx, tx, { action: `import.${kind}`, entity: 'import', object: id });
  return decided;
}

function readReason(text: string | undefined, isRequired: boolean): string | null {
  const reason = text?.trim() ?? '';
  if (reason.length <= reasonLengthMax && (reason !== '' || !isRequired))
    return reason === '' ? null : reason;
  throw new RosterError('invalid_parameter', {
    name: 'reason',
    expectedJa: `承認の理由を ${reasonLengthMax} 文字までで書いてください。`,
    expected: `why it is approved, in 1 to ${reasonLengthMax} characters`,
  });
}
