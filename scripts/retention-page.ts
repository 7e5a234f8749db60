import { writeFile } from 'node:fs/promises';
import { retentionPage, retentionPageFile } from './retention-page/render-page.ts';

/** Writes docs/retention.md from the table of retention classes. */
await writeFile(retentionPageFile, retentionPage());
