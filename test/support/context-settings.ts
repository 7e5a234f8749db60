import { hubOrigin } from '../../src/model/audit.ts';
import type { Context } from '../../src/services/context.ts';

/** What a test's context has beside its database and keys. */
export const contextSettings: Omit<Context, 'store' | 'log' | 'staging' | 'keys'> = {
  origin: hubOrigin,
  publicUrl: '',
  rateLimit: { perHour: 3_600, perSecond: 60 },
  tombstoneDays: 400,
  uploadDays: 90,
  exportDays: 7,
  reportDays: 400,
  auditDays: 1_096,
  auditHeadFile: undefined,
  organization: undefined,
  measures: { https: false, trustedProxies: 0, corsOrigins: 0, ownerApart: false, auditHeadFile: false },
  today: () => '2026-04-01',
  enqueueImport: async () => undefined,
  enqueueExport: async () => undefined,
};
