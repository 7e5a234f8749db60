import type { Network } from '../../model/address.ts';

/** Of the configuration, what protects the data. */
export interface ConfiguredMeasures {
  /** The address that clients use is HTTPS. */
  readonly https: boolean;
  /** Reverse proxies whose word on the caller's address is believed. */
  readonly trustedProxies: number;
  /** Origins whose pages may call the hub. */
  readonly corsOrigins: number;
  /** The hub's role at the database does not own the audit. */
  readonly ownerApart: boolean;
  /** The end of the audit's chain is written down in a second place. */
  readonly auditHeadFile: boolean;
}

interface Settings {
  readonly publicUrl: string;
  readonly trustedProxies: readonly Network[];
  readonly corsOrigins: readonly string[];
  readonly migrationDatabaseUrl: string | undefined;
  readonly auditHeadFile: string | undefined;
}

/** Numbers and facts alone: no address and no path is in it. */
export function configuredMeasures(settings: Settings): ConfiguredMeasures {
  return {
    https: settings.publicUrl.startsWith('https://'),
    trustedProxies: settings.trustedProxies.length,
    corsOrigins: settings.corsOrigins.length,
    ownerApart: settings.migrationDatabaseUrl !== undefined,
    auditHeadFile: settings.auditHeadFile !== undefined,
  };
}
