/**
 * RFC 3986 percent-encoding as all signatures demand it: only `A-Z a-z 0-9 - _ . ~` stay, space is `%20`.
 * Lone surrogates, which have no UTF-8 form, become U+FFFD.
 */
export function percentEncode(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8')).replace(
    /[!'()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `k=v` pairs joined with `&`, encoded, sorted by name. An empty value keeps its `=`. */
export function encodeQuery(query: Readonly<Record<string, string>>): string {
  return Object.keys(query)
    .sort()
    .map(name => `${percentEncode(name)}=${percentEncode(query[name] ?? '')}`)
    .join('&');
}
