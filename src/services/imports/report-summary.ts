import { type Cause, causeTexts, counted, countedRows } from '../../model/cause.ts';
import { correctionTexts } from '../../model/correction.ts';
import type { ImportReport } from '../../model/import-report.ts';
import { type ChangeKind, holdTexts } from '../../model/proposal.ts';
import type { ImportRecord } from '../../store/imports.ts';

/** Of many schools, the first reasons are enough to see what is wrong. */
const reasonsShown = 5;

/** A text in both languages. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** The end of a sentence goes where it is put into another: `…です。` -> `…です` */
function clause(text: string): string {
  return text.replace(/[。.：:]+$/u, '');
}

function firstStep(cause: Cause | undefined): Bilingual {
  if (cause === undefined) return { ja: '', en: '' };
  const { message } = causeTexts(cause);
  const file = cause.file === '' ? { ja: 'ZIP', en: 'the zip' } : { ja: cause.file, en: cause.file };
  return {
    ja: `まず ${file.ja} の「${clause(message.ja)}」から直してください。`,
    en: ` Begin with ${file.en}: ${clause(message.en)}.`,
  };
}

function rejected({ byFile, causes }: ImportReport, first: Cause | undefined): Bilingual {
  // Lines of the manifest are no rows.
  const read = Object.values(byFile).filter((file) => file.rows > 0);
  const rows = read.reduce((sum, file) => sum + file.rejectedRows, 0);
  const step = firstStep(first);
  const amount = {
    ja: rows === 0 ? '' : `、${counted(rows)} 行`,
    en: rows === 0 ? '' : `, in ${countedRows(rows)}`,
  };
  return {
    ja: `取り込めませんでした。直すところは ${counted(causes.errors)} 種類${amount.ja}です。${step.ja}`,
    en: `Not imported. To mend: ${counted(causes.errors)} kinds of errors${amount.en}.${step.en}`,
  };
}

/** What it does with values that people corrected by hand, where it puts any back. */
function putBack({ proposal }: ImportRecord): Bilingual {
  const corrections = proposal?.corrections;
  return corrections === undefined || corrections.putBack === 0
    ? { ja: '', en: '' }
    : correctionTexts(corrections);
}

function published(record: ImportRecord, figures: ImportReport): Bilingual {
  const { files } = record;
  const corrections = putBack(record);
  const total = (pick: 'created' | 'updated' | 'deleted' | 'unchanged' | 'rejected') =>
    counted(Object.values(files ?? {}).reduce((sum, counts) => sum + counts[pick], 0));
  const { causes, errors, warnings } = figures;
  const leftOut = total('rejected');
  const kinds = counted(causes.total - causes.errors);
  return {
    ja: [
      `取り込みました。追加 ${total('created')} 件、変更 ${total('updated')} 件、削除 ${total('deleted')} 件、変更なし ${total('unchanged')} 件です。`,
      errors > 0
        ? `${leftOut} 行は取り込まれていません（直すところは ${counted(causes.errors)} 種類）。`
        : '',
      warnings > 0 ? `確かめてほしいところが ${kinds} 種類、${counted(warnings)} 件あります。` : '',
      corrections.ja,
    ].join(''),
    en: [
      `Imported: ${total('created')} created, ${total('updated')} updated, ${total('deleted')} deleted, ${total('unchanged')} unchanged.`,
      errors > 0 ? ` Rows left out: ${leftOut}, for ${counted(causes.errors)} kinds of errors.` : '',
      warnings > 0 ? ` Warnings to look at: ${counted(warnings)}, of ${kinds} kinds.` : '',
      corrections.en === '' ? '' : ` ${corrections.en}`,
    ].join(''),
  };
}

/** What would change, and why a person is asked. */
function waiting(record: ImportRecord, state: Bilingual): Bilingual {
  const { proposal } = record;
  if (proposal === null) return state;
  const corrections = putBack(record);
  const total = (kind: ChangeKind) =>
    counted(Object.values(proposal.files).reduce((sum, counts) => sum + counts[kind], 0));
  const reasons = proposal.reasons.slice(0, reasonsShown).map(holdTexts);
  const more = proposal.reasons.length - reasons.length;
  return {
    ja: [
      state.ja,
      `公開すると、追加 ${total('added')} 件、変更 ${total('changed')} 件、復帰 ${total('returning')} 件、削除 ${total('leaving')} 件です。`,
      ...reasons.map(({ ja }) => ja),
      more > 0 ? `ほかに ${counted(more)} 件の理由があります。` : '',
      corrections.ja,
    ].join(''),
    en: [
      state.en,
      `Publishing would add ${total('added')}, change ${total('changed')}, bring back ${total('returning')} and delete ${total('leaving')} records.`,
      ...reasons.map(({ en }) => en),
      more > 0 ? `${counted(more)} more reasons.` : '',
      corrections.en,
    ]
      .filter((text) => text !== '')
      .join(' '),
  };
}

/** What became of an import and what to do next, in plain words and without values of people. */
export function summaryOf(record: ImportRecord, figures: ImportReport, first: Cause | undefined): Bilingual {
  switch (record.state) {
    case 'rejected':
      return rejected(figures, first);
    case 'published':
      return published(record, figures);
    case 'failed':
      return {
        ja: '取り込みが途中で止まりました。名簿は変わっていません。もう一度送ってください。',
        en: 'The import stopped before its end. The roster is unchanged; please send the file again.',
      };
    case 'checked':
      return waiting(record, {
        ja: '確認が終わりました。まだ公開していません。',
        en: 'Checked, and not published yet.',
      });
    case 'held':
      return waiting(record, {
        ja: '変更が多いので、公開せずに保留しています。名簿は変わっていません。',
        en: 'Held, because it would change too much. The roster is unchanged.',
      });
    case 'discarded':
      return {
        ja: '公開しないことになりました。名簿は変わっていません。',
        en: 'Discarded. The roster is unchanged.',
      };
    case 'cancelled':
      return { ja: '中止しました。名簿は変わっていません。', en: 'Cancelled. The roster is unchanged.' };
    case 'queued':
      return { ja: '取り込みの順番を待っています。', en: 'The import is waiting for its turn.' };
    default:
      return { ja: '取り込みの途中です。', en: 'The import is under way.' };
  }
}
