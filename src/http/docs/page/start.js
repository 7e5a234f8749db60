/* global SwaggerUIBundle */

// The hub may be reached under another address than its public one: calls go to where this page came from.
const here = new URL('.', location.href).href.replace(/\/$/, '');
const text = await fetch(`${here}/openapi.json`).then((response) => response.text());
const spec = JSON.parse(text.replaceAll(JSON.parse(text).servers[0].url, here));

const reference = SwaggerUIBundle({
  spec,
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  // The key stays in this page's memory, and nothing is asked of any other host.
  persistAuthorization: false,
  tryItOutEnabled: true,
  validatorUrl: null,
});

const field = document.querySelector('#key');
const outcome = document.querySelector('#outcome');

document.querySelector('#access').addEventListener('submit', (event) => {
  event.preventDefault();
  const key = field.value.trim();
  if (key === '') reference.authActions.logout(['apiKey']);
  else reference.preauthorizeApiKey('apiKey', key);
  field.value = '';
  outcome.textContent =
    key === '' ? 'キーを消しました。 / The key is gone.' : 'このキーで試せます。 / Calls now carry this key.';
});
