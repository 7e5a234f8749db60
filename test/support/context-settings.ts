/** Settings of a context as a hub without any setting has them. */
export const contextSettings = {
  tombstoneDays: 400,
  uploadDays: 90,
  exportDays: 7,
  reportDays: 400,
  auditDays: 1_096,
  auditHeadFile: undefined,
  organization: undefined,
  measures: { https: false, trustedProxies: 0, corsOrigins: 0, ownerApart: false, auditHeadFile: false },
} as const;
