import type { ErrorRow } from './error-row.ts';
import { accessErrors } from './errors/access.ts';
import { correctionErrors } from './errors/corrections.ts';
import { exportErrors } from './errors/exports.ts';
import { hubErrors } from './errors/hub.ts';
import { personErrors } from './errors/persons.ts';
import { requestErrors } from './errors/requests.ts';
import { uploadErrors } from './errors/uploads.ts';

export type { ErrorRow };

/**
 * Every way in which the hub says no, as one table. Codes are stable: a retired code is not used again for something
 * else.
 */
const rows = {
  ...requestErrors,
  ...accessErrors,
  ...uploadErrors,
  ...exportErrors,
  ...correctionErrors,
  ...personErrors,
  ...hubErrors,
};

export type ErrorCode = keyof typeof rows;

/** The error table, for documents and tests. */
export const errorTable: Readonly<Record<ErrorCode, ErrorRow>> = rows;

/** The code of a RosterError that came over a thread border, where it loses its class. */
export function findErrorCode(error: unknown): ErrorCode | undefined {
  const isCode = (text: unknown): text is ErrorCode => typeof text === 'string' && Object.hasOwn(rows, text);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return isCode(code) ? code : undefined;
}

/** Fills `{name}` from parameters; a name without a parameter stays visible, so that it is noticed. */
export function fillText(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

/** A refusal with a row in the table. `params` fill the texts and must never hold personal data. */
export class RosterError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    params: Readonly<Record<string, unknown>> = {},
    options?: { cause?: unknown },
  ) {
    super(fillText(rows[code].en, params), options);
    this.name = 'RosterError';
    this.code = code;
    this.params = params;
  }

  get row(): ErrorRow {
    return rows[this.code];
  }

  /** The text for people, in both languages. */
  get texts(): { ja: string; en: string } {
    return { ja: fillText(this.row.ja, this.params), en: this.message };
  }
}
