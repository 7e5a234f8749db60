import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Handler } from 'hono';
import { type Access, securityOf } from './access.ts';
import type { RequestEnvironment } from './environment.ts';
import { type Guards, guard } from './middleware/access.ts';
import { readJsonBody } from './middleware/json-body.ts';

/** An operation that is mounted, and who may call it. */
export interface Operation {
  /** `GET`, `POST`; a GET also answers HEAD. */
  readonly method: string;
  /** `/csv/import/:id` */
  readonly path: string;
  readonly access: Access;
}

/** A route whose path its handler knows the parameters of. */
type Described<Path extends string> = RouteConfig & { getRoutingPath(): Path };

/** `/csv/import/{id}` -> `/csv/import/:id` */
function routingPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** The requirement in the document comes from the access, so the two cannot differ. */
function withSecurity<Route extends RouteConfig>(route: Route, access: Access): Route {
  return { ...route, security: securityOf(access) };
}

/**
 * The only way to mount anything: each operation says who may call it, and is guarded before anything else of it runs.
 * What is mounted is a table that tests go through.
 */
export class Router {
  readonly #app: OpenAPIHono<RequestEnvironment>;
  readonly #guards: Guards;
  readonly operations: Operation[] = [];

  constructor(app: OpenAPIHono<RequestEnvironment>, guards: Guards) {
    this.#app = app;
    this.#guards = guards;
  }

  #declare(method: string, path: string, access: Access): void {
    this.operations.push({ method, path, access });
    this.#app.on(method, path, guard(this.#guards, access));
  }

  /** An operation whose parameters and JSON body its schema judges. */
  operation<Route extends RouteConfig>(
    route: Route,
    access: Access,
    handler: RouteHandler<Route, RequestEnvironment>,
  ): void {
    const method = route.method.toUpperCase();
    const path = routingPath(route.path);
    this.#declare(method, path, access);
    if (route.request?.body !== undefined) this.#app.on(method, path, readJsonBody);
    this.#app.openapi(withSecurity(route, access), handler);
  }

  /**
   * An operation whose handler reads the request itself: a declared form would be parsed into memory, whatever its
   * size. `paths` are other addresses of it, which documents do not name.
   */
  raw<Path extends string>(
    route: Described<Path>,
    access: Access,
    handler: Handler<RequestEnvironment, Path>,
    paths: readonly string[] = [],
  ): void {
    this.#app.openAPIRegistry.registerPath(withSecurity(route, access));
    const method = route.method.toUpperCase();
    for (const path of [route.path, ...paths].map(routingPath)) {
      this.#declare(method, path, access);
      this.#app.on(method, path, handler);
    }
  }

  /** A page or a file, of which no document speaks. */
  page<Path extends string>(path: Path, access: Access, handler: Handler<RequestEnvironment, Path>): void {
    this.#declare('GET', path, access);
    this.#app.get(path, handler);
  }
}
