import { BlockList, isIP } from 'node:net';

/** `localhost`, names below it, 127.0.0.0/8 and ::1. */
export function isLoopback(hostname: string): boolean {
  const host = bare(hostname);
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  );
}

/** A host name without the brackets of an IPv6 literal and without a trailing dot, lower case. */
function bare(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

/**
 * Whether a host is exempt from the proxy. Entries as in NO_PROXY: `*`, a name (which covers names below it, with
 * or without a leading `.` or `*.`), an address, a range such as `10.0.0.0/8`, each with an optional `:port`.
 */
export function isExempt(hostname: string, port: string, entries: readonly string[]): boolean {
  const host = bare(hostname);
  return entries
    .map(entry => entry.trim().toLowerCase())
    .some(entry => entry !== '' && covers(entry, host, port));
}

function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  if (entry.includes('/')) return inRange(entry, host);
  const [, name = entry, entryPort] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
  if (entryPort !== undefined && entryPort !== port) return false;
  const suffix = bare(name).replace(/^\*?\./, '');
  return host === suffix || (isIP(host) === 0 && host.endsWith(`.${suffix}`));
}

function inRange(entry: string, host: string): boolean {
  const [address = '', bits = ''] = entry.split('/', 2);
  const family = isIP(host);
  const prefix = Number(bits);
  if (family === 0 || isIP(address) !== family || !/^\d+$/.test(bits) || prefix > (family === 4 ? 32 : 128))
    return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, prefix, type);
  return list.check(host, type);
}
