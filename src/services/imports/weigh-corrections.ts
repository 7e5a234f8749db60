import { correctableFields } from '../../model/correction.ts';
import type { Proposal } from '../../model/proposal.ts';
import { txOf } from '../../store/audit.ts';
import type { StageContext } from '../../store/checks.ts';
import type { Tx } from '../../store/client.ts';
import { listOpenCorrections, settleCorrections } from '../../store/corrections.ts';
import type { Session } from '../../store/session.ts';
import { readComing } from '../../store/staged-values.ts';
import { cellsOf } from './change-fields.ts';

/** Ids of open corrections by what publishing does with them. */
export interface WeighedCorrections {
  /** The bundle has the corrected value. */
  readonly confirmed: readonly string[];
  /** It has another one. */
  readonly putBack: readonly string[];
  /** The record is deleted. */
  readonly left: readonly string[];
}

const entities = new Set([...correctableFields.values()].map(({ entity }) => entity));

/** Holds what is staged against values that people corrected by hand. After `diffStage`. */
export async function weighCorrections(session: Session, context: StageContext): Promise<WeighedCorrections> {
  const weighed = { confirmed: [] as string[], putBack: [] as string[], left: [] as string[] };
  for (const entity of entities) {
    if (!context.staged.has(entity)) continue;
    const open = await listOpenCorrections(txOf(session), entity.name);
    if (open.length === 0) continue;
    const people = [...new Set(open.map(({ person }) => person))];
    const coming = await readComing(session, context, entity, people);
    for (const { id, person, field, value } of open) {
      const values = coming.values.get(person);
      if (values !== undefined) {
        const cell = cellsOf(entity, values).get(field)?.cell ?? '';
        (cell === value ? weighed.confirmed : weighed.putBack).push(id);
      } else if (coming.deleted.has(person)) weighed.left.push(id);
    }
  }
  return weighed;
}

/** A proposal that says so, where there is anything to say. */
export function withCorrections(proposal: Proposal, { confirmed, putBack }: WeighedCorrections): Proposal {
  if (confirmed.length + putBack.length === 0) return proposal;
  return { ...proposal, corrections: { putBack: putBack.length, confirmed: confirmed.length } };
}

/** Ends them, in the publishing transaction. */
export async function settleWeighed(tx: Tx, { confirmed, putBack, left }: WeighedCorrections): Promise<void> {
  await settleCorrections(tx, confirmed, 'confirmed');
  await settleCorrections(tx, [...putBack, ...left], 'overwritten');
}
