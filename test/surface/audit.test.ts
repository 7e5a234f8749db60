import { expect, test } from 'vitest';
import { auditedOperations } from '../../src/http/audited-operations.ts';
import { auditActionNames } from '../../src/model/audit.ts';
import { endpoints } from '../../src/model/endpoints.ts';
import { type DocumentView, documentApp, operationsIn } from '../support/document-app.ts';

async function operationIds(): Promise<string[]> {
  const response = await documentApp().request('/openapi.json');
  const document: DocumentView = JSON.parse(await response.text());
  return operationsIn(document).map(({ operation }) => operation.operationId ?? '');
}

test('every operation says what it is in the audit, and nothing else does', async () => {
  expect([...auditedOperations.keys()].toSorted()).toEqual((await operationIds()).toSorted());
});

test('every read of the rostering service is written down', () => {
  for (const { operationId, entity } of endpoints) {
    const expected = { action: 'roster.read', entity: entity.name, how: 'read' };
    expect(auditedOperations.get(operationId)).toEqual(expected);
  }
});

test('what is open to everybody is exactly what tells nothing of anybody', () => {
  const open = [...auditedOperations].flatMap(([id, operation]) => (operation === 'public' ? [id] : []));
  expect(open).toEqual(['getHealth', 'getReadiness', 'getLiveness', 'listTemplates', 'downloadTemplate']);
});

test('audited.txt: how each operation gets into the audit', async () => {
  const lines = [...auditedOperations].map(([id, operation]) =>
    operation === 'public' ? `${id} -` : `${id} ${operation.action} ${operation.entity} ${operation.how}`,
  );
  for (const operation of auditedOperations.values()) {
    if (operation !== 'public') expect(auditActionNames).toContain(operation.action);
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('__snapshots__/audited.txt');
});
