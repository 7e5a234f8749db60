/** Only an error keeps a row, or a bundle, from being published. */
export type Level = 'error' | 'warning';
