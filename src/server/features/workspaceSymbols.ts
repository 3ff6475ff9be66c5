import { SymbolKind } from 'vscode-languageserver';
import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import { bestMatches } from '../../language/features/workspaceSymbols/workspaceSymbols.ts';
import type { WorkspaceSymbol } from '../../language/features/workspaceSymbols/workspaceSymbols.ts';
import { SymbolIndex } from '../workspace/symbolIndex.ts';
import { guarded } from './feature.ts';
import type { Parts } from './feature.ts';

/** More nobody reads; who misses one types on. */
const MOST = 200;

const KINDS: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  table: SymbolKind.Struct,
  view: SymbolKind.Interface,
  function: SymbolKind.Function,
  insert: SymbolKind.Event,
};

/** Tables, views, functions and sinks of all files the editor lists, found by a few letters of their names. */
export function registerWorkspaceSymbols(parts: Parts): void {
  const { connection, documents } = parts;
  const index = new SymbolIndex(connection, documents);
  connection.onWorkspaceSymbol(
    guarded(connection, 'workspaceSymbol', async ({ query }, token: CancellationToken) => {
      const symbols = await index.symbols(token);
      return bestMatches(symbols, query, ({ name }) => name, MOST).map(
        ({ name, kind, uri, range }): SymbolInformation => ({
          name,
          kind: KINDS[kind],
          location: { uri, range },
        }),
      );
    }),
  );
}
