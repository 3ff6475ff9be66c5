import * as vscode from 'vscode';
import { registerCommand } from '../platform/commands.ts';
import { showLog } from '../platform/log.ts';
import { withProgress } from '../platform/progress.ts';
import type { Connection } from './api.ts';
import { ConnectionError } from './connectionError.ts';
import type { ConnectionEditor } from './editing/editor.ts';
import type { LocalHost } from './local/host.ts';

/** What a command may get: nothing (palette), an id (links, notices), or a row of the tree that has a connection. */
type Target = string | { readonly connection?: unknown } | undefined;

/** The commands of this room. */
export function registerConnectionCommands(
  all: () => readonly Connection[],
  editor: () => Promise<ConnectionEditor>,
  local: LocalHost,
): vscode.Disposable {
  const find = (target: Target): Connection | undefined => {
    const id = idOf(target);
    return id === undefined ? undefined : all().find(connection => connection.id === id);
  };
  const choose = async (target: Target, placeHolder: string, among: readonly Connection[]) =>
    find(target) ?? (await pickConnection(placeHolder, among));
  const remote = () => all().filter(({ kind }) => kind !== 'local');

  return vscode.Disposable.from(
    registerCommand('blink.connection.add', async () => (await editor()).add()),
    registerCommand('blink.connection.edit', async (target: Target) => {
      const connection = await choose(
        target,
        vscode.l10n.t('Which connection do you want to edit?'),
        remote(),
      );
      if (connection) await (await editor()).edit(mutable(connection));
    }),
    registerCommand('blink.connection.editKey', async (target: Target) => {
      const connection = await choose(
        target,
        vscode.l10n.t('Whose access key do you want to enter?'),
        remote(),
      );
      if (connection) await (await editor()).editKey(mutable(connection));
    }),
    registerCommand('blink.connection.test', async (target: Target) => {
      const connection = await choose(target, vscode.l10n.t('Which connection do you want to test?'), all());
      if (connection) await (await editor()).test(connection);
    }),
    registerCommand('blink.connection.remove', async (target: Target) => {
      const connection = await choose(
        target,
        vscode.l10n.t('Which connection do you want to remove?'),
        remote(),
      );
      if (connection) await (await editor()).remove(mutable(connection));
    }),
    registerCommand('blink.local.restart', () =>
      withProgress(vscode.l10n.t('Restarting the local service...'), () => local.restart(), {
        cancellable: false,
      }),
    ),
    registerCommand('blink.local.showLog', () => local.showLog()),
    registerCommand('blink.local.reset', () => reset(local)),
    registerCommand('blink.showLog', showLog),
  );
}

/** @throws ConnectionError for the local service, which has nothing to edit; its trouble has other remedies */
function mutable(connection: Connection): Connection {
  if (connection.kind !== 'local') return connection;
  throw new ConnectionError(vscode.l10n.t('The local service is built in: it cannot be edited or removed.'), {
    actions: [
      {
        title: vscode.l10n.t('Restart'),
        run: () => vscode.commands.executeCommand('blink.local.restart'),
      },
      {
        title: vscode.l10n.t('Show Log'),
        run: () => vscode.commands.executeCommand('blink.local.showLog'),
      },
    ],
  });
}

async function reset(local: LocalHost): Promise<void> {
  const confirmed = vscode.l10n.t('Reset');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Reset the data of the local service?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'All its projects, jobs and instances are deleted, yours too, and the samples are made anew. This cannot be undone.',
      ),
    },
    confirmed,
  );
  if (choice !== confirmed) return;
  await withProgress(vscode.l10n.t('Resetting the local service...'), () => local.reset(), {
    cancellable: false,
  });
}

async function pickConnection(
  placeHolder: string,
  among: readonly Connection[],
): Promise<Connection | undefined> {
  if (among.length === 0) {
    const add = vscode.l10n.t('Add Connection');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('There is no connection to the cloud yet.'),
      add,
    );
    if (choice === add) await vscode.commands.executeCommand('blink.connection.add');
    return undefined;
  }
  const items = among.map(connection => ({
    label: connection.name,
    description: connection.kind === 'local' ? '' : connection.regionId,
    connection,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.connection;
}

function idOf(target: Target): string | undefined {
  if (typeof target !== 'object') return target;
  const { connection } = target;
  if (typeof connection === 'string') return connection;
  return typeof connection === 'object' && connection !== null && 'id' in connection
    ? String(connection.id)
    : undefined;
}
