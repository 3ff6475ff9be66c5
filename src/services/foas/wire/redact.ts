import type { Credentials } from '../sign/request.ts';

export type Redact = (text: string) => string;

const MASK = '***';

/**
 * Makes a function that takes an account's key id, secret and token, and the given signatures, out of any text: in
 * the clear, percent-encoded any number of times, escaped for JSON or as entities. A service that does not accept
 * a signature quotes what it was sent, including the text to sign.
 */
export function redactor(credentials: Credentials, signatures: readonly string[] = []): Redact {
  const { accessKeyId, accessKeySecret, securityToken } = credentials;
  const secrets = [accessKeySecret, securityToken ?? '', accessKeyId, ...signatures].filter(
    text => text.length > 2,
  );
  const pattern = secrets.map(anyEncoding).join('|');
  const known = pattern === '' ? undefined : new RegExp(pattern, 'gi');
  return text => {
    const cut = text.replace(/(string to sign is)\b[\s\S]*/i, `$1: ${MASK}`);
    return known ? cut.replace(known, MASK) : cut;
  };
}

/** A pattern for a text whose characters other than letters and digits may be escaped. */
function anyEncoding(secret: string): string {
  return Array.from(secret, char => {
    if (/[A-Za-z0-9]/.test(char)) return char;
    const code = char.charCodeAt(0);
    const hex = code.toString(16).padStart(2, '0');
    const literal = char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    return `(?:\\\\?${literal}|%(?:25)*${hex}|\\\\u00${hex}|&#x0*${hex};|&#0*${code};|&[a-z]+;)`;
  }).join('');
}

/** The signature within an Authorization header or a signed query, so that it can be taken out of texts. */
export function signaturesOf(signed: {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}): string[] {
  const header = signed.headers['authorization'];
  const found = [/^acs [^:]*:(.+)$/.exec(header ?? '')?.[1], /Signature=(\w+)$/.exec(header ?? '')?.[1]];
  return [...found, signed.query['Signature']].filter(text => text !== undefined);
}
