import { expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { EditableBundle } from '../support/editable-bundle.ts';
import { findSpreadsheet, openedInSpreadsheet } from '../support/spreadsheet.ts';
import { startTestHub } from '../support/test-hub.ts';

const noSpreadsheet = 'skipped: this machine has no LibreOffice, and SOFFICE names none';

const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠1',
  '=HYPERLINK("http://x","y")',
];

const isFormula = (sheet: string) => /table:formula=/.test(sheet);

test('a file given back, opened in a spreadsheet: Japanese intact, one cell each, and none of them a formula', async ({
  skip,
}) => {
  const executable = findSpreadsheet();
  if (executable === undefined) {
    // Reporters that show few lines do not show the reason of a skip.
    process.stderr.write(`${noSpreadsheet}\n`);
    return skip(noSpreadsheet);
  }
  await using hub = await startTestHub();
  const board = await EditableBundle.of(await boardBuffer({ people: 20, seed: 4 }));
  for (const [at, formula] of formulas.entries()) {
    board.set('users.csv', at + 2, { preferredGivenName: formula, enabledUser: at === 0 ? '=2+2' : 'true' });
  }
  board.set('users.csv', 3, { givenName: '𠮷花', familyName: '髙﨑' });
  const { id, state } = await hub.client.importZip(await board.zip());
  expect(state).toBe('rejected');
  const files: Record<string, Buffer> = { control: Buffer.from('\uFEFF"あ","=1+1"\r\n') };
  for (const path of ['files/users.csv', 'issues.csv', 'causes.csv']) {
    const response = await hub.client.get(`/csv/import/${id}/${path}`);
    expect(response.status).toBe(200);
    files[path] = Buffer.from(await response.arrayBuffer());
  }
  const { control = '', ...sheets } = await openedInSpreadsheet(executable, files);
  // That the spreadsheet does run formulas is what makes the rest mean something.
  expect(isFormula(control)).toBe(true);
  for (const [path, sheet] of Object.entries(sheets)) {
    expect(isFormula(sheet), path).toBe(false);
    expect(sheet).toContain(path.startsWith('files') ? '直し方' : '内容');
    expect(sheet).not.toContain('\uFFFD');
  }
  const users = sheets['files/users.csv'] ?? '';
  for (const text of ['𠮷花', '髙﨑', 'エラー', '列 enabledUser の「=2+2」は使えません。']) {
    expect(users).toContain(`<text:p>${text}</text:p>`);
  }
  for (const formula of formulas) expect(users).toContain(formula.replaceAll('"', '&quot;'));
});
