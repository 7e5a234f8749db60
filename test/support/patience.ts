/** How long `vi.waitFor` waits for what another process does, milliseconds: no bound, only an end. */
export const patience = { timeout: 30_000, interval: 20 };
