import { expect, test } from 'vitest';
import { zipFiles } from '../../scripts/board/zip-files.ts';
import { query } from '../support/embedded-folder.ts';
import { startTestHub } from '../support/test-hub.ts';
import { manifestText, tableText } from '../support/text-bundle.ts';

const header = 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId';
const sources = ['a', 'b', 'c'];
const atOnce = 10;
/** Fifty take a quarter of an hour. */
const rounds = Number(process.env.IMPORT_ROUNDS ?? 2);

/** Six orgs of a source, all of one name. */
function bundle(source: string, name: string): Promise<Buffer> {
  const rows = [1, 2, 3, 4, 5, 6].map((n) => [`${source}-${n}`, '', '', name, 'school', '', '']);
  return zipFiles([
    { name: 'manifest.csv', content: manifestText('orgs.csv') },
    { name: 'orgs.csv', content: tableText(header, rows) },
  ]);
}

test('ten imports at once of three sources, again and again: in the order received, and readers see whole publications', {
  timeout: 60_000 + rounds * 60_000,
}, async () => {
  await using hub = await startTestHub();
  const { client } = hub;
  const torn: string[] = [];
  let isBusy = true;
  const read = async () => {
    while (isBusy) {
      const { records } = await client.walk('orgs', 'limit=4');
      for (const source of sources) {
        const own = records.filter(({ sourcedId }) => sourcedId.startsWith(source));
        const names = new Set(own.map(({ name }) => String(name)));
        if (names.size > 1 || ![0, 6].includes(own.length)) torn.push([...names, own.length].join(' '));
      }
    }
  };
  const reading = read();
  const ids: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const sent = Array.from({ length: atOnce }, async (_, number) => {
      const source = sources[number % sources.length] ?? 'a';
      return client.send(await bundle(source, `${round}-${number}`), source);
    });
    ids.push(...(await Promise.all(sent)));
  }
  for (const id of ids) expect((await client.finished(id)).state).toBe('published');
  isBusy = false;
  await reading;
  expect(torn).toEqual([]);
  const order = await query(
    hub.databaseUrl,
    'SELECT i.id FROM publications p JOIN imports i ON i.id = p.import_id ORDER BY i.seq',
  );
  const published = await query(
    hub.databaseUrl,
    'SELECT p.import_id AS id FROM publications p ORDER BY p.id',
  );
  expect(published).toEqual(order);
  expect(published).toHaveLength(rounds * atOnce);
  expect(hub.logLines.filter((line) => /deadlock|"level":"(error|fatal)"/.test(line))).toEqual([]);
});
