import { parseConfig } from '../../src/config.ts';
import {
  type AuditAction,
  auditActionNames,
  auditActions,
  auditFaults,
  type BadRow,
} from '../../src/model/audit.ts';
import { AnchorError, anchorText, parseAnchor, readAnchors } from '../../src/services/audit/anchors.ts';
import { auditCsvTexts } from '../../src/services/audit/audit-csv.ts';
import { dropAudit, dropHorizon } from '../../src/services/audit/drop-audit.ts';
import { recordBefore } from '../../src/services/audit/record-action.ts';
import { type AuditSearch, streamAudit } from '../../src/services/audit/search-audit.ts';
import { verifyAudit } from '../../src/services/audit/verify-audit.ts';
import type { ChainEnd } from '../../src/store/audit-chain.ts';
import {
  type Commands,
  commandOrigin,
  instantOf,
  type Options,
  printRow,
  SaidError,
  termOf,
  UsageError,
} from './command.ts';

function fail({ seq, fault }: BadRow): never {
  const [ja, en] = auditFaults[fault];
  process.stdout.write(`最初におかしい記録 / first bad row: ${seq}\n${ja} / ${en}\n`);
  throw new SaidError();
}

/** `--head 1234:9f…`, `--head FILE`, or the file of the configuration. */
async function anchorsOf(head: string | undefined): Promise<ChainEnd[]> {
  const one = head === undefined ? undefined : parseAnchor(head);
  if (one !== undefined) return [one];
  const path = head ?? parseConfig(process.env).auditHeadFile;
  if (path === undefined) return [];
  try {
    return await readAnchors(path);
  } catch (error) {
    const line = error instanceof AnchorError ? ` (${error.line} 行目 / line ${error.line})` : '';
    throw new UsageError(`--head: ${path} を読めません / cannot be read${line}`);
  }
}

function searchOf(options: Options): AuditSearch {
  const action: AuditAction | undefined = termOf(options, 'action', auditActionNames);
  const { person, client: actor } = options;
  return { person, actor, action, from: instantOf(options, 'from'), to: instantOf(options, 'to') };
}

/** `2026-04` -> `2026-04-01`, no later than what must be kept; without it, that. */
function monthOf(text: string | undefined, horizon: string): string {
  if (text === undefined) return horizon;
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : undefined;
  if (month !== undefined && month <= horizon) return month;
  const last = horizon.slice(0, 7);
  throw new UsageError(
    `--before: ${last} までの月 YYYY-MM（AUDIT_DAYS の間は消せません） / a month YYYY-MM up to ${last}: the rest is kept for AUDIT_DAYS`,
  );
}

/** Who did what. */
export const auditCommands: Commands = {
  'audit list': {
    options: ['person', 'client', 'action', 'from', 'to'],
    flags: ['csv'],
    takesId: false,
    parse(options, _id, { flags }) {
      const search = searchOf(options);
      return async (store, keys) => {
        const ctx = { store, keys, origin: commandOrigin() };
        const named = search.person === undefined ? [] : [{ entity: 'users', sourcedId: search.person }];
        await recordBefore(ctx, { action: 'audit.read', entity: 'audit', named });
        const batches = streamAudit(ctx, search);
        if (flags.has('csv')) {
          for await (const text of auditCsvTexts(batches)) process.stdout.write(text);
          return;
        }
        for await (const batch of batches) {
          for (const one of batch) {
            const actor = one.actorName ?? one.actorId ?? one.actorKind;
            const [what] = auditActions[one.action] ?? [one.action];
            const facts = [one.entity, one.object, one.query, one.count, one.error].map((fact) =>
              String(fact ?? '-'),
            );
            printRow(String(one.seq), one.at.toISOString(), actor, one.address ?? '-', what, ...facts);
          }
        }
      };
    },
  },
  'audit verify': {
    options: ['head'],
    takesId: false,
    parse: (options) => async (store, keys) => {
      const anchors = await anchorsOf(options.head);
      const { rows, end, bad } = await verifyAudit({ store, keys }, { anchors });
      if (bad !== undefined) fail(bad);
      printRow('書き込まれたとおりです / as it was written', String(rows), anchorText(end));
    },
  },
  'audit drop': {
    options: ['before', 'head'],
    takesId: false,
    asOwner: true,
    parse: (options) => {
      if (options.before === undefined) throw new UsageError('--before: YYYY-MM');
      return async (store, keys) => {
        const { auditDays } = parseConfig(process.env);
        const before = monthOf(options.before, dropHorizon(new Date(), auditDays));
        const anchors = await anchorsOf(options.head);
        const ctx = { store, keys, origin: commandOrigin() };
        const outcome = await dropAudit(ctx, before, { anchors });
        if ('bad' in outcome) fail(outcome.bad);
        printRow('消した月 / months dropped', String(outcome.dropped.length), String(outcome.rows));
      };
    },
  },
};
