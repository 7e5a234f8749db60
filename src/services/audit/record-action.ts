import type { AuditAction } from '../../model/audit.ts';
import { appendAudit } from '../../store/audit.ts';
import type { AuditEntry } from '../../store/audit-chain.ts';
import type { Tx } from '../../store/client.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import type { Context } from '../context.ts';
import { createHasher, type NamedRecord } from './hash-ids.ts';

/** What somebody does. */
export interface AuditedAction {
  readonly action: AuditAction;
  /** Kind of what it is done to. */
  readonly entity: string;
  /** Id of a thing of the hub: an import, a publication, a source, a key, a client. Never of a person. */
  readonly object?: string | undefined;
  /** Records of the roster that it is about. Their ids are hashed. */
  readonly named?: readonly NamedRecord[];
  readonly query?: string | undefined;
  readonly publicationId?: number | undefined;
  /** Records that it changes or shows. */
  readonly count?: number | undefined;
  /** HTTP status; 200 unless told. */
  readonly status?: number;
  /** JSON of what only this action has; nothing personal. */
  readonly detail?: string | undefined;
}

/** What the audit needs of a context: its key, and who asks. */
export type AuditContext = Pick<Context, 'keys' | 'origin'>;

/**
 * Writes down what the caller's transaction does, as its last statements: from here to COMMIT others wait. Throws
 * `audit_unavailable`, with which the transaction must fail.
 */
export async function recordAction(ctx: AuditContext, tx: Tx, what: AuditedAction): Promise<void> {
  const { named = [] } = what;
  const hashesOf = await createHasher(ctx, tx, named);
  await appendAudit(tx, ctx.keys.audit, [entryOf(ctx, what, hashesOf(named))]);
}

/** Writes down what changes nothing and must not happen unrecorded, before it happens. Throws as `recordAction` does. */
export async function recordBefore(
  ctx: AuditContext & Pick<Context, 'store'>,
  what: AuditedAction,
): Promise<void> {
  try {
    await ctx.store.db.transaction((tx) => recordAction(ctx, tx, what));
  } catch (error) {
    throw asRosterError(error);
  }
}

function entryOf({ origin }: AuditContext, what: AuditedAction, ids: readonly string[]): AuditEntry {
  const { actor, address, requestId } = origin;
  const { action, entity, object, query, publicationId, count, status, detail } = what;
  return {
    at: new Date(),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    actorKey: actor.keyId,
    address,
    action,
    entity,
    object: object ?? null,
    ids,
    query: query ?? null,
    publicationId: publicationId ?? null,
    count: count ?? null,
    status: status ?? 200,
    error: null,
    requestId,
    detail: detail ?? null,
  };
}
