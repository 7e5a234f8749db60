import type { Permission } from '../../model/reach.ts';
import { type KeyRole, keyRoles, rosterScopes, type Scope, scopes } from '../../model/scope.ts';
import type { Db } from '../../store/client.ts';
import type { ClientRecord } from '../../store/clients.ts';
import { listClientChanges } from '../../store/incident-reads.ts';

/** What a client was allowed in a time. */
export interface Permissions {
  /** Every role and set of scopes that it had. */
  readonly had: readonly Permission[];
  /** False where the audit does not say what was changed from: then everything that scopes can open is assumed. */
  readonly certain: boolean;
}

/** Of a detail, the role and scopes before the change; `unknown` where they changed and it does not say. */
function readBefore(detail: string | null): Permission | 'unknown' | undefined {
  const { changed = [], before } = JSON.parse(detail ?? '{}') as {
    readonly changed?: readonly string[];
    readonly before?: { readonly role: string; readonly scopes: readonly string[] };
  };
  if (!changed.includes('role') && !changed.includes('scopes')) return undefined;
  const role: KeyRole | undefined = keyRoles.find((one) => one === before?.role);
  if (before === undefined || role === undefined) return 'unknown';
  const isScope = (text: string): text is Scope => (scopes as readonly string[]).includes(text);
  return { role, scopes: before.scopes.filter(isScope) };
}

/**
 * All that a client was allowed at any moment of a time: what each change in it, and the first one after it, changed
 * from; and what it is allowed now where nothing was changed since.
 */
export async function findPermissions(
  db: Db,
  client: ClientRecord,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Permissions> {
  const changes = (await listClientChanges(db, client.id, from)).flatMap(({ at, detail }) => {
    const before = readBefore(detail);
    return before === undefined ? [] : [{ at, before }];
  });
  const after = changes.findIndex(({ at }) => at >= to);
  const counted = after === -1 ? changes : changes.slice(0, after + 1);
  const known = counted.flatMap(({ before }) => (before === 'unknown' ? [] : [before]));
  const certain = known.length === counted.length;
  return {
    certain,
    had: [
      ...known,
      ...(after === -1 ? [{ role: client.role, scopes: client.scopes }] : []),
      ...(certain ? [] : [{ role: client.role, scopes: rosterScopes }]),
    ],
  };
}
