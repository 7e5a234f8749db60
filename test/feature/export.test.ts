import { expect, test } from 'vitest';
import { boardBuffer } from '../../scripts/board/write-board.ts';
import { unzipFiles } from '../../scripts/board/zip-files.ts';
import { exported, recordsOf, streamed, streamedFiles } from '../support/exports.ts';
import { startTestHub } from '../support/test-hub.ts';

const board = { people: 300, seed: 6, demographics: true, userProfiles: true };

/** Rows in any order, since an export is in the order of sourcedIds. */
const sorted = (text = '') => text.split('\r\n').toSorted();

test('an import comes back as it was: every file, every value, the header bare and the values quoted', async () => {
  await using hub = await startTestHub();
  const zip = await boardBuffer(board);
  expect(await hub.client.importZip(zip)).toMatchObject({ state: 'published', issues: { warnings: 0 } });
  const sent = new Map([...(await unzipFiles(zip))].map(([name, bytes]) => [name, bytes.toString()]));
  const files = await streamedFiles(hub.client);
  console.log([...files.keys()], [...sent.keys()], files.get('manifest.csv'));
  expect([...files.keys()].toSorted()).toEqual([...sent.keys()].toSorted());
  for (const [name, text] of files) {
    if (name === 'manifest.csv') continue;
    expect(sorted(text), name).toEqual(sorted(sent.get(name)));
  }
  const view = await exported(hub.client);
  console.log(JSON.stringify(view, null, 1));
});
