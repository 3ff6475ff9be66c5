const MASK = '******';

const SECRET_NAME =
  'secret|passw(?:or)?d|pwd|token|credential|private[-_.]?key|access[-_.]?(?:key|id)|sts[-_.]?access|signature|api[-_.]?key|auth(?:orization)?$';
const SECRET_KEY = new RegExp(SECRET_NAME, 'i');
// Within longer text a name may go on after what makes it a secret's.
const SECRET_WORD = new RegExp(SECRET_NAME.replace('$', String.raw`\b`), 'i');
// A name as a whole and its separator. Only where a name begins: else a long word is looked through from each letter.
const NAME = /(?<![\w.-])([\w.-]+)["'\x60\\]*\s*[=:]\s*/g;
/** In quotes (of JSON inside a JSON text, of JSON, of SQL, which doubles a quote) with all there is in them, or a word. */
const VALUE = /\\"[^"\n]*?\\"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s,;)}"']+/y;

/** Whether a configuration key names a secret: password, token, access key and the like. */
export function isSecretKey(key: string): boolean {
  return SECRET_KEY.test(key);
}

/**
 * Replaces the values of `name=value`, `name: value` and `"name": "value"` pairs whose names look like secrets. Its
 * time grows with the length of the text only: values may be whole plans.
 */
export function maskPairs(text: string): string {
  let masked = '';
  let done = 0;
  for (const { 0: pair, 1: name = '', index } of text.matchAll(NAME)) {
    const start = index + pair.length;
    // A pair may stand inside the value of the one before it, which then is masked already.
    if (start < done || !SECRET_WORD.test(name)) continue;
    VALUE.lastIndex = start;
    if (!VALUE.test(text)) continue;
    masked += text.slice(done, start) + MASK;
    done = VALUE.lastIndex;
  }
  return masked + text.slice(done);
}

/** A configuration with its secrets masked: by the key's name, and within values that are settings themselves. */
export function maskSecrets(config: Readonly<Record<string, string>>): Record<string, string> {
  const masked = Object.entries(config).map(([key, value]) => [
    key,
    isSecretKey(key) && value !== '' ? MASK : maskPairs(value),
  ]);
  return Object.fromEntries(masked) as Record<string, string>;
}
