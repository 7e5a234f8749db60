import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);

const listing = `
  import { registerHooks } from 'node:module';
  registerHooks({
    load(url, context, next) {
      console.log(url);
      return next(url, context);
    },
  });
  await import(process.argv[1]);
`;

test('what every import loads into a thread of its own is little: Drizzle alone would take longer than a small board', async () => {
  const module = new URL('../../../src/services/imports/stage-bundle.ts', import.meta.url).href;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', listing, module]);
  const loaded = stdout.split('\n');
  expect(loaded).toContainEqual(expect.stringContaining('/src/csv/read-rows.ts'));
  expect(loaded.filter((url) => /node_modules\/(drizzle-orm|postgres|zod|hono|pg-boss)\//.test(url))).toEqual(
    [],
  );
});
