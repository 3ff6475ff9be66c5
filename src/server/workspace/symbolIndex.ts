import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken, Connection, Range } from 'vscode-languageserver';
import { workspaceSymbols } from '../../language/features/workspaceSymbols/workspaceSymbols.ts';
import type { WorkspaceSymbol } from '../../language/features/workspaceSymbols/workspaceSymbols.ts';
import { parseScript } from '../../language/syntax/script.ts';
import type { Script } from '../../language/syntax/script.ts';
import type { Documents } from '../documents/documents.ts';
import { excessOfText } from '../documents/limits.ts';
import { LineTable } from '../documents/lineTable.ts';
import { rangeOf } from '../documents/ranges.ts';
import { LIST_FILES, READ_FILE } from '../protocol.ts';
import type { ListedFile, ReadFileParams } from '../protocol.ts';

/** A symbol and where it stands. */
export interface PlacedSymbol extends Pick<WorkspaceSymbol, 'name' | 'kind'> {
  readonly uri: string;
  readonly range: Range;
}

/** Files the editor is asked for at a time: enough to keep it busy, too few to flood it. */
const AT_ONCE = 4;

/**
 * The symbols of all files the editor lists. A file is read once for each state (`tag`) it has; of a document that is
 * open, what is being typed counts.
 */
export class SymbolIndex {
  private readonly connection: Connection;
  private readonly documents: Documents;
  private known = new Map<string, { tag: string; symbols: readonly PlacedSymbol[] }>();

  constructor(connection: Connection, documents: Documents) {
    this.connection = connection;
    this.documents = documents;
  }

  /** @throws ResponseError when the request is cancelled; what was read by then is kept */
  async symbols(token: CancellationToken): Promise<PlacedSymbol[]> {
    const files = await this.connection.sendRequest<readonly ListedFile[]>(LIST_FILES, token);
    const listed = new Set(files.map(({ uri }) => uri));
    for (const uri of this.known.keys()) if (!listed.has(uri)) this.known.delete(uri);
    const waiting = files.filter(
      ({ uri, tag }) => this.documents.get(uri) === undefined && this.known.get(uri)?.tag !== tag,
    );
    const readers = Array.from({ length: AT_ONCE }, async () => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
        await this.read(file, token);
    });
    await Promise.all(readers);
    const found: PlacedSymbol[] = [];
    for (const { uri } of files) {
      const symbols = (await this.inOpen(uri)) ?? this.known.get(uri)?.symbols ?? [];
      for (const symbol of symbols) found.push(symbol);
    }
    return found;
  }

  private async inOpen(uri: string): Promise<PlacedSymbol[] | undefined> {
    const document = this.documents.get(uri);
    const analysis = await document?.analysis();
    return document && placed(uri, analysis?.script, document.lines);
  }

  private async read({ uri, tag }: ListedFile, token: CancellationToken): Promise<void> {
    if (token.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'workspaceSymbol');
    const params: ReadFileParams = { uri };
    const text = await this.connection.sendRequest<string | null>(READ_FILE, params, token);
    const script = text === null || excessOfText(text) !== undefined ? undefined : parseScript(text);
    this.known.set(uri, { tag, symbols: placed(uri, script, new LineTable(text ?? '')) });
  }
}

function placed(uri: string, script: Script | undefined, lines: LineTable): PlacedSymbol[] {
  if (script === undefined) return [];
  return workspaceSymbols(script).map(symbol => ({
    name: symbol.name,
    kind: symbol.kind,
    uri,
    range: rangeOf(symbol, lines),
  }));
}
