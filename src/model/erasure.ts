/** `running` until nothing of the person is left in kept files and reports. */
export const erasureStates = ['running', 'done', 'released'] as const;
export type ErasureState = (typeof erasureStates)[number];

/** What an erasure took away; files grow until it is done. */
export interface ErasedCounts {
  /** Records of the person that readers saw until then, which are tombstones now. */
  readonly records: number;
  /** Replaced versions. */
  readonly versions: number;
  /** Records of others that named the person. */
  readonly named: number;
  readonly uploads: number;
  readonly exports: number;
}

/** A program that could read the person, and whom its board tells about the erasure. */
export interface Recipient {
  /** Id of the client. */
  readonly client: string;
  readonly name: string;
  readonly contact: string;
  /** When it last read rosters, an instant; null when the audit has nothing of it. */
  readonly lastRead: string | null;
  /** Whether the audit says that it asked for this person by id. */
  readonly named: boolean;
}

/** Longest reason of an act on a person, in characters. */
export const personReasonLengthMax = 500;
