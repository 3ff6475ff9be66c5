import type { Shape } from './shape.ts';

/** What VS Code puts into every webview. */
interface EditorApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** The panel's line to its host. */
export interface Bridge<Out> {
  post(message: Out): void;
  /** Kept by the editor, and handed back to the host after a reload of the window. */
  keep(state: unknown): void;
}

/**
 * Opens the line. May be called once per page. Messages that are not of the agreed shape are dropped with a warning
 * on the console: a newer host may say more than this page understands.
 */
export function connectHost<In, Out>(incoming: Shape<In>, receive: (message: In) => void): Bridge<Out> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', event => {
    let message: In;
    try {
      message = incoming.read(event.data, '');
    } catch (error) {
      console.warn('A message was dropped.', error);
      return;
    }
    receive(message);
  });
  return {
    post: message => api.postMessage(message),
    keep: state => api.setState(state),
  };
}
