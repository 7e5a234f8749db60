import type { Assets } from './assets.ts';

/**
 * What the reference page may do: load scripts and styles from the hub, and call the hub. Pictures in the package's
 * style sheet are `data:` addresses.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of the reference. Addresses are relative to `/docs`, so that the hub can stand below any path. */
export function referencePage(assets: Assets): string {
  const at = (name: string) => `docs/${assets.get(name)?.address}`;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>RosterHub API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${at('swagger-ui.css')}">
<link rel="stylesheet" href="${at('page.css')}">
<script defer src="${at('swagger-ui-bundle.js')}"></script>
<script type="module" src="${at('start.js')}"></script>
</head>
<body>
<header>
<h1>RosterHub API</h1>
<p>キーを入れ、操作を開いて「Execute」を押すと、このハブを実際に呼び出します。例はすべて架空の名簿です。</p>
<p lang="en">Enter a key, open an operation and press “Execute” to call this hub. All examples are fictitious.</p>
<form id="access" autocomplete="off">
<label for="key">API キー / API key</label>
<input id="key" type="password" autocomplete="off" spellcheck="false">
<button type="submit">このキーを使う / Use this key</button>
<output id="outcome" for="key">キーはこのページの中だけに置き、閉じると消えます。 / The key stays in this page and goes with it.</output>
</form>
<p>OAuth2 のクライアントは、下の「Authorize」に client_id と client_secret を入れます。 / OAuth2 clients: press “Authorize” below.</p>
<p>機械が読む仕様 / For machines: <a href="openapi.json">OpenAPI 3.1</a></p>
</header>
<main id="reference"></main>
</body>
</html>
`;
}
