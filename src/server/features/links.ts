import type { DocumentLink } from 'vscode-languageserver';
import { documentLinks } from '../../language/features/links/links.ts';
import type { DocumentLink as LanguageLink } from '../../language/features/links/links.ts';
import { rangeOf } from '../documents/ranges.ts';
import type { JobFacts, UserLanguage } from '../protocol.ts';
import { answeringLater } from './feature.ts';
import type { Parts } from './feature.ts';

const TOOLTIPS: Readonly<Record<LanguageLink['kind'], Readonly<Record<UserLanguage, string>>>> = {
  parameter: { en: 'Open the parameters of the job', zh: '打开作业参数' },
  class: { en: 'Show the package of this class', zh: '显示该类所在的资源包' },
};

/** Links to what belongs to the job and stands elsewhere; a document of no job has none. */
export function registerLinks(parts: Parts): void {
  parts.connection.onDocumentLinks(
    answeringLater(parts, 'documentLink', null, ({ lines, facts }, { script }): DocumentLink[] | null => {
      const links = facts?.links;
      if (links === undefined) return null;
      return documentLinks(script).flatMap(link => {
        const target = targetOf(link, links);
        if (target === undefined) return [];
        return [
          { range: rangeOf(link, lines), target, tooltip: TOOLTIPS[link.kind][parts.session.language] },
        ];
      });
    }),
  );
}

type Links = NonNullable<NonNullable<JobFacts['facts']>['links']>;

function targetOf({ kind, name }: LanguageLink, { parameters, classes = {} }: Links): string | undefined {
  if (kind === 'parameter') return parameters;
  return Object.hasOwn(classes, name) ? classes[name] : classes['*'];
}
