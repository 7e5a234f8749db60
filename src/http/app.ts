import { OpenAPIHono } from '@hono/zod-openapi';
import { RosterError } from '../errors.ts';
import { createFileGiver } from '../services/files/give-file.ts';
import type { AppDeps, RequestEnvironment } from './environment.ts';
import { findAddress } from './middleware/address.ts';
import { auditTrail } from './middleware/audit.ts';
import { allowOrigins } from './middleware/cors.ts';
import { refuseCredentialInAddress } from './middleware/credential-in-address.ts';
import { sayHeaders } from './middleware/headers.ts';
import { createCounter } from './middleware/limits.ts';
import { requestLog } from './middleware/request-log.ts';
import { problemResponse, toRosterError } from './problem.ts';
import { type Operation, Router } from './router.ts';
import { mountAudit } from './routes/audit.ts';
import { mountClients } from './routes/clients.ts';
import { mountCorrections } from './routes/corrections.ts';
import { mountDocuments } from './routes/documents.ts';
import { mountDownloads } from './routes/downloads.ts';
import { mountErasures } from './routes/erasures.ts';
import { mountExports } from './routes/exports.ts';
import { mountHealth } from './routes/health.ts';
import { mountImports } from './routes/imports.ts';
import { mountIncidents } from './routes/incidents.ts';
import { mountKeys } from './routes/keys.ts';
import { mountPersons } from './routes/persons.ts';
import { mountProcessing } from './routes/processing.ts';
import { mountProposals } from './routes/proposals.ts';
import { mountPublications } from './routes/publications.ts';
import { mountReports } from './routes/reports.ts';
import { mountRestrictions } from './routes/restrictions.ts';
import { mountRetention } from './routes/retention.ts';
import { mountRostering } from './routes/rostering.ts';
import { mountSheets } from './routes/sheets.ts';
import { mountSources } from './routes/sources.ts';
import { mountTemplates } from './routes/templates.ts';
import { mountToken } from './routes/token.ts';
import { mountValidation } from './routes/validation.ts';
import { wrongParameter } from './wrong-parameter.ts';

/** The HTTP floor: order of middleware, and what is mounted (`operations`). */
export function createApp(deps: AppDeps) {
  const app = new OpenAPIHono<RequestEnvironment>({
    strict: false,
    defaultHook: (result) => {
      if (!result.success) throw wrongParameter(result.error);
    },
  });
  app.use(requestLog(deps.log));
  app.use(sayHeaders, findAddress(deps.trustedProxies), allowOrigins(deps.corsOrigins));
  app.use(refuseCredentialInAddress, auditTrail(app, deps));
  const counter = createCounter(deps.limiter, deps.ctx.rateLimit);
  const router = new Router(app, { authenticate: deps.authenticate, counter });
  mountHealth(router, deps);
  mountToken(router, deps);
  mountImports(router, deps);
  mountReports(router, deps);
  mountProposals(router, deps);
  const giveFile = createFileGiver(deps.ctx);
  mountDownloads(router, deps, giveFile);
  mountExports(router, deps, giveFile);
  mountSheets(router, deps);
  mountTemplates(router, deps);
  mountValidation(router, deps);
  mountAudit(router, deps);
  mountSources(router, deps);
  mountPublications(router, deps);
  mountClients(router, deps);
  mountKeys(router, deps);
  mountPersons(router, deps);
  mountCorrections(router, deps);
  mountIncidents(router, deps);
  mountRetention(router, deps);
  mountProcessing(router, deps);
  mountErasures(router, deps);
  mountRestrictions(router, deps);
  mountRostering(router, deps);
  mountDocuments(router, app, deps.ctx.publicUrl);

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
  return Object.assign(app, { operations: router.operations as readonly Operation[] });
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
