import type { ClientCapabilities } from 'vscode-languageserver';

/** What the editor at the other end can do, as far as answers depend on it. */
export interface Client {
  /** Completions may hold tab stops. */
  readonly hasSnippets: boolean;
  /** Completions may show something beside every label. */
  readonly hasLabelDetails: boolean;
  /** The range a completion replaces may be given once for all. */
  readonly hasSharedEditRange: boolean;
  readonly hasDefinitionLinks: boolean;
  readonly hasVersionedEdits: boolean;
  /** It asks again for lenses and hints when told to. */
  readonly refreshesLens: boolean;
  readonly refreshesHints: boolean;
}

export function clientOf({ textDocument, workspace }: ClientCapabilities): Client {
  const completion = textDocument?.completion;
  return {
    hasSnippets: completion?.completionItem?.snippetSupport === true,
    hasLabelDetails: completion?.completionItem?.labelDetailsSupport === true,
    hasSharedEditRange: completion?.completionList?.itemDefaults?.includes('editRange') === true,
    hasDefinitionLinks: textDocument?.definition?.linkSupport === true,
    hasVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    refreshesLens: workspace?.codeLens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
  };
}
