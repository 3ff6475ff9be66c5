const ENCODER = new TextEncoder();
// `ignoreBOM` keeps a byte order mark in the text; `fatal` refuses what is no UTF-8 instead of replacing it.
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function encode(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** bytes of UTF-8 */
export function sizeOf(text: string): number {
  return ENCODER.encode(text).byteLength;
}

/** @returns undefined when the bytes are not UTF-8: the service keeps text, so nothing else can be saved there. */
export function decode(content: Uint8Array): string | undefined {
  try {
    return DECODER.decode(content);
  } catch {
    return undefined;
  }
}
