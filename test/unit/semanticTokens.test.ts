import { readFileSync } from 'node:fs';
import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import { describe, expect, it } from 'vitest';
import { LEGEND } from '../../src/server/features/semanticTokens.ts';

interface Contributes {
  readonly semanticTokenTypes?: readonly { readonly id: string }[];
  readonly semanticTokenModifiers: readonly { readonly id: string }[];
  readonly semanticTokenScopes: readonly {
    readonly language: string;
    readonly scopes: Readonly<Record<string, readonly string[]>>;
  }[];
}

const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const { contributes } = JSON.parse(manifest) as { contributes: Contributes };
const ids = (declared: readonly { readonly id: string }[] = []) => declared.map(({ id }) => id);
const ownOf = (words: readonly string[], standard: object) =>
  words.filter(word => !Object.values(standard).includes(word));

describe('the colours by meaning', () => {
  it('are of the standard, or declared in the manifest', () => {
    expect(ids(contributes.semanticTokenTypes)).toEqual(ownOf(LEGEND.tokenTypes, SemanticTokenTypes));
    expect(ids(contributes.semanticTokenModifiers)).toEqual(
      ownOf(LEGEND.tokenModifiers, SemanticTokenModifiers),
    );
  });

  it('have scopes for what is not of the standard, so that every theme has a colour for it', () => {
    const [own, ...others] = contributes.semanticTokenScopes;
    expect([own?.language, others]).toEqual(['blink-sql', []]);
    const selectors = Object.keys(own?.scopes ?? {}).map(selector => selector.split('.'));
    for (const [type = '', ...modifiers] of selectors) {
      expect(LEGEND.tokenTypes).toContain(type);
      expect(LEGEND.tokenModifiers).toEqual(expect.arrayContaining(modifiers));
    }
    expect(selectors.flatMap(([, ...modifiers]) => modifiers)).toEqual(
      ids(contributes.semanticTokenModifiers),
    );
  });
});
