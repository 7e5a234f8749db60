import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** Of a whole prefecture, for a zip in which no board is found. */
const otherwise = 'RO_20260401_01.zip';

/** The name that the Japan profile asks for (JP-F-005, JP-F-006): `RO_20260401_052019.zip`. */
export async function zipNameOf(zip: Buffer): Promise<string> {
  try {
    const opened = await fromBufferPromise(zip);
    for await (const entry of opened.eachEntry()) {
      if (entry.fileName !== 'orgs.csv') continue;
      const orgs = (await buffer(await opened.openReadStreamPromise(entry))).toString();
      const code = /[",](\d{6})[",]/.exec(orgs)?.[1];
      return code === undefined ? otherwise : `RO_20260401_${code}.zip`;
    }
  } catch {
    // Many a test sends what is no zip.
  }
  return otherwise;
}
