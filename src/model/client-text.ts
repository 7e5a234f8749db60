/** Lengths, in characters, of what people write about a client. */
export const clientTextLengthMax = { name: 100, purpose: 500, contact: 200 } as const;

/** A text for one line of a list: not blank, not too long, without control characters. */
export function isClientText(text: string, lengthMax: number): boolean {
  return text.trim() !== '' && text.length <= lengthMax && !/\p{Cc}/u.test(text);
}
