import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposable.ts';
import { errorText } from '../platform/errorText.ts';
import { isCancellation } from '../platform/failure.ts';
import type { ConnectionId, RunSummary } from '../services/model.ts';
import { jobKey, type Connections, type JobEvent, type JobEvents, type JobStates } from './api.ts';
import { askStates, sameSummary } from './askStates.ts';
import { Poller } from './poller.ts';
import type { PollPace } from './pollPlan.ts';
import { projectKey, WatchList, type WatchedProject } from './watchList.ts';

const SECTION = 'blink.poll';

function paceNow(): PollPace {
  const seconds = vscode.workspace.getConfiguration(SECTION).get<number>('intervalSeconds', 5);
  // The setting's schema warns about other values, but does not stop them.
  const interval = Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) * 1000 : 5000;
  return { interval, focused: vscode.window.state.focused };
}

/** The states of watched jobs, kept fresh by one poller per connection; nothing runs while nothing is watched. */
export function createJobStates(
  connections: Connections,
  events: JobEvents,
  log: vscode.LogOutputChannel,
): JobStates & Disposable {
  const emitter = new vscode.EventEmitter<ReadonlySet<string>>();
  const list = new WatchList();
  const pollers = new Map<ConnectionId, Poller>();
  const states = new Map<string, RunSummary>();
  /** By `projectKey`. */
  const errors = new Map<string, unknown>();

  async function ask(key: string, signal: AbortSignal): Promise<boolean> {
    const watched = list.projects.get(key);
    if (!watched) return true;
    try {
      const service = await connections.service(watched.connection);
      take(key, watched, await askStates(service, watched, signal));
      return true;
    } catch (error) {
      if (!isCancellation(error) && list.projects.has(key)) fail(key, error);
      return false;
    }
  }

  function take(key: string, watched: WatchedProject, answer: ReadonlyMap<string, RunSummary>): void {
    const recovered = errors.delete(key);
    const changed = new Set<string>(recovered ? list.jobKeys(key) : []);
    for (const job of watched.jobs.keys()) {
      const id = jobKey({ ...watched, job });
      const summary = answer.get(job);
      if (sameSummary(states.get(id), summary)) continue;
      if (summary) states.set(id, summary);
      else states.delete(id);
      changed.add(id);
    }
    if (changed.size > 0) emitter.fire(changed);
  }

  function fail(key: string, error: unknown): void {
    const text = errorText(error);
    if (errors.has(key) && errorText(errors.get(key)) === text) return;
    log.warn(`The run states of ${key.replace('\n', '/')} could not be read: ${text}`);
    errors.set(key, error);
    emitter.fire(new Set(list.jobKeys(key)));
  }

  function pollerOf(connection: ConnectionId): Poller {
    const known = pollers.get(connection);
    if (known) return known;
    const made = new Poller(ask, paceNow());
    pollers.set(connection, made);
    return made;
  }

  /** Gives every poller its projects anew; drops what nobody watches any more, which would grow stale. */
  function distribute(changed: ReadonlySet<string>): void {
    const wanted = new Map<ConnectionId, Set<string>>();
    for (const id of pollers.keys()) wanted.set(id, new Set());
    for (const [key, { connection }] of list.projects) {
      const keys = wanted.get(connection);
      if (keys) keys.add(key);
      else wanted.set(connection, new Set([key]));
    }
    for (const [id, keys] of wanted) {
      pollerOf(id).watch(
        keys,
        [...changed].filter(key => keys.has(key)),
      );
      if (keys.size === 0) pollers.delete(id);
    }
    const watched = new Set([...list.projects.keys()].flatMap(key => list.jobKeys(key)));
    for (const key of states.keys()) if (!watched.has(key)) states.delete(key);
    for (const key of errors.keys()) if (!list.projects.has(key)) errors.delete(key);
  }

  function setPace(): void {
    const pace = paceNow();
    for (const poller of pollers.values()) poller.pace = pace;
  }

  function follow({ kind, ref }: JobEvent): void {
    switch (kind) {
      case 'started':
      case 'stateRequested':
      case 'committed':
      case 'offline':
      case 'deleted':
        pollers.get(ref.connection)?.hurry(projectKey(ref));
        break;
      case 'created':
      case 'moved':
      case 'changed':
      case 'foldersChanged':
      case 'packagesChanged':
        break;
    }
  }

  const subscriptions = vscode.Disposable.from(
    emitter,
    events.onDid(follow),
    vscode.window.onDidChangeWindowState(setPace),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(SECTION)) setPace();
    }),
    connections.onDidChange(() => {
      for (const poller of pollers.values()) poller.forgive();
    }),
  );

  return {
    onDidChange: emitter.event,
    get: ref => states.get(jobKey(ref)),
    errorOf: ref => errors.get(projectKey(ref)),
    watch: (owner, jobs) => distribute(list.set(owner, jobs)),
    refresh: ref => pollers.get(ref.connection)?.hurry(projectKey(ref)),
    dispose: () => {
      for (const poller of pollers.values()) poller.dispose();
      pollers.clear();
      subscriptions.dispose();
    },
  };
}
