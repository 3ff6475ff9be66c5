const MASK = '***';

/** What carries a key by its form: `LTAI...` and `STS....` ids, and the value after a telling name. */
const ACCESS_KEY_ID = /\b(?:LTAI|STS\.)[A-Za-z0-9]{8,}/g;
const AUTHORIZATION = /\b(acs\s+[^\s:]+:)\S+|\b(Signature=)[^\s&,;"'\]]+/gi;
const NAME =
  'access[-_]?(?:key[-_]?)?(?:id|secret|key)|access[-_]?key|secret(?:[-_]?key)?|security[-_]?token|sts[-_]?token|password|passwd';
/** In quotes (of JSON, of JSON inside a JSON text, of SQL, which doubles a quote) with all there is in them, or a word. */
const VALUE = String.raw`\\"[^"\n]*?\\"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|["']?[^\s"',;&]+`;
const NAMED = new RegExp(String.raw`((?:${NAME})[\\"']*\s*(?:=|:|%3D)\s*)(${VALUE})`, 'gi');

/**
 * Takes out of a text for the log what is, or looks like, a key, a token, a password or a signature.
 * @param secrets values known to be secret; they go whatever stands around them
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let result = text;
  // Longest first, so that a secret that contains another leaves no remainder.
  for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
    if (secret.length >= 4) result = result.replaceAll(secret, MASK);
  }
  return result
    .replace(
      AUTHORIZATION,
      (_all, header: string | undefined, name: string | undefined) => (header ?? name ?? '') + MASK,
    )
    .replace(NAMED, (_all, name: string, value: string) => name + maskValue(value))
    .replace(ACCESS_KEY_ID, MASK);
}

/** Keeps the quotes, so that what stands around a value still reads as it did. */
function maskValue(value: string): string {
  const quote = /^(?:\\?"|')/.exec(value)?.[0] ?? '';
  const isClosed = quote !== '' && value.length >= 2 * quote.length && value.endsWith(quote);
  return quote + MASK + (isClosed ? quote : '');
}
