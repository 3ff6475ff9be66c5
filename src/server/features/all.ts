import { registerCodeActions } from './codeActions.ts';
import { registerCompletion } from './completion.ts';
import { registerDefinition } from './definition.ts';
import type { Parts } from './feature.ts';
import { registerFormatting } from './formatting.ts';
import { registerHover } from './hover.ts';
import { registerInlayHints } from './inlayHints.ts';
import { registerLens } from './lens.ts';
import { registerLineage } from './lineage.ts';
import { registerLinks } from './links.ts';
import { registerOnType } from './onType.ts';
import { registerReferences } from './references.ts';
import { registerRename } from './rename.ts';
import { registerSemanticTokens } from './semanticTokens.ts';
import { registerSignatureHelp } from './signatureHelp.ts';
import { registerStructure } from './structure.ts';
import { registerSymbols } from './symbols.ts';
import { registerWorkspaceSymbols } from './workspaceSymbols.ts';

const FEATURES: readonly ((parts: Parts) => void)[] = [
  registerCompletion,
  registerHover,
  registerSignatureHelp,
  registerDefinition,
  registerReferences,
  registerRename,
  registerSymbols,
  registerStructure,
  registerSemanticTokens,
  registerFormatting,
  registerOnType,
  registerCodeActions,
  registerInlayHints,
  registerLinks,
  registerLens,
  registerWorkspaceSymbols,
  registerLineage,
];

/** Lets every feature listen to the requests it answers. */
export function registerFeatures(parts: Parts): void {
  for (const register of FEATURES) register(parts);
}
