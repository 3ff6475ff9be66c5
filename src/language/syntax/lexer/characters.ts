/**
 * Character classes of the service's lexer (Calcite 1.17, token LETTER and DIGIT). Identifiers are Java-like, with the
 * ranges the grammar lists: full-width letters, for example, are outside of them.
 */
const LETTER_RANGES = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0xff, 0x100, 0x1fff, 0x3040, 0x318f, 0x3300, 0x337f, 0x3400, 0x3d2d, 0x4e00,
  0x9fff, 0xf900, 0xfaff,
];

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;

const ascii = new Uint8Array(128);
for (let c = 0x41; c <= 0x5a; c++) ascii[c] = ascii[c + 32] = LETTER;
for (let c = 0x30; c <= 0x39; c++) ascii[c] = DIGIT;
ascii[0x24] = ascii[0x5f] = LETTER; // $ and _
for (const c of [0x20, 0x09, 0x0a, 0x0d, 0x0c]) ascii[c] = SPACE;

function isWideLetter(code: number): boolean {
  for (let i = 0; i < LETTER_RANGES.length; i += 2) {
    if (code < (LETTER_RANGES[i] ?? 0)) return false;
    if (code <= (LETTER_RANGES[i + 1] ?? 0)) return true;
  }
  return false;
}

/** Whether an identifier may begin with this UTF-16 unit. */
export function isLetter(code: number): boolean {
  return code < 128 ? ascii[code] === LETTER : isWideLetter(code);
}

/** Whether an identifier may go on with this UTF-16 unit. Decimal digits of other scripts lie inside the letters. */
export function isWordPart(code: number): boolean {
  if (code >= 128) return isWideLetter(code);
  const kind = ascii[code] ?? OTHER;
  return kind === LETTER || kind === DIGIT;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** White space of the lexer: blank, tab, line feed, carriage return, form feed. Nothing else, no U+00A0. */
export function isSpace(code: number): boolean {
  return code < 128 && ascii[code] === SPACE;
}
