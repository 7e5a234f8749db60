import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Writes biome.json. The floors of the house are said once, here, as "who may import whom"; everything that is not
 * allowed becomes an error of `noRestrictedImports`.
 */

/** Rooms of src, and the rooms that each may import. Its own files are always allowed. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  model: ['errors'],
  query: ['model', 'errors'],
  csv: ['model', 'errors'],
  json: ['model', 'errors'],
  store: ['model', 'query', 'errors', 'log', 'config'],
  services: ['model', 'query', 'csv', 'json', 'store', 'errors', 'log', 'config'],
  http: ['model', 'query', 'csv', 'json', 'store', 'services', 'errors', 'log', 'config'],
  jobs: ['model', 'store', 'services', 'errors', 'log', 'config'],
};
/** Files of src that stand for a floor of their own. */
const topFiles = ['errors', 'log', 'config', 'database', 'server', 'hub', 'main'];

/** Packages that only these rooms may know. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'iconv-lite': ['csv'],
  'drizzle-orm': ['store', 'jobs'],
  postgres: ['store'],
  pg: ['store'],
  'pg-copy-streams': ['store'],
  'pg-boss': ['jobs'],
  hono: ['http'],
  '@hono/node-server': [],
  busboy: ['http'],
  jose: ['services'],
  papaparse: ['csv'],
  yauzl: ['csv'],
  'zip-stream': ['csv'],
};

function forbidden(room: string): { group: string[]; message: string }[] {
  const allowed = rooms[room] ?? [];
  const others = [...Object.keys(rooms), ...topFiles].filter(
    (name) => name !== room && !allowed.includes(name),
  );
  const paths = others.flatMap((name) =>
    topFiles.includes(name) ? [`**/../${name}.ts`] : [`**/../${name}/**`],
  );
  const foreign = Object.entries(packages)
    .filter(([, users]) => !users.includes(room))
    .flatMap(([name]) => [name, `${name}/**`]);
  return [
    { group: paths, message: `${room}/ imports only ${allowed.join(', ')}: imports go down the floors.` },
    { group: foreign, message: `${room}/ does not know this package.` },
  ];
}

const config = {
  $schema: './node_modules/@biomejs/biome/configuration_schema.json',
  vcs: { enabled: true, clientKind: 'git', useIgnoreFile: true },
  files: {
    includes: [
      '**',
      '!drizzle/meta',
      '!package-lock.json',
      '!**/__snapshots__',
      '!biome.json',
      '!src/http/docs/examples.json',
    ],
  },
  formatter: { indentStyle: 'space', indentWidth: 2, lineWidth: 110 },
  javascript: { formatter: { quoteStyle: 'single' } },
  linter: {
    rules: {
      preset: 'recommended',
      suspicious: { noExplicitAny: 'error', noConsole: 'error', noTemplateCurlyInString: 'off' },
      style: { noNonNullAssertion: 'error', useImportType: 'error', noDefaultExport: 'error' },
      correctness: { noUnusedImports: 'error', noUnusedVariables: 'error' },
    },
  },
  overrides: [
    {
      includes: ['*.config.ts', 'test/support/database-server.ts'],
      linter: { rules: { style: { noDefaultExport: 'off' } } },
    },
    {
      includes: ['scripts/**'],
      linter: { rules: { suspicious: { noConsole: 'off' } } },
    },
    ...Object.keys(rooms).map((room) => ({
      includes: [`src/${room}/**`],
      linter: {
        rules: { style: { noRestrictedImports: { level: 'error', options: { patterns: forbidden(room) } } } },
      },
    })),
    {
      includes: ['src/**', '!src/main.ts'],
      linter: { rules: { style: { noProcessEnv: 'error' } } },
    },
  ],
};

const path = join(dirname(createRequire(import.meta.url).resolve('../package.json')), 'biome.json');
const text = JSON.stringify(config, null, 2);
if (process.argv.includes('--check')) {
  // By content: Biome formats its own configuration as it formats everything.
  if (JSON.stringify(JSON.parse(readFileSync(path, 'utf8')), null, 2) !== text) {
    process.stderr.write('biome.json is not what scripts/lint-config.ts writes: run `npm run lint-config`\n');
    process.exit(1);
  }
} else {
  writeFileSync(path, `${text}\n`);
  process.stdout.write('biome.json\n');
}
