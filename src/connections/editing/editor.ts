import * as vscode from 'vscode';
import { showError } from '../../platform/errors.ts';
import type { ConnectionId } from '../../services/model.ts';
import type { Connection } from '../api.ts';
import type { KeyStore } from '../keys.ts';
import { newProfileId } from '../profiles.ts';
import type { ProfileSetting } from '../profileSetting.ts';
import { checkService } from '../projects.ts';
import type { Sessions } from '../sessions.ts';
import { withProgress } from '../../platform/progress.ts';
import { checkText } from './checkText.ts';
import { draftOf, EMPTY_DRAFT, keysOf, maskedId, profileOf, type Draft } from './draft.ts';
import { ENDPOINT, KEY, nameStep, PROJECTS, REGION } from './questions.ts';
import { regionName } from './regions.ts';
import { askSteps, BACK, LEAVE, type Step } from './steps.ts';
import { verify } from './verify.ts';

export interface EditorParts {
  readonly setting: ProfileSetting;
  readonly keys: KeyStore;
  readonly sessions: Sessions;
  /** All connections, the local one among them. */
  readonly all: () => readonly Connection[];
}

/** Adds, edits, tests and removes connections, in conversation with the user. */
export class ConnectionEditor {
  readonly #parts: EditorParts;

  constructor(parts: EditorParts) {
    this.#parts = parts;
  }

  /** @returns the new connection's id; undefined when the user left */
  async add(): Promise<ConnectionId | undefined> {
    const title = vscode.l10n.t('Add Connection');
    const steps = [REGION, ENDPOINT, nameStep(this.#parts.all()), ...KEY];
    const entered = await askSteps(title, steps, EMPTY_DRAFT);
    if (entered === LEAVE || entered === BACK) return undefined;
    const verified = await verify(title, entered, this.#parts.sessions);
    return verified && this.#save(verified, true);
  }

  /** Offers what can be changed, again after each change, until the user leaves. */
  async edit(connection: Connection): Promise<void> {
    for (let current: Connection | undefined = connection; current;) {
      const draft = draftOf(current, await this.#parts.keys.get(current.id));
      const title = vscode.l10n.t('Edit Connection "{0}"', current.name);
      const aspect = await askSteps(title, [ASPECT(draft)], undefined);
      if (aspect === LEAVE || aspect === BACK || aspect === undefined) return;
      const changed = await this.#change(title, draft, aspect);
      if (changed === LEAVE) return;
      const id: ConnectionId = current.id;
      current = this.#parts.all().find(each => each.id === id);
    }
  }

  /** Asks for a new access key. */
  async editKey(connection: Connection): Promise<void> {
    const title = vscode.l10n.t('Access Key of "{0}"', connection.name);
    const draft = draftOf(connection, await this.#parts.keys.get(connection.id));
    await this.#change(title, draft, 'key');
  }

  /** Tells whether it works, and if not, what to do. */
  async test(connection: Connection): Promise<void> {
    try {
      const check = await withProgress(
        vscode.l10n.t('Testing the connection "{0}"...', connection.name),
        async signal => {
          const service = await this.#parts.sessions.service(connection);
          return checkService(service, connection.projects, signal);
        },
      );
      if (check.kind === 'namesNeeded') await this.#offerNames(connection);
      else void vscode.window.showInformationMessage(checkText(connection.name, check));
    } catch (error) {
      const edit = connection.kind === 'local' ? {} : { connection: connection.id };
      const context = vscode.l10n.t('Connection "{0}"', connection.name);
      void showError(error, context, { ...edit, retry: () => this.test(connection) });
    }
  }

  /** Removes it with its key, after a confirmation. */
  async remove({ id, name }: Connection): Promise<void> {
    const remove = vscode.l10n.t('Remove');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t('Remove the connection "{0}"?', name),
      {
        modal: true,
        detail: vscode.l10n.t(
          'Its access key is deleted from this computer. Nothing changes at the service.',
        ),
      },
      remove,
    );
    if (choice !== remove) return;
    // The key first: should the second step fail, no key is left without its connection.
    await this.#parts.keys.delete(id);
    await this.#parts.setting.remove(id);
  }

  async #offerNames(connection: Connection): Promise<void> {
    const name = vscode.l10n.t('Name Projects');
    const choice = await vscode.window.showWarningMessage(
      vscode.l10n.t(
        'The access key of "{0}" works, but may not list the projects. Name those to show.',
        connection.name,
      ),
      name,
    );
    if (choice !== name) return;
    const draft = draftOf(connection, await this.#parts.keys.get(connection.id));
    await this.#change(vscode.l10n.t('Edit Connection "{0}"', connection.name), draft, 'projects');
  }

  async #change(title: string, draft: Draft, aspect: Aspect): Promise<typeof LEAVE | undefined> {
    const others = this.#parts.all().filter(({ id }) => id !== draft.id);
    const changed = await askSteps(title, stepsOf(aspect, others), draft, true);
    if (changed === LEAVE) return LEAVE;
    if (changed === BACK) return undefined;
    const canTry = changed.accessKeySecret !== '' && aspect !== 'name';
    const verified = canTry ? await verify(title, changed, this.#parts.sessions) : changed;
    if (verified) await this.#save(verified, verified.accessKeySecret !== '' && canTry);
    return undefined;
  }

  async #save(draft: Draft, withKeys: boolean): Promise<ConnectionId> {
    const taken = new Set<string>(this.#parts.all().map(connection => connection.id));
    const id = draft.id ?? newProfileId(draft.name, taken);
    // The key first: a connection that appears can be used at once.
    if (withKeys) await this.#parts.keys.set(id, keysOf(draft));
    await this.#parts.setting.save(profileOf(draft, id));
    return id as ConnectionId;
  }
}

type Aspect = 'name' | 'region' | 'endpoint' | 'key' | 'projects';

function stepsOf(aspect: Aspect, others: readonly Connection[]): readonly Step<Draft>[] {
  switch (aspect) {
    case 'name':
      return [nameStep(others)];
    case 'region':
      return [REGION, ENDPOINT];
    case 'endpoint':
      return [ENDPOINT];
    case 'key':
      return KEY;
    case 'projects':
      return [PROJECTS];
  }
}

/** The menu of what can be changed, each with what it is now. */
function ASPECT(draft: Draft): Step<Aspect | undefined> {
  const region = regionName(draft.regionId);
  const key =
    draft.accessKeyId === '' ? vscode.l10n.t('not stored on this computer') : maskedId(draft.accessKeyId);
  return {
    ask: asker =>
      asker.pick<Aspect>({
        placeholder: vscode.l10n.t('What do you want to change?'),
        items: [
          { label: `$(key) ${vscode.l10n.t('Access key')}`, description: key, value: 'key' },
          { label: `$(tag) ${vscode.l10n.t('Name')}`, description: draft.name, value: 'name' },
          {
            label: `$(globe) ${vscode.l10n.t('Region')}`,
            description: region === undefined ? draft.regionId : `${region} · ${draft.regionId}`,
            value: 'region',
          },
          {
            label: `$(link) ${vscode.l10n.t('Endpoint')}`,
            description: draft.endpoint === '' ? vscode.l10n.t('that of the region') : draft.endpoint,
            value: 'endpoint',
          },
          {
            label: `$(project) ${vscode.l10n.t('Projects')}`,
            description:
              draft.projects.length === 0
                ? vscode.l10n.t('as listed by the service')
                : draft.projects.join(', '),
            value: 'projects',
          },
        ],
      }),
  };
}
