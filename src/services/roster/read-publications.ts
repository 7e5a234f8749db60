import { countPublications, listPublications, type PublicationRecord } from '../../store/publications.ts';
import type { Context } from '../context.ts';

export interface PublicationHistory {
  readonly publications: readonly PublicationRecord[];
  readonly total: number;
}

/** Newest first. */
export async function getPublications(
  { store }: Pick<Context, 'store'>,
  page: { readonly limit: number; readonly offset: number },
): Promise<PublicationHistory> {
  const { db } = store;
  const [publications, total] = await Promise.all([
    listPublications(db, page.limit, page.offset),
    countPublications(db),
  ]);
  return { publications, total };
}
