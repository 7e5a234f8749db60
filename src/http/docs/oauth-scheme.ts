import { endpoints } from '../../model/endpoints.ts';
import { type Scope, scopeUrl } from '../../model/scope.ts';

/** Name of the security scheme in the official OpenAPI file. */
export const oauthSchemeName = 'OAuth2CC';
/** Where tokens are given out. */
export const tokenPath = '/oauth/token';

/** What scopes open, for documents. */
const scopeTexts: Readonly<Record<string, string>> = {
  'roster.readonly': '属性情報以外のすべての読み取り / Every read except demographics',
  'roster-core.readonly': '入れ子でない一覧と 1 件の読み取り / Plain collections and single records',
  'roster-demographics.readonly': '属性情報の読み取り / Demographics, which no other scope opens',
};

/** The scopes that the endpoint table asks for. */
function scopesInUse(): readonly Scope[] {
  return [...new Set(endpoints.flatMap(({ scopes }) => scopes))];
}

/** OAuth 2 client credentials as the Rostering service takes them. */
export function oauthScheme(publicUrl: string) {
  const scopes = scopesInUse().map((scope) => [scopeUrl(scope), scopeTexts[scope] ?? scope]);
  return {
    type: 'oauth2' as const,
    description: 'OAuth 2 Client Credentials (1EdTech Security Framework)',
    flows: {
      clientCredentials: { tokenUrl: publicUrl + tokenPath, scopes: Object.fromEntries(scopes) },
    },
  };
}
