import type * as vscode from 'vscode';
import { registerCommands } from './commands/index.ts';
import { registerShowInstance } from './commands/showInstance.ts';
import { createConnections } from './connections/connections.ts';
import { createJobEvents } from './connections/jobEvents.ts';
import { createJobStates } from './connections/jobStates.ts';
import { createDocuments } from './documents/documents.ts';
import { createExplorer } from './explorer/explorer.ts';
import { createInstancePanels } from './instance/panels.ts';
import { createLanguageClient } from './languageClient/languageClient.ts';
import { createLineagePanels } from './lineage/panels.ts';
import { createLog } from './platform/log.ts';
import { createValidation } from './validation/validation.ts';

/** Composition root: builds the parts, hands them to each other, owns their disposal. No logic, no waiting. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createLog(context);
  const connections = createConnections(context, log);
  const events = createJobEvents();
  const states = createJobStates(connections, events, log);
  const ground = { context, connections, events, states, log };

  const documents = createDocuments(ground);
  const explorer = createExplorer(ground);
  const validation = createValidation({ ...ground, documents, explorer });
  const language = createLanguageClient({ ...ground, documents, explorer, validation });
  const panels = createInstancePanels(ground);
  const lineage = createLineagePanels({ ...ground, language });
  const commands = registerCommands({ ...ground, documents, explorer });
  const showInstance = registerShowInstance({ ...ground, documents, explorer }, panels);

  context.subscriptions.push(
    connections,
    events,
    states,
    documents,
    explorer,
    validation,
    language,
    panels,
    lineage,
    commands,
    showInstance,
  );
}
