import { writeFile } from 'node:fs/promises';
import { rulesPage, rulesPageFile } from './rules-page/render-page.ts';

/** Writes docs/rules.md from the tables of rules and faults. */
await writeFile(rulesPageFile, rulesPage());
