/** Why an endpoint cannot be used. */
export type EndpointProblem = 'syntax' | 'insecure' | 'userInfo' | 'path' | 'accessKey';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const LOOKS_LIKE_KEY = /\bLTAI[A-Za-z0-9]{8,}|access_?key/i;

/**
 * Reads an endpoint as people write it: `https://host`, `https://host:port/` or the bare host.
 * Plain HTTP is for this computer alone, since requests carry job code, which carries passwords.
 * @returns the origin (scheme, host, port; no trailing slash), or what is wrong with it
 */
export function readEndpoint(
  text: string,
): { readonly origin: string } | { readonly problem: EndpointProblem } {
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  // Looked for first: nothing that holds a key may be shown back as "your endpoint".
  if (LOOKS_LIKE_KEY.test(trimmed)) return { problem: 'accessKey' };
  if (trimmed === '' || /\s/.test(trimmed)) return { problem: 'syntax' };
  const url = URL.parse(hasScheme ? trimmed : `https://${trimmed}`);
  if (!url || !/^(?:\[[\da-f:.]+\]|[a-z0-9.-]+)$/i.test(url.hostname)) return { problem: 'syntax' };
  if (url.username !== '' || url.password !== '') return { problem: 'userInfo' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return { problem: 'path' };
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isSafe ? { origin: url.origin } : { problem: 'insecure' };
}
