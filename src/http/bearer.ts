import type { RosterError } from '../errors.ts';

/** `Bearer <key or token>`; any other scheme is none. */
const bearerPattern = /^Bearer +(\S+)$/i;
const realm = 'Bearer realm="rosterhub"';

/** What an Authorization header gives as a bearer. */
export function findBearer(authorization: string | undefined): string | undefined {
  return bearerPattern.exec(authorization ?? '')?.[1];
}

/** The `WWW-Authenticate` of a refusal (RFC 6750 §3); undefined when it is not about access. */
export function challengeOf(error: RosterError, authorization: string | undefined): string | undefined {
  if (error.code === 'insufficient_scope') {
    return `${realm}, error="insufficient_scope", scope="${error.params.scope}"`;
  }
  if (error.row.status !== 401) return undefined;
  return findBearer(authorization) === undefined ? realm : `${realm}, error="invalid_token"`;
}
