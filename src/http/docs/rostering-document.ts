import type { OpenAPIHono } from '@hono/zod-openapi';
import { endpoints, serviceBases } from '../../model/endpoints.ts';
import { rosterScopes, scopeUrl } from '../../model/scope.ts';
import type { RequestEnvironment } from '../environment.ts';
import { oauthScheme, oauthSchemeName } from '../oauth.ts';
import { withoutAsOf } from './as-of.ts';
import { rosteringTags } from './describe-operation.ts';
import { addExamples, type Examples } from './examples.ts';

type WholeDocument = ReturnType<OpenAPIHono<RequestEnvironment>['getOpenAPIDocument']>;
type Components = NonNullable<WholeDocument['components']>;

const [base] = serviceBases;
const endpointsById = new Map(endpoints.map((endpoint) => [endpoint.operationId, endpoint]));

/** The operations of the service, by their path below the server's URL. */
function rosteringPaths(paths: WholeDocument['paths']): WholeDocument['paths'] {
  const kept: WholeDocument['paths'] = {};
  for (const [path, { get }] of Object.entries(paths)) {
    const endpoint = endpointsById.get(get?.operationId ?? '');
    if (get === undefined || endpoint === undefined) continue;
    const scopes = endpoint.scopes.map(scopeUrl);
    // Any one scope is enough, and the standard writes them as one requirement all the same.
    kept[path.slice(base.length)] = {
      get: { ...withoutAsOf(endpoint, get), security: [{ [oauthSchemeName]: scopes }] },
    };
  }
  return kept;
}

/** The schemas and responses that something in `root` leads to, directly or through each other. */
function componentsOf(root: unknown, components: Components): Components {
  const { schemas = {}, responses = {} } = components;
  const kept: Required<Pick<Components, 'schemas' | 'responses'>> = { schemas: {}, responses: {} };
  const follow = (part: unknown): void => {
    for (const [, kind, name = ''] of JSON.stringify(part).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)) {
      if (kind === 'schemas' && schemas[name] !== undefined && !(name in kept.schemas)) {
        kept.schemas[name] = schemas[name];
        follow(schemas[name]);
      }
      if (kind === 'responses' && responses[name] !== undefined && !(name in kept.responses)) {
        kept.responses[name] = responses[name];
        follow(responses[name]);
      }
    }
  };
  follow(root);
  return kept;
}

/**
 * The standard's own OpenAPI file, localised as it asks: this hub's server and token URLs, and the operations that
 * the hub has. OpenAPI 3.0, because the official file is.
 */
export function rosteringDocument(
  app: OpenAPIHono<RequestEnvironment>,
  publicUrl: string,
  examples: Examples,
): WholeDocument {
  const whole = app.getOpenAPIDocument({
    openapi: '3.0.0',
    info: {
      title: 'OneRoster 1.2 Rostering, RosterHub',
      version: '1.2',
      description: 'このハブの OneRoster 1.2 Rostering サービス / The Rostering service of this hub',
    },
    servers: [{ url: publicUrl + base }],
    tags: rosteringTags(),
  });
  const paths = rosteringPaths(whole.paths);
  const document = {
    ...whole,
    paths,
    components: {
      ...componentsOf(paths, whole.components ?? {}),
      securitySchemes: { [oauthSchemeName]: oauthScheme(publicUrl, rosterScopes) },
    },
  };
  addExamples(document, examples);
  return document;
}
