import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { rules } from '../../src/model/rules/index.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import type { IssueView } from '../support/hub-client.ts';
import { bundleRuleCases } from '../support/rule-cases/bundle-rules.ts';
import { recordRuleCases } from '../support/rule-cases/record-rules.ts';
import type { RuleCase } from '../support/rule-cases/rule-case.ts';
import { startTestHub, type TestHub } from '../support/test-hub.ts';

const cases: Readonly<Record<string, RuleCase>> = { ...bundleRuleCases, ...recordRuleCases };
const usualName = 'RO_20260401_06.zip';

let hub: TestHub;
let board: EditableBundle;

beforeAll(async () => {
  hub = await startTestHub();
  board = await EditableBundle.of(await boardBuffer({ people: 60, seed: 5 }));
});

afterAll(() => hub.stop());

async function judge(zip: Buffer, { name = usualName, fields = {} }: Partial<RuleCase> = {}) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(zip)]), name);
  const response = await fetch(`${hub.client.url}/csv/validate?limit=1000`, {
    method: 'POST',
    headers: { authorization: `Bearer ${hub.client.key}` },
    body: form,
  });
  expect(response.status).toBe(200);
  const { issues }: { issues: IssueView[] } = JSON.parse(await response.text());
  return issues
    .map(({ file, line, column, code, level }) => [file, line, column, code, level])
    .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
}

test('every rule of the profile has a bundle that breaks it', () => {
  expect(Object.keys(cases).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});

test('the bundle that they begin with breaks none', async () => {
  expect(await judge(await board.zip())).toEqual([]);
});

describe.each(Object.entries(cases))('%s', (id, one) => {
  test('broken, is told where and how much it matters, and nothing else is', async () => {
    const broken = board.copy();
    const expected = one
      .breaks(broken)
      .map(([file, line, column, level, code = id]) => [file, line, column, code, level])
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1));
    const zip = await broken.zip();
    expect(expected.map(([, , , code]) => code)).toContain(id);
    expect(await judge(one.bytes?.(zip) ?? zip, one)).toEqual(expected);
  });

  const { keeps } = one;
  if (keeps === undefined) return;
  test('nearly broken, is kept', async () => {
    const kept = board.copy();
    keeps(kept);
    const told = await judge(await kept.zip());
    expect(told.map(([, , , code]) => code)).not.toContain(id);
  });
});
