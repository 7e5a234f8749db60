import type { HoldKind, HoldReason } from '../model/proposal.ts';
import type { Session } from './session.ts';

/** What a person has approved last of a source's imports, of one kind. */
export async function findLastApproved(
  session: Session,
  sourceId: number,
  kind: HoldKind,
): Promise<HoldReason | undefined> {
  // Decisions are written from `Decision` alone.
  const { rows } = await session.query<{ reason: HoldReason }>(
    `SELECT r AS reason FROM imports i CROSS JOIN LATERAL jsonb_array_elements(i.decision -> 'approved') r
     WHERE i.source_id = $1 AND i.decision ->> 'kind' = 'approve' AND r ->> 'kind' = $2 ORDER BY i.seq DESC LIMIT 1`,
    [sourceId, kind],
  );
  return rows[0]?.reason;
}
