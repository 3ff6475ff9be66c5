/**
 * A short stand-in for a text, to recognise it again without keeping it: two independent 32-bit hashes (FNV-1a and a
 * multiplicative one) over UTF-16 units, and the length. Guards against accidents, not against forgery.
 */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit, 0x85ebca6b);
    b ^= b >>> 15;
  }
  return `${text.length.toString(36)}-${(a >>> 0).toString(36)}-${(b >>> 0).toString(36)}`;
}

/** What the editor makes of a text it loads: no byte order mark, one kind of line end. */
export function asLoaded(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
