import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { hubArguments, hubEnvironment, projectFolder } from '../../scripts/hub-command.ts';

test('the image starts the hub as npm start does', async () => {
  const text = await readFile(`${projectFolder}/Dockerfile`, 'utf8');
  const command: string[] = JSON.parse(/^CMD (\[.+\])$/m.exec(text)?.[1] ?? '[]');
  expect(command).toEqual(['node', ...hubArguments()]);
  const settings = /^ENV (.+)$/m.exec(text)?.[1]?.split(' ') ?? [];
  const start = Object.entries(hubEnvironment()).map(([name, value]) => `${name}=${value}`);
  expect(start.length).toBeGreaterThan(0);
  expect(settings).toEqual(expect.arrayContaining(start));
});
