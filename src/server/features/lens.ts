import type { CodeLens } from 'vscode-languageserver';
import { lensPlaces, referenceLens } from '../../language/features/lens/lens.ts';
import { rangeOf } from '../documents/ranges.ts';
import { answering, answeringLater } from './feature.ts';
import type { Parts } from './feature.ts';

/** Of the editor's side: shows a list of places beside the lens. */
const SHOW_REFERENCES = 'blink.showReferences';

/** How often tables and views are used, above their declarations; counted when the lens comes into view. */
export function registerLens(parts: Parts): void {
  const { connection, session } = parts;
  connection.onCodeLens(
    answeringLater(parts, 'codeLens', null, ({ uri, lines }, { script }): CodeLens[] | null =>
      session.showsReferences
        ? lensPlaces(script).map(place => ({ range: rangeOf(place, lines), data: uri }))
        : null,
    ),
  );
  const resolve = answering<{ textDocument: { uri: string }; lens: CodeLens }, CodeLens | null>(
    parts,
    'codeLensResolve',
    null,
    ({ uri, lines }, analysis, { lens }) => {
      const { start } = lens.range;
      const { title, references } = referenceLens(analysis, lines.offsetAt(start), session.language);
      const locations = references.map(span => ({ uri, range: rangeOf(span, lines) }));
      // Without a command the title is shown, and cannot be clicked: there is no place to go to.
      const command = locations.length === 0 ? '' : SHOW_REFERENCES;
      return { ...lens, command: { title, command, arguments: [uri, start, locations] } };
    },
  );
  connection.onCodeLensResolve(async (lens, token) => {
    const answer = await resolve({ textDocument: { uri: String(lens.data) }, lens }, token);
    return answer ?? lens;
  });
}
