import tls from 'node:tls';
import type { NetworkSettings } from './settings.ts';

/**
 * The trust that settings ask for, or undefined where Node's own is meant. One context serves all connections:
 * parsing some hundred certificates takes about as long as a handshake.
 */
export function trustOf(settings: NetworkSettings): tls.SecureContext | undefined {
  const extra = settings.extraCertificates ?? [];
  const system = settings.systemCertificates === false ? [] : systemCertificates();
  if (extra.length === 0 && system.length === 0) return undefined;
  return tls.createSecureContext({ ca: [...new Set([...defaults(), ...system, ...extra])] });
}

// `tls.getCACertificates` came with Node 22.15; older ones have the built-in list alone.
type ReadCertificates = ((type: 'default' | 'system') => string[]) | undefined;
const readCertificates = tls.getCACertificates as ReadCertificates;

function defaults(): readonly string[] {
  return readCertificates?.('default') ?? tls.rootCertificates;
}

let cached: readonly string[] | undefined;

/** Read once: it is slow on some systems, and changes need a restart in other programs too. */
function systemCertificates(): readonly string[] {
  return (cached ??= readCertificates?.('system') ?? []);
}
