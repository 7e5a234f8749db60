import type { Session } from './session.ts';

/**
 * Exports that are being made may show what an amendment takes away: they are made anew, and what their present runner
 * still writes is not kept. None begins before the transaction of the amendment has ended.
 */
export async function interruptExports(session: Session): Promise<void> {
  await session.query('LOCK TABLE exports IN SHARE ROW EXCLUSIVE MODE');
  await session.query(`UPDATE exports SET state = 'queued', attempt = attempt + 1 WHERE state = 'running'`);
}
