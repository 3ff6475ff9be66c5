import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createHttp } from '../http.ts';
import { makeAuthority } from '../testing/certificates.ts';
import { startProxy, startServer, unusedPort, type TestServer } from '../testing/servers.ts';
import type { NetworkSettings } from './settings.ts';

// The host exists nowhere: an answer can only have come through the proxy.
const HOST = 'foas.cn-test.example';
const authority = makeAuthority('Test authority');
const trusted: NetworkSettings = { extraCertificates: [authority.cert], environment: {} };

let server: TestServer;
const open: { close(): Promise<void> }[] = [];
beforeAll(async () => {
  server = await startServer(
    (_request, response) => response.end('secure'),
    authority.issue(HOST, '127.0.0.1'),
  );
});
afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.close()));
});
afterAll(() => server.close());

async function proxy(options: Parameters<typeof startProxy>[1] = {}): ReturnType<typeof startProxy> {
  const started = await startProxy(server.port, options);
  open.push(started);
  return started;
}

async function fetchText(settings: NetworkSettings, origin = `https://${HOST}`): Promise<string> {
  const http = createHttp(settings);
  open.push(http);
  return (await http.send({ method: 'GET', origin, path: '/', headers: {}, timeoutMs: 5_000 })).body;
}

describe('certificates', () => {
  it('refuses an unknown authority and says so', async () => {
    await expect(fetchText({ environment: {} }, server.origin)).rejects.toMatchObject({
      kind: 'tls',
      message: expect.stringContaining('is not trusted') as string,
    });
  });

  it('accepts one that is added', async () => {
    expect(await fetchText(trusted, server.origin)).toBe('secure');
  });

  it('refuses a certificate for another host', async () => {
    const other = await startServer((_request, response) => response.end(), authority.issue('other.example'));
    open.push(other);
    await expect(fetchText(trusted, other.origin)).rejects.toMatchObject({
      kind: 'tls',
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  it('accepts anything when strictSSL is off', async () => {
    expect(await fetchText({ strictSSL: false, environment: {} }, server.origin)).toBe('secure');
  });

  it.runIf(process.platform === 'linux')(
    'trusts what the operating system trusts, unless told not to',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'trust-'));
      try {
        writeFileSync(join(folder, 'ca.pem'), authority.cert);
        const script = `
        import { createHttp } from ${JSON.stringify(join(import.meta.dirname, '../http.ts'))};
        for (const systemCertificates of [true, false]) {
          const http = createHttp({ systemCertificates, environment: {} });
          const call = { method: 'GET', origin: ${JSON.stringify(server.origin)}, path: '/', headers: {}, timeoutMs: 5000 };
          console.log(await http.send(call).then(reply => reply.body, error => error.kind));
          await http.close();
        }`;
        // A process of its own: the system's list is read once.
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['--input-type=module', '-e', script],
          {
            env: { SSL_CERT_FILE: join(folder, 'ca.pem') },
          },
        );
        expect(stdout).toBe('secure\ntls\n');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

describe('proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])('is taken from %s', async name => {
    const { port, tunnels } = await proxy();
    const environment = { [name]: `http://127.0.0.1:${port}` };
    expect(await fetchText({ ...trusted, environment })).toBe('secure');
    expect(tunnels).toEqual([`${HOST}:443`]);
  });

  it('is taken from the setting before any variable', async () => {
    const { port, tunnels } = await proxy();
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${await unusedPort()}` };
    expect(
      await fetchText({ ...trusted, proxy: `127.0.0.1:${port}`, environment }, `https://${HOST}:8443`),
    ).toBe('secure');
    expect(tunnels).toEqual([`${HOST}:8443`]);
  });

  it('is not used for loopback', async () => {
    const { port, tunnels } = await proxy();
    expect(await fetchText({ ...trusted, proxy: `http://127.0.0.1:${port}` }, server.origin)).toBe('secure');
    expect(tunnels).toEqual([]);
  });

  it('may itself be reached over TLS', async () => {
    const { port, tunnels } = await proxy({ certificate: authority.issue('localhost') });
    expect(await fetchText({ ...trusted, proxy: `https://localhost:${port}` })).toBe('secure');
    expect(tunnels).toHaveLength(1);
  });

  it('gets the credentials of its address', async () => {
    const { port } = await proxy({ basicAuth: 'me:pa ss' });
    expect(await fetchText({ ...trusted, proxy: `http://me:pa%20ss@127.0.0.1:${port}` })).toBe('secure');
  });

  it('gets the authorization of the settings before the credentials of its address', async () => {
    const { port } = await proxy({ basicAuth: 'me:right' });
    const proxyAuthorization = `Basic ${Buffer.from('me:right').toString('base64')}`;
    for (const user of ['', 'me:wrong@']) {
      const settings = { ...trusted, proxy: `http://${user}127.0.0.1:${port}`, proxyAuthorization };
      expect(await fetchText(settings)).toBe('secure');
    }
  });

  it('that wants a password is told apart, and no password is quoted', async () => {
    const { port } = await proxy({ basicAuth: 'me:right' });
    const failed = fetchText({ ...trusted, proxy: `http://me:wrong-secret@127.0.0.1:${port}` });
    await expect(failed).rejects.toMatchObject({ kind: 'proxy', code: '407' });
    await expect(failed).rejects.toSatisfy(
      (error: Error) => !JSON.stringify([error.message, error]).includes('wrong-secret'),
    );
  });

  it('that is not there is told apart from a service that is not there', async () => {
    const failed = fetchText({ ...trusted, proxy: `http://127.0.0.1:${await unusedPort()}` });
    await expect(failed).rejects.toMatchObject({ kind: 'proxy', code: 'ECONNREFUSED' });
  });

  it('does not hide that the certificate behind it is not trusted', async () => {
    const { port } = await proxy();
    const failed = fetchText({ proxy: `http://127.0.0.1:${port}`, environment: {} });
    await expect(failed).rejects.toMatchObject({ kind: 'tls' });
  });

  it('has to be an http or https address', async () => {
    const failed = fetchText({ proxy: 'socks5://user:hidden@127.0.0.1:1', environment: {} });
    await expect(failed).rejects.toMatchObject({ kind: 'proxy' });
    await expect(failed).rejects.toSatisfy((error: Error) => !error.message.includes('hidden'));
  });
});
