import type { Analysis } from '../../analysis/analyze.ts';
import type { Language } from '../../catalog/texts.ts';
import { tokenText } from '../../syntax/lexer/tokens.ts';
import { cursorTextAt } from './context/cursorText.ts';
import type { CursorText } from './context/cursorText.ts';
import { bareName, siteOf } from './context/site.ts';
import type { Site } from './context/site.ts';
import { listed } from './item.ts';
import type { Completion, Offer } from './item.ts';
import { afterTarget, insertColumnOffers } from './offers/insert.ts';
import { keywords } from './offers/keywords.ts';
import { propertyOffers } from './offers/properties.ts';
import { queryOffers } from './offers/query.ts';
import { statementOffers, statementRests } from './offers/statements.ts';
import { ownColumnOffers, tableItemOffers } from './offers/tableItems.ts';
import { writableTables } from './offers/tables.ts';

export interface CompletionOptions {
  readonly language: Language;
  /** Names of the job's properties, which `${…}` may stand for. Their values may be secret and are not asked for. */
  readonly parameters?: readonly string[];
}

/**
 * What may be written at an offset of the script, the likeliest first. The text is expected to be broken: it is read
 * as tokens up to the cursor, and only the FROM around it is parsed. Nothing is offered in comments and free strings.
 */
export function complete(analysis: Analysis, offset: number, options: CompletionOptions): Completion {
  const cursor = cursorTextAt(analysis, offset);
  if (cursor === undefined) return { start: offset, end: offset, items: [], incomplete: false };
  const { prefix } = cursor;
  const { start, end } = cursor.replace;
  if (cursor.parameter !== undefined)
    return { start, end, ...listed(parameterOffers(options.parameters ?? []), prefix) };
  const site = siteOf(analysis, cursor, options.language);
  if (site.top.kind === 'properties') {
    const found = propertyOffers(site);
    const isQuoted = analysis.script.text.charAt(found.start) === '`';
    const offers = isQuoted ? found.offers.map(behindQuote) : found.offers;
    return { start: found.start, end, ...listed(offers, prefix) };
  }
  const offers = cursor.inString || isNumber(cursor) ? [] : offersAt(site);
  return { start, end, ...listed(cursor.quoted ? offers.filter(isName).map(behindQuote) : offers, prefix) };
}

/** What is replaced begins with the back-quote: to the editor, nothing fits it that has none. */
const behindQuote = (offer: Offer): Offer => ({ ...offer, filter: `\`${offer.filter ?? offer.label}` });

/** Digits being typed are no beginning of a name. */
const isNumber = ({ prefix }: CursorText): boolean => /^\d/.test(prefix);

const NAMES = new Set<Offer['kind']>(['table', 'view', 'column', 'alias']);
const isName = (offer: Offer): boolean => NAMES.has(offer.kind);

function parameterOffers(names: readonly string[]): Offer[] {
  return names.map((name): Offer => ({ label: name, kind: 'parameter', insert: `${name}}`, rank: 1 }));
}

function offersAt(site: Site): Offer[] {
  const { top, query } = site;
  switch (top.kind) {
    case 'columns':
      return tableItemOffers(site);
    case 'insertColumns':
      return insertColumnOffers(site);
    case 'keyColumns':
      return query === undefined ? ownColumnOffers(site, () => true) : queryOffers(site);
    case 'call':
    case 'group':
    case 'over':
      return site.frames.some(frame => frame.kind === 'columns') ? inComputedColumn(site) : queryOffers(site);
    case 'root':
      return query === undefined ? headOffers(site) : queryOffers(site);
    case 'properties':
    case 'match':
    case 'names':
    case 'length':
    case 'pattern':
      return queryOffers(site);
  }
}

/** A computed column reads the columns of its own table. */
function inComputedColumn(site: Site): Offer[] {
  const { tokens } = site.cursor;
  const item = site.frames.find(frame => frame.kind === 'columns')?.item ?? 0;
  if (tokens.types[item] !== 'WATERMARK')
    return [...ownColumnOffers(site, () => false), ...queryOffers(site)];
  const behindFor = bareName(tokenText(tokens, tokens.types.indexOf('FOR', item) + 1));
  return site.top.argument === 0 ? ownColumnOffers(site, (_, name) => name === behindFor) : [];
}

/** Before the first SELECT of a statement. */
function headOffers(site: Site): Offer[] {
  const { top, before, cursor } = site;
  const { clause } = top;
  if (clause === '') {
    if (before === 'INSERT' || before === 'UPSERT') {
      const rests = statementRests(site, before);
      return rests.length > 0 ? rests : keywords('INTO');
    }
    return cursor.index === 0 ? statementOffers(site) : [];
  }
  if (clause === 'create') {
    const rests = before === 'CREATE' ? statementRests(site, before) : [];
    return rests.length > 0 ? rests : keywords('TABLE, VIEW, FUNCTION');
  }
  if (clause === 'into') {
    if (before === 'INTO') return writableTables(site);
    return before === ')' ? keywords('SELECT, VALUES, WITH') : afterTarget(site);
  }
  if (clause === 'tableEnd') return [WITH, ...keywords('COMMENT, PARTITIONED BY')];
  if (clause === 'viewName')
    return before === 'AS' ? keywords('SELECT, WITH') : before === 'VIEW' ? [] : keywords('AS');
  if (clause === 'functionName') return before === 'AS' || before === 'FUNCTION' ? [] : keywords('AS');
  if (clause === 'with') return queryOffers(site);
  return clause === 'setOperation' ? keywords('ALL, SELECT') : [];
}

const WITH: Offer = {
  label: 'WITH',
  kind: 'keyword',
  insert: "WITH (\n  type = '$1'\n)",
  snippet: true,
  rank: 1,
  next: 'offers',
};
