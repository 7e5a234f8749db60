import { OpenAPIHono } from '@hono/zod-openapi';
import { RosterError } from '../errors.ts';
import { createFileGiver } from '../services/files/give-file.ts';
import type { AppDeps, RequestEnvironment } from './environment.ts';
import { auditTrail } from './middleware/audit.ts';
import { requestLog } from './middleware/request-log.ts';
import { problemResponse, toRosterError } from './problem.ts';
import { mountAudit } from './routes/audit.ts';
import { mountDocuments } from './routes/documents.ts';
import { mountDownloads } from './routes/downloads.ts';
import { mountExports } from './routes/exports.ts';
import { mountHealth } from './routes/health.ts';
import { mountImports } from './routes/imports.ts';
import { mountProposals } from './routes/proposals.ts';
import { mountPublications } from './routes/publications.ts';
import { mountReports } from './routes/reports.ts';
import { mountRostering } from './routes/rostering.ts';
import { mountSheets } from './routes/sheets.ts';
import { mountSources } from './routes/sources.ts';
import { mountTemplates } from './routes/templates.ts';
import { mountToken } from './routes/token.ts';
import { mountValidation } from './routes/validation.ts';
import { wrongParameter } from './wrong-parameter.ts';

/** The HTTP floor: order of middleware, and what is mounted. */
export function createApp(deps: AppDeps) {
  const app = new OpenAPIHono<RequestEnvironment>({
    strict: false,
    defaultHook: (result) => {
      if (!result.success) throw wrongParameter(result.error);
    },
  });
  app.use(requestLog(deps.log));
  app.use(async (c, next) => {
    // Rosters are personal data: no proxy and no browser keeps a copy, unless a route says otherwise. Said before the
    // answer is made: changing the headers of a finished one makes it a slow one.
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    await next();
  });
  app.use(auditTrail(app, deps));
  mountHealth(app, deps);
  mountToken(app, deps);
  mountImports(app, deps);
  mountReports(app, deps);
  mountProposals(app, deps);
  const giveFile = createFileGiver(deps.ctx);
  mountDownloads(app, deps, giveFile);
  mountExports(app, deps, giveFile);
  mountSheets(app, deps);
  mountTemplates(app, deps);
  mountValidation(app, deps);
  // Before the rest of /admin, which auditors may not see.
  mountAudit(app, deps);
  mountSources(app, deps);
  mountPublications(app, deps);
  mountRostering(app, deps);
  mountDocuments(app, deps.ctx.publicUrl);

  app.notFound((c) => {
    const known = app.routes.some(
      (route) => route.method !== 'ALL' && route.method !== c.req.method && matches(route.path, c.req.path),
    );
    if (!known) return problemResponse(c, new RosterError('unknown_route'), c.get('requestId'));
    const error = new RosterError('method_not_allowed', {
      method: c.req.method,
      allowed: allowed(c.req.path),
    });
    c.header('Allow', allowed(c.req.path));
    return problemResponse(c, error, c.get('requestId'));
  });
  app.onError((thrown, c) => {
    const error = toRosterError(thrown);
    if (error.row.status >= 500) {
      deps.log.error({ requestId: c.get('requestId'), err: error }, 'request failed');
    }
    return problemResponse(c, error, c.get('requestId'));
  });

  function allowed(path: string): string {
    const methods = app.routes.filter((route) => route.method !== 'ALL' && matches(route.path, path));
    return [...new Set(methods.map((route) => route.method))].join(', ');
  }
  return app;
}

/** `/csv/import/:id` matches `/csv/import/17`. */
function matches(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.replace(/\/$/, '').split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part === given[index] || (part.startsWith(':') && given[index] !== ''))
  );
}
