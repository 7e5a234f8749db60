import type { AuditAction } from '../model/audit.ts';
import { endpoints } from '../model/endpoints.ts';

/**
 * How an operation gets into the audit. Refusals are noted like reads, whatever the operation does.
 *
 * | how           | when it is written                                               | when it cannot be |
 * | ------------- | ---------------------------------------------------------------- | --------------- |
 * | `read`        | within a second, in batches                                      | refused once 10,000 wait |
 * | `export`      | before the first byte of the answer                              | refused |
 * | `transaction` | by its service, in the transaction of the change (`recordAction`) | refused |
 */
export interface AuditedOperation {
  readonly action: AuditAction;
  /** Kind of what it is done to. */
  readonly entity: string;
  readonly how: 'read' | 'export' | 'transaction';
  /** The path parameter that names a thing of the hub. */
  readonly object?: 'id' | 'name';
}

/** Operations that tell nothing of anybody. */
type Unaudited = 'public';

const ofImport = (
  action: AuditAction,
  how: AuditedOperation['how'],
  object: 'id' | undefined = 'id',
): AuditedOperation => ({ action, entity: 'import', how, ...(object === undefined ? {} : { object }) });

const own: Readonly<Record<string, AuditedOperation | Unaudited>> = {
  getHealth: 'public',
  getReadiness: 'public',
  getLiveness: 'public',
  listTemplates: 'public',
  downloadTemplate: 'public',
  getToken: { action: 'token.issue', entity: 'client', how: 'read' },

  startImport: ofImport('import.upload', 'transaction', undefined),
  listImports: ofImport('import.list', 'read', undefined),
  getImport: ofImport('import.read', 'read'),
  validateFile: ofImport('import.validate', 'read', undefined),
  publishImport: ofImport('import.publish', 'transaction'),
  approveImport: ofImport('import.approve', 'transaction'),
  discardImport: ofImport('import.discard', 'transaction'),
  cancelImport: ofImport('import.cancel', 'transaction'),
  getProposal: ofImport('changes.read', 'read'),
  listChanges: ofImport('changes.read', 'read'),
  downloadChanges: ofImport('changes.download', 'export'),
  getReport: ofImport('report.read', 'read'),
  listIssues: ofImport('report.read', 'read'),
  downloadCauses: ofImport('report.download', 'export'),
  downloadIssues: ofImport('report.download', 'export'),
  downloadFile: ofImport('upload.download', 'export'),
  downloadUpload: ofImport('upload.download', 'transaction'),
  listDownloads: ofImport('upload.downloads', 'read'),

  exportRoster: { action: 'export.download', entity: 'roster', how: 'export' },
  startExport: { action: 'export.start', entity: 'export', how: 'transaction' },
  getExport: { action: 'export.read', entity: 'export', how: 'read', object: 'id' },
  downloadExport: { action: 'export.download', entity: 'export', how: 'transaction', object: 'id' },

  downloadSheet: { action: 'export.download', entity: 'roster', how: 'export' },
  listUnmappedCharacters: { action: 'export.read', entity: 'roster', how: 'read' },

  listClients: { action: 'client.list', entity: 'client', how: 'read' },
  getClient: { action: 'client.read', entity: 'client', how: 'read', object: 'id' },
  testAddress: { action: 'client.read', entity: 'client', how: 'read', object: 'id' },
  createClient: { action: 'client.create', entity: 'client', how: 'transaction' },
  changeClient: { action: 'client.change', entity: 'client', how: 'transaction', object: 'id' },
  revokeClient: { action: 'client.revoke', entity: 'client', how: 'transaction', object: 'id' },
  listKeys: { action: 'key.list', entity: 'key', how: 'read' },
  getKey: { action: 'key.read', entity: 'key', how: 'read', object: 'id' },
  createKey: { action: 'key.create', entity: 'key', how: 'transaction' },
  rollKey: { action: 'key.roll', entity: 'key', how: 'transaction', object: 'id' },
  revokeKey: { action: 'key.revoke', entity: 'key', how: 'transaction', object: 'id' },

  erasePerson: { action: 'person.erase', entity: 'erasure', how: 'transaction' },
  listErasures: { action: 'erasure.list', entity: 'erasure', how: 'read' },
  getErasure: { action: 'erasure.read', entity: 'erasure', how: 'read', object: 'id' },
  releaseErasure: { action: 'erasure.release', entity: 'erasure', how: 'transaction', object: 'id' },
  restrictPerson: { action: 'person.restrict', entity: 'restriction', how: 'transaction' },
  liftRestriction: { action: 'person.lift', entity: 'restriction', how: 'transaction' },
  listRestrictions: { action: 'restriction.list', entity: 'restriction', how: 'read' },

  listAudit: { action: 'audit.read', entity: 'audit', how: 'read' },
  downloadAudit: { action: 'audit.download', entity: 'audit', how: 'export' },
  getAuditVerification: { action: 'audit.read', entity: 'audit', how: 'read' },

  searchPersons: { action: 'person.search', entity: 'users', how: 'read' },
  getPerson: { action: 'person.read', entity: 'users', how: 'export' },
  downloadPerson: { action: 'person.read', entity: 'users', how: 'export' },

  correctPerson: { action: 'person.correct', entity: 'users', how: 'transaction' },
  listCorrections: { action: 'correction.list', entity: 'users', how: 'read' },

  getIncident: { action: 'incident.read', entity: 'client', how: 'export' },
  downloadIncident: { action: 'incident.read', entity: 'client', how: 'export' },

  getProcessing: { action: 'processing.read', entity: 'hub', how: 'read' },
  downloadProcessing: { action: 'processing.read', entity: 'hub', how: 'export' },
  getRetention: { action: 'retention.read', entity: 'hub', how: 'read' },

  listSources: { action: 'source.list', entity: 'source', how: 'read' },
  getSource: { action: 'source.read', entity: 'source', how: 'read', object: 'name' },
  changeSource: { action: 'source.change', entity: 'source', how: 'transaction', object: 'name' },
  listPublications: { action: 'publication.list', entity: 'publication', how: 'read' },
  undoPublication: { action: 'publication.undo', entity: 'publication', how: 'transaction', object: 'id' },
};

/** What each operation is in the audit, by operationId. None may be missing: `test/surface/audit.test.ts`. */
export const auditedOperations: ReadonlyMap<string, AuditedOperation | Unaudited> = new Map([
  ...Object.entries(own),
  ...endpoints.map(({ operationId, entity }): [string, AuditedOperation] => [
    operationId,
    { action: 'roster.read', entity: entity.name, how: 'read' },
  ]),
]);
