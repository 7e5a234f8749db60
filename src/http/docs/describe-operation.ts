import { envelopeSchema } from '../../json/schema.ts';
import { type CollectionTexts, collectionTexts } from '../../model/collection-texts.ts';
import { type Endpoint, endpoints } from '../../model/endpoints.ts';
import { scopeUrl } from '../../model/scope.ts';
import { deltasFromHeader, publicationHeader, publishedAtHeader } from '../roster-headers.ts';
import { failuresOf } from './failures.ts';

const isParameter = (segment: string) => segment.startsWith('{');

/** `/schools/{schoolSourcedId}/classes` -> the texts of schools and classes. */
function collectionsOf(endpoint: Endpoint): readonly CollectionTexts[] {
  const words = endpoint.path.split('/').filter((segment) => segment !== '' && !isParameter(segment));
  return words.map(collectionTexts);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `/schools/{schoolSourcedId}/classes` -> `学校のクラスの一覧 / Classes of one school` */
function summaryOf(endpoint: Endpoint): string {
  const collections = collectionsOf(endpoint);
  const last = collections.at(-1);
  const parents = collections.slice(0, -1).toReversed();
  const ja = collections.map((texts) => texts.ja).join('の');
  if (endpoint.kind === 'single') return `${ja} 1 件 / One ${last?.one}`;
  const many = [last?.many, ...parents.map(({ one }) => `one ${one}`)].join(' of ');
  return `${ja}の一覧 / ${parents.length === 0 ? `All ${many}` : capitalised(many)}`;
}

/** `/gradingPeriods/{sourcedId}` -> `GradingPeriodsManagement`, the tag of the official OpenAPI file. */
function tagOf(endpoint: Endpoint): string {
  return `${capitalised(endpoint.path.split('/')[1] ?? '')}Management`;
}

/** The tags of the Rostering service in the order of the endpoint table, each with what it is about. */
export function rosteringTags(): { name: string; description: string }[] {
  const tags = new Map<string, string>();
  for (const endpoint of endpoints) {
    const [first] = collectionsOf(endpoint);
    tags.set(tagOf(endpoint), `${first?.ja} / ${capitalised(first?.many ?? '')}`);
  }
  return [...tags].map(([name, description]) => ({ name, description }));
}

const header = (type: 'string' | 'integer', description: string) => ({ description, schema: { type } });

const pageHeaders = {
  'X-Total-Count': header('integer', '条件に合う件数 / Number of records that match'),
  Link: header('string', '前後のページ（rel="next" で続きを読む） / Other pages; follow rel="next"'),
  [publicationHeader]: header('integer', 'このページが示す反映の番号 / The publication that the page shows'),
  [publishedAtHeader]: header(
    'string',
    '反映の時刻。最初のページのものを次回の差分の起点にする / Its stamp; that of the first page starts the next delta',
  ),
  [deltasFromHeader]: header(
    'string',
    '起点がこれより古い差分は削除を伝えきれない（全件取得する） / A delta from before this misses deletions: pull everything',
  ),
};

/** What documents say of an operation of the Rostering service. All of it comes from its row of the table. */
export function describeOperation(endpoint: Endpoint) {
  const { operationId, kind, entity, envelope, scopes } = endpoint;
  const single = kind === 'single';
  return {
    operationId,
    tags: [tagOf(endpoint)],
    summary: summaryOf(endpoint),
    description: `スコープ（どれか一つ） / Scopes, any one of: ${scopes.map(scopeUrl).join(', ')}`,
    responses: {
      200: {
        description: single ? '1 件 / The record' : '1 ページ / A page of the collection',
        ...(single ? {} : { headers: pageHeaders }),
        content: { 'application/json': { schema: envelopeSchema(envelope, entity, kind) } },
      },
      ...failuresOf(endpoint),
    },
  };
}
