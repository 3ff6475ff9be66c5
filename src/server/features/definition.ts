import type { Location, LocationLink } from 'vscode-languageserver';
import { definitionAt } from '../../language/features/navigation/definition.ts';
import { rangeOf } from '../documents/ranges.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';

export function registerDefinition(parts: Parts): void {
  parts.connection.onDefinition(
    answering(
      parts,
      'definition',
      null,
      ({ uri, lines }, analysis, { position }): Location | LocationLink[] | null => {
        const found = definitionAt(analysis, lines.offsetAt(position));
        if (found === undefined) return null;
        const target = rangeOf(found.target, lines);
        if (!parts.session.client.hasDefinitionLinks) return { uri, range: target };
        const originSelectionRange = rangeOf(found.origin, lines);
        return [{ originSelectionRange, targetUri: uri, targetRange: target, targetSelectionRange: target }];
      },
    ),
  );
}
