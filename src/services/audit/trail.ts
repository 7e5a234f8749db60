import { RosterError } from '../../errors.ts';
import type { AuditAction, Origin } from '../../model/audit.ts';
import { appendAudit } from '../../store/audit.ts';
import type { AuditEntry } from '../../store/audit-chain.ts';
import type { Context } from '../context.ts';
import { createHasher, type NamedRecord } from './hash-ids.ts';

/** A request that changed nothing: a read, or something that was refused. */
export interface NotedRequest {
  readonly at: Date;
  readonly origin: Origin;
  readonly action: AuditAction;
  readonly entity: string | null;
  readonly object: string | null;
  /** Records that it named. Their ids are hashed before they are written. */
  readonly named: readonly NamedRecord[];
  readonly query: string | null;
  readonly publicationId: number | null;
  readonly count: number | null;
  /** HTTP status. */
  readonly status: number;
  /** Error code of a refusal. */
  readonly error: string | null;
}

/** Half of the second that a read may be late; the other half is for writing. */
const flushMs = 500;
/** Rows of one statement. */
const batchMax = 1_000;
/** Requests that may wait while the audit cannot be written, some 5 MB. Then reads are refused: none goes unrecorded. */
export const waitingMax = 10_000;
/** Addresses that are told apart among those who are turned away; anybody may knock. */
const addressesMax = 200;

export interface Trail {
  /** Throws `audit_unavailable` when what would be noted could not be kept any more. */
  admit(): void;
  /** Keeps it for the next batch, at most half a second. Costs no statement of its own. */
  note(request: NotedRequest): void;
  /** Writes what has been noted by now. False when that was not possible; it is tried again. */
  flush(): Promise<boolean>;
  /** Writes the rest. What cannot be written is said in the log. */
  stop(): Promise<void>;
}

/** Collects what is not written in a transaction of its own. */
export function createTrail(ctx: Pick<Context, 'store' | 'keys' | 'log'>): Trail {
  let waiting: NotedRequest[] = [];
  let turnedAway = new Map<string, NotedRequest>();
  let running: Promise<boolean> | undefined;
  let failing = false;

  /**
   * Those who knock without a key, or too often, are counted and not listed: else whoever likes could fill the audit.
   */
  function count(request: NotedRequest, attempts: number): void {
    const { action, error, status, origin } = request;
    const address = turnedAway.size < addressesMax ? origin.address : null;
    const key = [action, error, status, origin.actor.id, address].join(' ');
    const sum = (turnedAway.get(key)?.count ?? 0) + attempts;
    const one = { ...origin, address, requestId: null };
    const nothing = { object: null, named: [], query: null, publicationId: null };
    turnedAway.set(key, { ...request, ...nothing, origin: one, count: sum });
  }

  function note(request: NotedRequest): void {
    if (request.origin.actor.kind === 'nobody' || request.status === 429) count(request, 1);
    else waiting.push(request);
  }

  async function write(batch: readonly NotedRequest[]): Promise<void> {
    await ctx.store.db.transaction(async (tx) => {
      const hashesOf = await createHasher(
        ctx,
        tx,
        batch.flatMap(({ named }) => named),
      );
      await appendAudit(
        tx,
        ctx.keys.audit,
        batch.map((request) => entryOf(request, hashesOf(request.named))),
      );
    });
  }

  async function writeAll(): Promise<boolean> {
    while (waiting.length > 0 || turnedAway.size > 0) {
      const batch = waiting.slice(0, batchMax);
      const knocked = turnedAway;
      turnedAway = new Map();
      try {
        await write([...batch, ...knocked.values()]);
      } catch (error) {
        for (const request of knocked.values()) count(request, request.count ?? 1);
        if (!failing) ctx.log.error({ err: error }, 'the audit cannot be written');
        failing = true;
        return false;
      }
      waiting = waiting.slice(batch.length);
    }
    if (failing) ctx.log.warn('the audit can be written again');
    failing = false;
    return true;
  }

  function flush(): Promise<boolean> {
    running ??= writeAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  const timer = setInterval(flush, flushMs);
  return {
    admit() {
      if (waiting.length >= waitingMax) throw new RosterError('audit_unavailable');
    },
    note,
    flush,
    async stop() {
      clearInterval(timer);
      // A batch may be under way that does not have the last requests.
      await flush();
      if (await flush()) return;
      for (const { at, origin, action, status } of waiting) {
        const { actor, requestId } = origin;
        ctx.log.error({ at, actor: actor.id, requestId, action, status }, 'not in the audit');
      }
    },
  };
}

function entryOf(request: NotedRequest, ids: readonly string[]): AuditEntry {
  const { origin, named: _named, ...same } = request;
  const { actor, address, requestId } = origin;
  return {
    ...same,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    actorKey: actor.keyId,
    address,
    ids,
    requestId,
    detail: null,
  };
}
