import type { HoldReason } from './proposal.ts';

/** What a person can say of an import that waits for one. */
export const decisionKinds = ['publish', 'approve', 'discard', 'cancel'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What a person said of an import, kept with it. */
export interface Decision {
  readonly kind: DecisionKind;
  /** Id of the client, or `expired` where nobody came. */
  readonly by: string;
  /** An instant. */
  readonly at: string;
  /** Why, in the person's words. */
  readonly reason: string | null;
  /** The reasons of the hold that were approved: exactly those, and no larger ones. */
  readonly approved: readonly HoldReason[];
}
