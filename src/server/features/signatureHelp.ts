import { MarkupKind } from 'vscode-languageserver';
import type { SignatureHelp } from 'vscode-languageserver';
import { signatureHelpAt } from '../../language/features/signature/signatureHelp.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';

/** Index of a parameter no signature has: nothing is emphasised. */
const NO_PARAMETER = 1_000;

export function registerSignatureHelp(parts: Parts): void {
  parts.connection.onSignatureHelp(
    answering(parts, 'signatureHelp', null, ({ lines }, analysis, { position }): SignatureHelp | null => {
      const found = signatureHelpAt(analysis, lines.offsetAt(position), parts.session.language);
      if (found === undefined) return null;
      const documentation = { kind: MarkupKind.Markdown, value: found.documentation };
      return {
        signatures: found.signatures.map(({ label, parameters }) => ({
          label,
          documentation,
          parameters: parameters.map(({ start, end }) => ({ label: [start, end] })),
        })),
        activeSignature: found.active,
        activeParameter: found.parameter ?? NO_PARAMETER,
      };
    }),
  );
}
