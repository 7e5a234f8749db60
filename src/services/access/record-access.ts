import { hubOrigin } from '../../model/audit.ts';
import type { Tx } from '../../store/client.ts';
import { type AuditedAction, recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';

/** What verbs of access need. Without an origin it is the hub that asks. */
export type AccessContext = Pick<Context, 'store' | 'keys'> & Partial<Pick<Context, 'origin'>>;

/** Writes down what the transaction does to a client or to what it proves itself with. */
export function recordAccess(
  { keys, origin = hubOrigin }: AccessContext,
  tx: Tx,
  what: Pick<AuditedAction, 'action' | 'object'> & { readonly detail?: object },
): Promise<void> {
  const { action, object, detail } = what;
  const entity = action.startsWith('client.') ? 'client' : 'key';
  const text = detail === undefined ? undefined : JSON.stringify(detail);
  return recordAction({ keys, origin }, tx, { action, object, entity, detail: text });
}
