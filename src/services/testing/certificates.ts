import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

// Certificates made on the spot: nothing to expire, no private key in the repository, no openssl needed.
// The encoding is X.509 v3 in DER (RFC 5280), just as much of it as TLS in tests needs.

export interface TestCertificate {
  /** PEM */
  readonly cert: string;
  /** PEM */
  readonly key: string;
}

export interface TestAuthority extends TestCertificate {
  /** A server certificate for host names and addresses. */
  issue(...hosts: readonly string[]): TestCertificate;
}

const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));

function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tlv(0x30, ...parts);
}

function oid(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, 'hex'));
}

function bitString(content: Uint8Array): Buffer {
  return tlv(0x03, Buffer.from([0]), content);
}

/** A distinguished name with a common name only. */
function commonName(text: string): Buffer {
  return sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(text, 'utf8')))));
}

function utcTime(date: Date): Buffer {
  return tlv(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
}

function extension(id: string, critical: boolean, value: Buffer): Buffer {
  const flag = critical ? [tlv(0x01, Buffer.from([0xff]))] : [];
  return sequence(oid(id), ...flag, tlv(0x04, value));
}

function alternativeName(host: string): Buffer {
  if (isIP(host) === 4) return tlv(0x87, Buffer.from(host.split('.').map(Number)));
  return tlv(0x82, Buffer.from(host));
}

interface Body {
  readonly subject: Buffer;
  readonly issuer: Buffer;
  readonly publicKey: KeyObject;
  readonly extensions: readonly Buffer[];
}

function signed(body: Body, issuerKey: KeyObject): string {
  const day = 24 * 3600 * 1000;
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const content = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, serial),
    ECDSA_SHA256,
    body.issuer,
    sequence(utcTime(new Date(Date.now() - day)), utcTime(new Date(Date.now() + day))),
    body.subject,
    body.publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...body.extensions)),
  );
  const der = sequence(content, ECDSA_SHA256, bitString(sign('sha256', content, issuerKey)));
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

/** Makes a new authority, valid for a day. */
export function makeAuthority(name: string): TestAuthority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const issuer = commonName(name);
  const basicConstraints = extension('551d13', true, sequence(tlv(0x01, Buffer.from([0xff]))));
  return {
    cert: signed(
      { subject: issuer, issuer, publicKey: keys.publicKey, extensions: [basicConstraints] },
      keys.privateKey,
    ),
    key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    issue(...hosts) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const names = extension('551d11', false, sequence(...hosts.map(alternativeName)));
      const subject = commonName(hosts[0] ?? 'test');
      return {
        cert: signed({ subject, issuer, publicKey: own.publicKey, extensions: [names] }, keys.privateKey),
        key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
      };
    },
  };
}
