import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IRawGrammar, StateStack } from 'vscode-textmate';

const GRAMMAR = new URL('../../syntaxes/blink-sql.tmLanguage.json', import.meta.url);
const SCOPE = 'source.sql.blink';

/** A piece of text with its scopes, the outermost first, without the one of the language itself. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The grammar as the editor loads it: the same tokenizer, the same engine of regular expressions. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM({ data: readFileSync(wasm) });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: scope =>
      Promise.resolve(scope === SCOPE ? (JSON.parse(readFileSync(GRAMMAR, 'utf8')) as IRawGrammar) : null),
  });
  const grammar = await registry.loadGrammar(SCOPE);
  if (grammar === null) throw new Error('the grammar was not loaded');
  return grammar;
}

/** One line after what came before it. */
export interface Line {
  readonly tokens: readonly Token[];
  readonly state: StateStack;
}

export function tokenizeLine(grammar: IGrammar, line: string, state: StateStack | null = null): Line {
  const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
  return {
    state: ruleStack,
    tokens: tokens.map(({ startIndex, endIndex, scopes }) => ({
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map(scope => scope.replace(/\.sql\.blink$/, '')),
    })),
  };
}

/** All lines of a text. */
export function tokenize(grammar: IGrammar, text: string): Token[] {
  let state: StateStack | null = null;
  return text.split(/\r\n|\n/).flatMap(line => {
    const done = tokenizeLine(grammar, line, state);
    ({ state } = done);
    return done.tokens;
  });
}
