/**
 * Texts as the body of an answer, one at a time. When the reader goes away `onCancel` is called first, so that what a
 * text is being waited for can be broken off.
 */
export function textStream(texts: AsyncIterable<string>, onCancel?: () => void): ReadableStream<Uint8Array> {
  const iterator = texts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      onCancel?.();
      // What was broken off fails, and nobody is there to be told.
      await iterator.return?.().catch(() => undefined);
    },
  });
}
