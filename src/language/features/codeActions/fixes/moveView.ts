import { lineEndOf, topOf } from '../layout.ts';
import { edit } from '../site.ts';
import { wholeStatement } from './removal.ts';
import type { Change, FaultSite } from './scriptFixes.ts';

/** Moves the CREATE VIEW of a view above the statement that reads it. */
export function moveView(site: FaultSite): Change[] {
  const { analysis, text, range, model } = site;
  const name = text.slice(range.start, range.end).replaceAll('`', '');
  const entity = analysis.names.table(name);
  const index = analysis.statements.findIndex(({ statement }) => statement === entity?.place.statement);
  const view = analysis.statements[index];
  if (view?.model?.node.kind !== 'createView' || view.offset < site.item.offset) return [];
  // Two views that read each other are no better the other way round.
  const own = model.declares;
  if (own === undefined || view.model.references.some(({ target }) => target === own)) return [];
  const top = topOf(view);
  const { statement } = view;
  const lineEnd = lineEndOf(analysis.script);
  const target = topOf(site.item);
  const moved = `${statement.text.slice(top).trim()};${lineEnd}${lineEnd}`;
  // A comment at its end would swallow the semicolon.
  if ((statement.tokens.comments.at(-1) ?? 0) >= statement.text.trimEnd().length) return [];
  return [
    {
      title: { en: `Move view '${name}' above this statement`, zh: `将视图“${name}”移到本语句之前` },
      edits: [
        edit(site, { start: target, end: target }, moved),
        { ...wholeStatement(analysis, view), text: '' },
      ],
      isPreferred: true,
    },
  ];
}
