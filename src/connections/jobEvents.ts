import * as vscode from 'vscode';
import type { Disposable } from '../platform/disposable.ts';
import type { JobEvent, JobEvents } from './api.ts';

/** The one channel by which parts tell each other what they did to a job. */
export function createJobEvents(): JobEvents & Disposable {
  const emitter = new vscode.EventEmitter<JobEvent>();
  return {
    onDid: emitter.event,
    fire: event => emitter.fire(event),
    dispose: () => emitter.dispose(),
  };
}
