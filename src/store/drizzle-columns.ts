import { customType, timestamp } from 'drizzle-orm/pg-core';

/** Milliseconds are all that a OneRoster instant has. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
