import type { OpenAPIHono } from '@hono/zod-openapi';
import { rosteringTags } from './docs/describe-operation.ts';
import { addExamples, type Examples } from './docs/examples.ts';
import type { RequestEnvironment } from './environment.ts';
import { oauthScheme, oauthSchemeName } from './oauth.ts';

/** The document of the whole hub. Made once at start: it costs some 50 ms. */
export function openApiDocument(app: OpenAPIHono<RequestEnvironment>, publicUrl: string, examples: Examples) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'ハブの API キー。`X-API-Key` でも送れます。 / An API key of the hub. `X-API-Key` works too.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', oauthSchemeName, oauthScheme(publicUrl));
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'RosterHub',
      version: '1',
      description:
        'OneRoster CSV（日本プロファイル）を受け取り、OneRoster 1.2 Rostering REST で渡します。\n\n' +
        'OneRoster CSV (Japan profile) in, OneRoster 1.2 Rostering REST out.',
    },
    servers: [{ url: publicUrl }],
    tags: [
      ...rosteringTags(),
      { name: 'OAuth2', description: 'アクセストークン / Access tokens' },
      { name: 'CSV import', description: '取り込みと報告 / Uploads and their reports' },
      { name: 'CSV export', description: '名簿の書き出し / The roster back out' },
      { name: 'CSV templates', description: '空のファイルと記入例 / Files to fill in, and filled in' },
      {
        name: 'Administration',
        description: '取り込み元の設定、反映の記録 / Settings of the sources, and what was published',
      },
      {
        name: 'Clients',
        description:
          'クライアント、キー、アドレス / Programs that may call the hub, their keys and addresses',
      },
      { name: 'Persons', description: '個人の消去と利用停止 / Erasing and restricting a person' },
      {
        name: 'Personal data',
        description:
          '本人に関する記録と訂正、保存期間、処理の記録、漏えいの調査 / What is held on a person, corrections, retention, the record of processing, incidents',
      },
      { name: 'Audit', description: 'だれが、いつ、何をしたか / Who did what, and when' },
      { name: 'Operation', description: '稼働の確認 / Probes' },
    ],
  });
  addExamples(document, examples);
  return document;
}
