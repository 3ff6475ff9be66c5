import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposable.ts';
import type { ConnectionId } from '../services/model.ts';
import type { Connection, Connections } from './api.ts';
import { registerConnectionCommands } from './commands.ts';
import { ConnectionError } from './connectionError.ts';
import { onDidChangeHttpSettings } from './httpSettings.ts';
import { KeyStore } from './keys.ts';
import { LocalHost } from './local/host.ts';
import { LOCAL_ID } from './profiles.ts';
import { ProfileSetting } from './profileSetting.ts';
import { projectsOf } from './projects.ts';
import { Sessions } from './sessions.ts';

/** Profiles, keys and sessions, and the commands for them. Nothing is started or called before it is asked for. */
export function createConnections(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Connections & Disposable {
  const keys = new KeyStore(context.secrets);
  const local = new LocalHost(context, keys, log);
  const sessions = new Sessions(keys, local, log, id => get(id) !== undefined);
  const setting = new ProfileSetting(log);
  const changed = new vscode.EventEmitter<void>();
  const localConnection: Connection = {
    id: LOCAL_ID,
    name: vscode.l10n.t('Local service'),
    kind: 'local',
    regionId: 'local',
    projects: [],
  };
  const all = () => [localConnection, ...setting.connections];
  const get = (id: ConnectionId) => all().find(connection => connection.id === id);

  function known(id: ConnectionId): Connection {
    const connection = get(id);
    if (connection) return connection;
    throw new ConnectionError(
      vscode.l10n.t(
        'There is no connection "{0}" on this computer. Add it, or open the job from the sidebar.',
        id,
      ),
    );
  }

  /** The questions and their data are needed by few sessions of the editor: brought in by the first command. */
  async function editor() {
    const { ConnectionEditor } = await import('./editing/editor.ts');
    return new ConnectionEditor({ setting, keys, sessions, all });
  }

  const subscriptions = vscode.Disposable.from(
    changed,
    local,
    sessions,
    setting.onDidChange(() => {
      sessions.dropRemoved();
      changed.fire();
    }),
    keys.onDidChange(id => {
      // The local service has its own; what is stored here is an earlier version's.
      if (id === LOCAL_ID) return;
      sessions.drop(id);
      changed.fire();
    }),
    onDidChangeHttpSettings(() => {
      sessions.renewTransport();
      changed.fire();
    }),
    // Not at its first start: whoever waits for that asked for it and gets the answer.
    local.onDidComeBack(() => changed.fire()),
    registerConnectionCommands(all, editor, local),
  );

  return {
    get all() {
      return all();
    },
    onDidChange: changed.event,
    get,
    get localState() {
      return local.state;
    },
    onDidChangeLocalState: local.onDidChangeState,
    // Async, so that an unknown id rejects rather than throws.
    service: async id => sessions.service(known(id)),
    projects: async (id, signal) => {
      const connection = known(id);
      return projectsOf(await sessions.service(connection), connection.projects, signal);
    },
    dispose: () => {
      subscriptions.dispose();
    },
  };
}
