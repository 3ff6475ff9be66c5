import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { ServerCapabilities } from 'vscode-languageserver';
import { ACTION_KINDS } from './features/codeActions.ts';
import { TRIGGERS } from './features/completion.ts';
import { SIGNS } from './features/onType.ts';
import { LEGEND } from './features/semanticTokens.ts';

/** What the server can do, as it says in its answer to `initialize`. */
export const CAPABILITIES: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: [...TRIGGERS], resolveProvider: true },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: SIGNS[0], moreTriggerCharacter: SIGNS.slice(1) },
  codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
  inlayHintProvider: true,
  documentLinkProvider: {},
  codeLensProvider: { resolveProvider: true },
  workspaceSymbolProvider: true,
};
