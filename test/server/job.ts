import { afterAll, beforeAll, expect } from 'vitest';
import type { Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { JOB_FACTS } from '../../src/server/protocol.ts';
import type { JobFacts } from '../../src/server/protocol.ts';
import { at, textIn } from './places.ts';
import { SCRIPT } from './script.ts';
import { TestServer } from './testServer.ts';

/** The document that holds SCRIPT. */
export const uri = 'untitled:job.sql';
export const textDocument = { uri };
/** What an editor says of itself when it asks for a layout. */
export const options = { tabSize: 2, insertSpaces: true };

export interface Job {
  readonly server: TestServer;
  /** Tells the server of the job behind SCRIPT; null: there is none. */
  facts(given: JobFacts['facts']): Promise<void>;
}

/** One server for the tests of a file, with SCRIPT open, which ends with them and must have nothing to complain of. */
export function useJob(): Job {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await TestServer.start({ settings: { inlayHints: { types: true } } });
    await server.opened(uri, SCRIPT);
  });
  afterAll(async () => {
    if (server === undefined) return;
    expect(server.log).toEqual([]);
    await server.end();
  });
  return {
    get server() {
      if (server === undefined) throw new Error('The server is there in tests only.');
      return server;
    },
    async facts(given) {
      const params: JobFacts = { uri, facts: given };
      await this.server.connection.sendNotification(JOB_FACTS, params);
    },
  };
}

/** Where the first `mark` of SCRIPT is, or where it ends. */
export const position = (mark: string, side?: 'before' | 'behind'): Position => at(SCRIPT, mark, side);

/** What ranges of SCRIPT hold, each with its line. */
export const texts = (ranges: readonly { range: Parameters<typeof textIn>[1] }[]): string[] =>
  ranges.map(({ range }) => `${range.start.line}: ${textIn(SCRIPT, range)}`);

/** The edits of the one document a change is about. */
export function editsOf({ documentChanges, changes }: WorkspaceEdit): TextEdit[] {
  const [first] = documentChanges ?? [];
  return first !== undefined && 'edits' in first
    ? (first.edits as TextEdit[])
    : (Object.values(changes ?? {})[0] ?? []);
}
