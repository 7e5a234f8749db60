/**
 * A way in which the hub says no: the HTTP status, the `imsx_CodeMinor` value under `/ims/oneroster` (OneRoster 1.2
 * OpenAPI, imsx_CodeMinorFieldDType), and the text in Japanese and English. `{name}` in a text is filled from the
 * error's parameters.
 */
export interface ErrorRow {
  /** HTTP status. */
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507;
  /** OneRoster minor code. */
  readonly minor: ImsxMinor;
  readonly ja: string;
  readonly en: string;
}

export type ImsxMinor =
  | 'fullsuccess'
  | 'invalid_filter_field'
  | 'invalid_selection_field'
  | 'invaliddata'
  | 'unauthorisedrequest'
  | 'forbidden'
  | 'server_busy'
  | 'unknownobject'
  | 'internal_server_error';
