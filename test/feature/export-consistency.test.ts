import { expect, test } from 'vitest';
import { unzipFiles } from '../../scripts/board/zip-files.ts';
import { newSeed, randomBoard } from '../support/random-board.ts';
import { startTestHub } from '../support/test-hub.ts';

const imports = 20;

test('an export during twenty imports is exactly one publication', { timeout: 240_000 }, async () => {
  const seed = newSeed();
  await using hub = await startTestHub();
  const { client } = hub;
  await client.importZip(await randomBoard(seed, 0, { people: 60 }));
  const seen: { publication: string; bytes: Buffer }[] = [];
  let isBusy = true;
  const reading = (async () => {
    while (isBusy) {
      const answer = await client.get('/csv/export');
      const publication = answer.headers.get('x-publication-id') ?? '';
      seen.push({ publication, bytes: Buffer.from(await answer.arrayBuffer()) });
    }
  })();
  for (let turn = 1; turn <= imports; turn += 1) {
    expect(
      await client.importZip(await randomBoard(seed, turn, { people: 60 })),
      `seed ${seed}`,
    ).toMatchObject({
      state: 'published',
    });
  }
  isBusy = false;
  await reading;
  const publications = new Set(seen.map(({ publication }) => publication));
  expect(publications.size, `seed ${seed}`).toBeGreaterThan(3);
  for (const publication of publications) {
    const answer = await client.get(`/csv/export?asOf=${publication}`);
    const wanted = Buffer.from(await answer.arrayBuffer());
    expect((await unzipFiles(wanted)).size).toBe(10);
    for (const { bytes } of seen.filter((one) => one.publication === publication)) {
      expect(bytes.equals(wanted), `seed ${seed}, publication ${publication}`).toBe(true);
    }
  }
});
