import { randomUUID } from 'node:crypto';

/** A UUID of version 8, which RFC 9562 leaves to us; imports and files have version 4. */
const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The id under which one validation keeps what it needs: chunks, staging tables, issues. */
export function makeValidationId(): string {
  const id = randomUUID();
  return `${id.slice(0, 14)}8${id.slice(15)}`;
}

/** Tells validations from imports by the id alone, so that whoever tidies up after one leaves the other alone. */
export function isValidationId(id: string): boolean {
  return pattern.test(id);
}
