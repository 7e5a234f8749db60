import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const names = ['soffice', 'libreoffice'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The machine's own LibreOffice, if it has one. `SOFFICE` names another. */
export function findSpreadsheet(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.SOFFICE ?? '', ...found].find((path) => path !== '' && isExecutable(path));
}

/** CSV files opened by it as people do, and saved as flat XML that shows values and formulas; by name. */
export async function openedInSpreadsheet(
  executable: string,
  files: Readonly<Record<string, Buffer>>,
): Promise<Readonly<Record<string, string>>> {
  const folder = await mkdtemp(join(tmpdir(), 'rosterhub-sheet-'));
  const names = Object.keys(files);
  const place = (name: string, extension: string) => join(folder, `${names.indexOf(name)}.${extension}`);
  try {
    for (const [name, csv] of Object.entries(files)) await writeFile(place(name, 'csv'), csv);
    await run(
      executable,
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        ...['--headless', '--norestore', '--convert-to', 'fods'],
        // Comma, double quote, UTF-8, from line 1; numbers and formulas are looked for, as Excel does.
        ...['--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true'],
        ...['--outdir', folder, ...names.map((name) => place(name, 'csv'))],
      ],
      { timeout: 180_000 },
    );
    const sheets: Record<string, string> = {};
    for (const name of names) sheets[name] = await readFile(place(name, 'fods'), 'utf8');
    return sheets;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
