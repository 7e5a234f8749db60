import { reportLine, reportMark } from '../../csv/report.ts';
import type { ChangeKind } from '../../model/proposal.ts';
import type { Change } from './read-changes.ts';

const header = ['ファイル file', '区分 kind', 'sourcedId', '列 column', '変更前 before', '変更後 after'];

/** Kinds of changes as people read them. */
export const changeTexts: Readonly<Record<ChangeKind, string>> = {
  added: '追加 added',
  changed: '変更 changed',
  returning: '復帰 returning',
  leaving: '削除 leaving',
};

function changeLines({ file, kind, sourcedId, fields }: Change): string {
  const lines = fields.length === 0 ? [{ column: '', before: '', after: '' }] : fields;
  return lines
    .map(({ column, before, after }) =>
      reportLine([file, changeTexts[kind], sourcedId, column, before, after]),
    )
    .join('');
}

/** The changes for Excel as pieces of text: a marked header, then a line for each field that differs. */
export async function* changeCsvTexts(batches: AsyncIterable<readonly Change[]>): AsyncGenerator<string> {
  yield reportMark + reportLine(header);
  for await (const batch of batches) yield batch.map(changeLines).join('');
}
