import type { OpenAPIHono } from '@hono/zod-openapi';
import type { RequestEnvironment } from './environment.ts';
import { oauthScheme, oauthSchemeName } from './oauth.ts';

/** The document of the whole hub. Made once at start: it costs some 50 ms. */
export function openApiDocument(app: OpenAPIHono<RequestEnvironment>, publicUrl: string) {
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'An API key of the hub. `X-API-Key` works too.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', oauthSchemeName, oauthScheme(publicUrl));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'RosterHub',
      version: '1',
      description: 'OneRoster CSV (Japan profile) in, OneRoster 1.2 Rostering REST out.',
    },
    servers: [{ url: publicUrl }],
  });
}
