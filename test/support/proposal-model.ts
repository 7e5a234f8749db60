/** Orgs of one source by sourcedId: their names. */
export type Names = ReadonlyMap<string, string>;

/** What is asked of the hub. Indexes are taken modulo what there is; nothing there: nothing is asked. */
export type Command =
  | { readonly kind: 'bulk'; readonly source: number; readonly rows: Names; readonly dryRun: boolean }
  | {
      readonly kind: 'delta';
      readonly source: number;
      readonly rows: Names;
      readonly gone: readonly number[];
    }
  | { readonly kind: 'publish' | 'approve' | 'discard'; readonly waiting: number }
  | { readonly kind: 'undo'; readonly publication: number };

interface Reason {
  readonly kind: string;
  readonly count: number;
}

/** An import that waits for a person. */
interface Waiting {
  readonly seq: number;
  readonly source: number;
  /** The roster that it wants, from the one that there is then. */
  readonly wants: (now: Names) => Names;
  readonly undoOf: number | undefined;
  state: 'checked' | 'held';
  reasons: readonly Reason[];
}

/** Limits of the sources: more than three records and more than half of them. */
export const limit = { share: 0.5, rows: 3 };

/**
 * What imports, undo and people's decisions make of a roster, on maps in memory: written from what is promised, and
 * from nothing of the hub. Every order answers with the state in which its import ends, or with the HTTP status.
 */
export class ProposalModel {
  /** By publication, from 0: the orgs of each source. */
  readonly #snapshots: Names[][] = [[new Map(), new Map()]];
  /** By publication, from 1: its source, and its place in the order received. */
  readonly #made: { source: number; seq: number }[] = [];
  readonly #waiting: Waiting[] = [];
  #seq = 0;

  get now(): Names[] {
    return this.#snapshots.at(-1) ?? [];
  }

  /** All orgs that are there. */
  get roster(): Map<string, string> {
    return new Map(this.now.flatMap((names) => [...names]));
  }

  get publications(): number {
    return this.#made.length;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  bulk(source: number, rows: Names, dryRun: boolean): string {
    // A bulk file without rows is refused, whatever it would delete.
    if (rows.size === 0) return 'rejected';
    return this.#begin({ source, wants: () => rows, undoOf: undefined }, dryRun);
  }

  delta(source: number, rows: Names, gone: ReadonlySet<string>): string {
    if (rows.size + gone.size === 0) return 'rejected';
    const wants = (now: Names) => new Map([...now, ...rows].filter(([id]) => !gone.has(id)));
    return this.#begin({ source, wants, undoOf: undefined }, false);
  }

  undo(publication: number): string {
    const source = this.#made[publication - 1]?.source ?? 0;
    const before = this.#snapshots[publication - 1]?.[source] ?? new Map();
    return this.#begin({ source, wants: () => before, undoOf: publication }, false);
  }

  /** The state afterwards, or 409. */
  decide(kind: 'publish' | 'approve' | 'discard', index: number): string {
    const one = this.#waiting[index];
    if (one === undefined) throw new Error('nothing waits there');
    if (kind === 'publish' && one.state !== 'checked') return '409';
    if (kind === 'discard') {
      this.#waiting.splice(index, 1);
      return 'discarded';
    }
    const isLate = this.#made.some(({ source, seq }) => source === one.source && seq > one.seq);
    if (isLate && one.undoOf === undefined) return '409';
    const approved = kind === 'approve' ? one.reasons : [];
    const reasons = this.#reasons(one);
    const agreed = reasons.every((reason) =>
      approved.some(({ kind: of, count }) => of === reason.kind && count >= reason.count),
    );
    if (this.#isClaimed(one)) {
      this.#waiting.splice(index, 1);
      return 'rejected';
    }
    if (!agreed) {
      one.state = 'held';
      one.reasons = reasons;
      return 'held';
    }
    this.#waiting.splice(index, 1);
    return this.#publish(one);
  }

  #begin(one: Pick<Waiting, 'source' | 'wants' | 'undoOf'>, dryRun: boolean): string {
    this.#seq += 1;
    const begun: Waiting = { ...one, seq: this.#seq, state: 'checked', reasons: [] };
    if (this.#isClaimed(begun)) return 'rejected';
    begun.reasons = this.#reasons(begun);
    begun.state = dryRun ? 'checked' : 'held';
    if (!dryRun && begun.reasons.length === 0) return this.#publish(begun);
    this.#waiting.push(begun);
    return begun.state;
  }

  #after({ source, wants }: Waiting): Names {
    return wants(this.now[source] ?? new Map());
  }

  /** It wants a record that another source has. */
  #isClaimed(one: Waiting): boolean {
    const others = this.now.filter((_, source) => source !== one.source);
    return [...this.#after(one).keys()].some((id) => others.some((names) => names.has(id)));
  }

  #reasons(one: Waiting): Reason[] {
    if (!this.#made.some(({ source }) => source === one.source)) return [];
    const before = this.now[one.source] ?? new Map();
    const after = this.#after(one);
    const leaving = [...before.keys()].filter((id) => !after.has(id)).length;
    const reasons: Reason[] = [];
    if (leaving > limit.rows && leaving > before.size * limit.share) {
      reasons.push({ kind: 'deletions', count: leaving });
    }
    if (one.undoOf !== undefined) {
      const later = this.#made.filter(
        ({ source }, at) => source === one.source && at + 1 > (one.undoOf ?? 0),
      );
      if (later.length > 0) reasons.push({ kind: 'later', count: later.length });
    }
    return reasons;
  }

  #publish(one: Waiting): string {
    const after = this.#after(one);
    this.#snapshots.push(this.now.map((names, source) => (source === one.source ? after : names)));
    this.#made.push({ source: one.source, seq: one.seq });
    return 'published';
  }
}
