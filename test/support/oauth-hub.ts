import { createLog } from '../../src/log.ts';
import type { Scope } from '../../src/model/scope.ts';
import { createClient } from '../../src/services/access/create-client.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { openStore, type Store } from '../../src/store/client.ts';
import { startTestHub, type TestHub, testSecret } from './test-hub.ts';

export interface TestClient {
  readonly id: string;
  readonly secret: string;
}

/** The body of the token endpoint, as tests look at it. */
export type TokenBody = Record<
  'access_token' | 'token_type' | 'scope' | 'error' | 'error_description' | 'requestId',
  string
> & { readonly expires_in: number };

/** A hub with a store of its own beside it, to make clients in. */
export interface OauthHub {
  readonly hub: TestHub;
  readonly store: Store;
  makeClient(name: string, scopes: readonly Scope[], secret?: string): Promise<TestClient>;
  /** Asks for a token; the form may be text, so that it can be wrong. */
  ask(
    form: string | Record<string, string>,
    headers?: Record<string, string>,
    path?: string,
  ): Promise<Response>;
  /** The token of a client, with all that it may have unless scopes are named. */
  tokenOf(client: TestClient, scope?: string): Promise<string>;
  /** A GET with a token. */
  get(path: string, token: string): Promise<Response>;
  stop(): Promise<void>;
}

export const grant = { grant_type: 'client_credentials' };

/** `client_id` and `client_secret` as a Basic header. */
export function basicHeader({ id, secret }: TestClient): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

export async function bodyOf(response: Response): Promise<TokenBody> {
  return JSON.parse(await response.text());
}

export async function startOauthHub(): Promise<OauthHub> {
  const hub = await startTestHub();
  const store = openStore(hub.databaseUrl, createLog('silent'));
  const ask: OauthHub['ask'] = (form, headers = {}, path = '/oauth/token') =>
    fetch(hub.client.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
    });
  return {
    hub,
    store,
    makeClient: (name, scopes, secret = testSecret) =>
      createClient({ store, keys: deriveKeys(secret) }, { name, scopes }),
    ask,
    async tokenOf(client, scope) {
      const response = await ask(
        { ...grant, ...(scope === undefined ? {} : { scope }) },
        basicHeader(client),
      );
      if (response.status !== 200) throw new Error(`token: ${response.status} ${await response.text()}`);
      return (await bodyOf(response)).access_token;
    },
    get: (path, token) => fetch(hub.client.url + path, { headers: { authorization: `Bearer ${token}` } }),
    async stop() {
      await store.close();
      await hub.stop();
    },
  };
}
