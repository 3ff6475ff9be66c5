import type { Tokens } from '../lexer/tokens.ts';
import type { Problem } from '../problems.ts';

/** A character as Java's lexers print it in a message: escaped unless it is plain ASCII. */
function escaped(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const code = text.charCodeAt(i);
    const short = {
      '\b': '\\b',
      '\t': '\\t',
      '\n': '\\n',
      '\f': '\\f',
      '\r': '\\r',
      '"': '\\"',
      "'": "\\'",
      '\\': '\\\\',
    }[char];
    if (short !== undefined) out += short;
    else if (code < 0x20 || code > 0x7e) out += `\\u${code.toString(16).padStart(4, '0')}`;
    else out += char;
  }
  return out;
}

/** Text in a message of the service's parser: quotes, line ends and non-ASCII characters as escapes. */
export function escapeForMessage(text: string): string {
  return escaped(text);
}

/** Signs of other languages that everybody writes now and then. */
const FOREIGN_SIGNS: ReadonlyMap<string, string> = new Map([
  ['#', 'hashComment'],
  ['&', 'ampersand'],
]);

/** The problem of a `bad` token: the service's lexer gave up there. */
export function lexicalProblem(tokens: Tokens, index: number): Problem {
  const error = tokens.errors.find(item => item.token === index);
  const start = tokens.starts[index] ?? 0;
  const end = tokens.ends[index] ?? start;
  const offset = error?.offset ?? start;
  const after = error?.after ?? '';
  const atEnd = offset >= tokens.text.length;
  const char = tokens.text.charAt(offset);
  const found = atEnd ? '<EOF>' : `"${escaped(char)}" (${char.charCodeAt(0)}),`;
  const comment = atEnd && tokens.text.startsWith('/*', start);
  const id = comment
    ? 'openComment'
    : after.startsWith('`')
      ? 'openBackQuote'
      : (FOREIGN_SIGNS.get(tokens.text.charAt(start)) ?? 'badCharacter');
  const text = `Encountered: ${found} after : "${escaped(after)}"`;
  const service = {
    text,
    start: offset,
    end: Math.min(offset + 1, tokens.text.length),
    style: 'lexical',
  } as const;
  return { kind: 'lexical', id, args: [tokens.text.slice(start, end)], expected: [], service, start, end };
}
