import { inspectBundle, inspectLoneFile } from '../../csv/bundle.ts';
import { readRows } from '../../csv/read-rows.ts';
import type { LoneMode } from '../../model/bundle-files.ts';
import type { ImportSettings } from '../../model/import-settings.ts';
import type { Issue } from '../../model/issue.ts';
import { createSemaphore } from '../../model/semaphore.ts';
import { fileBytes, type KeptFile } from '../../store/file-bytes.ts';
import type { Sessions } from '../../store/session.ts';
import { analyzeStage, copyStage, createStage, stageLines } from '../../store/stage.ts';
import { insertIssues } from '../../store/stage-issues.ts';
import { isValidationId } from '../../store/validation-id.ts';
import { joinValidation } from '../../store/validations.ts';

/** What the staging thread is told. It crosses a thread border, and is never logged: it holds a key. */
export interface StageInput {
  readonly importId: string;
  readonly file: KeptFile;
  /** As the sender called the upload. */
  readonly fileName: string;
  /** Of a CSV file that came without a manifest; null for a zip. */
  readonly mode: LoneMode | null;
  readonly settings: ImportSettings;
}

/** What it found out. */
export interface StageResult {
  readonly profile: string | undefined;
  /** Data rows read, by CSV file, in the order of the registry. */
  readonly rows: Readonly<Record<string, number>>;
  /** CSV files that are delta. */
  readonly deltas: readonly string[];
  /** A file could not be read to its end. */
  readonly isCut: boolean;
  /** False when the bundle itself was refused, before any row was staged. */
  readonly staged: boolean;
}

export interface StageProgress {
  readonly step: 'inspect' | 'stage';
  readonly rowsDone: number;
  /** Estimated from the bytes read so far. */
  readonly rowsTotal: number;
}

/** Issues travel to the database in batches of this size. */
const issueBatch = 2_000;

/** Shorter files are joined well enough without statistics. */
const analyzedRows = 1_000;

/**
 * Steps "inspect" and "stage": reads the upload out of the database, checks every row by itself and copies it into
 * the import's staging tables. Memory does not grow with the file or with the number of issues.
 */
export async function stageBundle(
  input: StageInput,
  sessions: Sessions,
  onProgress: (progress: StageProgress) => void,
): Promise<StageResult> {
  const { importId, file: kept } = input;
  // COPY occupies its connection, so the upload is read and issues are written over another one.
  return sessions.use(async (reading) =>
    sessions.use(async (writing) => {
      if (isValidationId(importId)) for (const one of [reading, writing]) await joinValidation(one, importId);
      const inTurn = createSemaphore(1);
      let waiting: Issue[] = [];
      const flush = async () => {
        const issues = waiting;
        waiting = [];
        await inTurn(() => insertIssues(reading, importId, issues));
      };
      const report = (found: Issue) => {
        waiting.push(found);
      };

      onProgress({ step: 'inspect', rowsDone: 0, rowsTotal: 0 });
      const bytes = fileBytes(reading, kept, inTurn);
      const { settings, fileName: name, mode } = input;
      const bundle =
        mode === null
          ? await inspectBundle(bytes, settings, name)
          : await inspectLoneFile(bytes, settings, { name, mode });
      waiting.push(...bundle.issues);
      await flush();
      const { rulebook, files } = bundle;
      if (rulebook === undefined || bundle.issues.some((found) => found.level === 'error')) {
        return { profile: rulebook?.profile.id, rows: {}, deltas: [], isCut: false, staged: false };
      }

      const bytesTotal = files.reduce((sum, { entry }) => sum + entry.unpackedBytes, 0);
      const rows: Record<string, number> = {};
      let isCut = false;
      let rowsDone = 0;
      let bytesBefore = 0;
      for (const file of files) {
        const { entity, entry } = file;
        await createStage(writing, importId, entity);
        const copy = copyStage(writing, importId, entity);
        let count = 0;
        for await (const batch of readRows(file, rulebook, report)) {
          await copy.write(stageLines(batch.rows, batch.plain));
          isCut ||= batch.isCut === true;
          count += batch.read;
          rowsDone += batch.read;
          if (waiting.length >= issueBatch) await flush();
          const share = Math.min((bytesBefore + entry.bytesRead()) / Math.max(bytesTotal, 1), 1);
          onProgress({ step: 'stage', rowsDone, rowsTotal: Math.round(rowsDone / Math.max(share, 0.001)) });
        }
        await copy.end();
        if (count >= analyzedRows) await analyzeStage(writing, importId, entity);
        await flush();
        rows[entity.csvFile] = count;
        bytesBefore += entry.unpackedBytes;
      }
      const deltas = files.filter(({ mode }) => mode === 'delta').map(({ entry }) => entry.name);
      return { profile: rulebook.profile.id, rows, deltas, isCut, staged: true };
    }),
  );
}
