/**
 * Bytes as the body of an answer, one piece at a time. When the reader goes away `onCancel` is called first, so that
 * what a piece is being waited for can be broken off.
 */
export function byteStream(
  pieces: AsyncIterable<Uint8Array>,
  onCancel?: () => void,
): ReadableStream<Uint8Array> {
  return streamOf(pieces, (piece) => piece, onCancel);
}

/** The same for texts. */
export function textStream(texts: AsyncIterable<string>, onCancel?: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return streamOf(texts, (text) => encoder.encode(text), onCancel);
}

function streamOf<Piece>(
  pieces: AsyncIterable<Piece>,
  toBytes: (piece: Piece) => Uint8Array,
  onCancel?: () => void,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(toBytes(value));
    },
    async cancel() {
      onCancel?.();
      // What was broken off fails, and nobody is there to be told.
      await iterator.return?.().catch(() => undefined);
    },
  });
}

/**
 * A generator from its first piece, which was taken already. Not a generator: one that was never begun does not pass
 * on that its reader went away.
 */
export function resumed<Piece>(first: Piece, rest: AsyncGenerator<Piece>): AsyncIterable<Piece> {
  let waiting: { readonly piece: Piece } | undefined = { piece: first };
  const next = async (): Promise<IteratorResult<Piece>> => {
    if (waiting === undefined) return rest.next();
    const { piece } = waiting;
    waiting = undefined;
    return { done: false, value: piece };
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: () => rest.return(undefined) }) };
}
