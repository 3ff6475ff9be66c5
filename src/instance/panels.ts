import * as vscode from 'vscode';
import { jobKey, type Connections, type JobEvents, type JobRef, type JobStates } from '../connections/api.ts';
import type { Disposable } from '../platform/disposable.ts';
import { panelRoot } from '../platform/panelView.ts';
import type { ConnectionId, JobName, ProjectName } from '../services/model.ts';
import { panelStateShape } from '../webviews/instance/messages.ts';
import { Choices } from './choices.ts';
import { InstancePanel, type PanelParts } from './panel.ts';

/** The panels' type, as the manifest's activation event names it. */
const VIEW_TYPE = 'blink.instance';

export interface InstancePanelsParts {
  readonly context: vscode.ExtensionContext;
  readonly connections: Connections;
  readonly states: JobStates;
  readonly events: JobEvents;
  readonly log: vscode.LogOutputChannel;
}

export interface InstancePanels {
  /** Opens the job's panel. There is one per job: an open one is brought to the front. */
  show(ref: JobRef): void;
}

/** The instance panels of this window; open ones come back after a reload. */
export function createInstancePanels(parts: InstancePanelsParts): InstancePanels & Disposable {
  const { context, connections, states, events, log } = parts;
  const { extensionUri } = context;
  const panelParts: PanelParts = {
    extensionUri,
    connections,
    states,
    events,
    choices: new Choices(context.globalState),
    log,
  };
  const open = new Map<string, InstancePanel>();

  function adopt(ref: JobRef, view: vscode.WebviewPanel): void {
    const key = jobKey(ref);
    open.get(key)?.close();
    const panel = new InstancePanel(ref, view, panelParts);
    open.set(key, panel);
    view.onDidDispose(() => {
      if (open.get(key) === panel) open.delete(key);
    });
  }

  const serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    deserializeWebviewPanel(view, state: unknown) {
      try {
        const { ref } = panelStateShape.read(state, 'state');
        adopt(
          {
            connection: ref.connection as ConnectionId,
            project: ref.project as ProjectName,
            job: ref.job as JobName,
          },
          view,
        );
      } catch (error) {
        log.warn(`An instance panel could not be restored. ${String(error)}`);
        view.dispose();
      }
      return Promise.resolve();
    },
  });

  return {
    show({ connection, project, job }) {
      const ref: JobRef = { connection, project, job };
      const panel = open.get(jobKey(ref));
      if (panel) {
        panel.reveal();
        return;
      }
      const view = vscode.window.createWebviewPanel(VIEW_TYPE, job, vscode.ViewColumn.Active, {
        enableScripts: true,
        localResourceRoots: [panelRoot(extensionUri)],
      });
      adopt(ref, view);
    },
    dispose() {
      serializer.dispose();
      for (const panel of [...open.values()]) panel.close();
    },
  };
}
