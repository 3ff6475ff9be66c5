import * as vscode from 'vscode';
import type { Http } from '../services/http.ts';
import type { JobService } from '../services/jobService.ts';
import type { ConnectionId } from '../services/model.ts';
import type { Connection } from './api.ts';
import { ConnectionError } from './connectionError.ts';
import { readHttpSettings } from './httpSettings.ts';
import type { KeyStore } from './keys.ts';
import type { LocalHost } from './local/host.ts';
import type { SessionTarget } from './session.ts';
import { SessionCache } from './sessionCache.ts';

/** Time that calls under way have to end after the network settings changed, ms. */
const FAREWELL = 60_000;

/** The services behind the connections: opened when first asked for, kept until something about them changes. */
export class Sessions {
  readonly #keys: KeyStore;
  readonly #local: LocalHost;
  readonly #log: vscode.LogOutputChannel;
  readonly #open: SessionCache;
  #http: Promise<Http> | undefined;

  /** @param isKnown whether there is such a connection */
  constructor(
    keys: KeyStore,
    local: LocalHost,
    log: vscode.LogOutputChannel,
    isKnown: (id: ConnectionId) => boolean,
  ) {
    this.#keys = keys;
    this.#local = local;
    this.#log = log;
    this.#open = new SessionCache(isKnown);
  }

  /** @throws ConnectionError when no key is stored, or the local service does not start */
  async service(connection: Connection): Promise<JobService> {
    const target = await this.#targetOf(connection);
    const known = this.#open.find(connection.id, target);
    if (known) return known;
    const service = await this.try(target, connection.name);
    this.#open.keep(connection.id, { target, service });
    return service;
  }

  /** A session that is not kept: to test what may become a connection. */
  async try(target: SessionTarget, name: string): Promise<JobService> {
    const { openSession, openTransport } = await import('./session.ts');
    this.#http ??= Promise.resolve(openTransport(readHttpSettings()));
    return openSession(target, await this.#http, line => this.#log.debug(`${name}: ${line}`));
  }

  /** Connections were removed: their keys are forgotten. */
  dropRemoved(): void {
    this.#open.dropUnknown();
  }

  /** The keys of a connection changed or were deleted: the former ones are forgotten. */
  drop(id: string): void {
    this.#open.drop(id);
  }

  /** The network settings changed: calls from now on use the new ones, those under way end as they began. */
  renewTransport(): void {
    const old = this.#http;
    this.#http = undefined;
    this.#open.clear();
    if (old) setTimeout(() => void old.then(http => http.close()), FAREWELL).unref();
  }

  dispose(): void {
    void this.#http?.then(http => http.close());
    this.#open.clear();
  }

  async #targetOf(connection: Connection): Promise<SessionTarget> {
    if (connection.kind === 'local') {
      const { url, regionId, accessKeyId, accessKeySecret } = await this.#local.address();
      return { regionId, endpoint: url, keys: { accessKeyId, accessKeySecret } };
    }
    const keys = await this.#keys.get(connection.id);
    if (!keys) throw noKey(connection);
    return { regionId: connection.regionId, endpoint: connection.endpoint, keys };
  }
}

function noKey({ id, name }: Connection): ConnectionError {
  return new ConnectionError(
    vscode.l10n.t(
      'No access key is stored on this computer for the connection "{0}". Enter it to go on.',
      name,
    ),
    {
      actions: [
        {
          title: vscode.l10n.t('Enter Access Key'),
          run: () => vscode.commands.executeCommand('blink.connection.editKey', id),
        },
      ],
    },
  );
}
