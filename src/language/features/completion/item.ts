import type { About } from '../hover/about.ts';

export type CompletionKind =
  | 'keyword'
  | 'table'
  | 'view'
  | 'column'
  | 'alias'
  | 'function'
  | 'connector'
  | 'propertyKey'
  | 'value'
  | 'dataType'
  | 'condition'
  | 'list'
  | 'statement'
  | 'parameter';

/** One offer of a completion. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What is put in; with `snippet`, `${1:text}` marks stops, and `$`, `}` and `\` of the text are escaped. */
  readonly insert: string;
  readonly snippet: boolean;
  /** Shown right behind the label: the parameters of a function. */
  readonly suffix?: string;
  /** A type, a table, a default: beside the label. */
  readonly detail?: string;
  /** What the word being typed is compared with, when that is not the label. */
  readonly filter?: string;
  /** Puts likely offers first. */
  readonly sort: string;
  /** Of what documentation is shown when the offer is looked at. */
  readonly about?: About;
  /** What the editor should ask for right after this one: offers again, or help with the parameters. */
  readonly next?: 'offers' | 'parameters';
}

/** Offers for one place; `start` and `end` (offsets of the script in UTF-16 units) are what an offer replaces. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly items: readonly CompletionItem[];
  /** There are more: ask again when more is typed. */
  readonly incomplete: boolean;
}

/** An offer before it is sorted: the lower `rank`, the likelier. */
export type Offer = Omit<CompletionItem, 'sort' | 'snippet'> & {
  readonly rank: number;
  readonly snippet?: boolean;
};

/** Text as it must be written inside of a snippet. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** So many offers at most are sent; with more, those that fit what is typed so far, and the editor asks again. */
const MOST_OFFERS = 1000;

/** Offers as they are sent: sorted, each label of a kind once (the likeliest stays). */
export function listed(offers: readonly Offer[], prefix: string): Pick<Completion, 'items' | 'incomplete'> {
  const best = new Map<string, { offer: Offer; index: number }>();
  offers.forEach((offer, index) => {
    const key = `${offer.kind === 'keyword' ? 'k' : ''}${offer.label}`;
    const known = best.get(key);
    if (known === undefined || known.offer.rank > offer.rank) best.set(key, { offer, index });
  });
  let all = [...best.values()];
  const incomplete = all.length > MOST_OFFERS;
  if (incomplete) all = all.filter(({ offer }) => fits(offer.filter ?? offer.label, prefix));
  const items = all
    .sort((a, b) => a.offer.rank - b.offer.rank || a.index - b.index)
    .slice(0, MOST_OFFERS)
    .map(({ offer }, i) => item(offer, String(i).padStart(4, '0')));
  return { items, incomplete };
}

function item(offer: Offer, sort: string): CompletionItem {
  const { label, kind, insert, snippet = false, suffix, detail, filter, about, next } = offer;
  return {
    label,
    kind,
    insert,
    snippet,
    sort,
    ...(suffix === undefined ? {} : { suffix }),
    ...(detail === undefined ? {} : { detail }),
    ...(filter === undefined ? {} : { filter }),
    ...(about === undefined ? {} : { about }),
    ...(next === undefined ? {} : { next }),
  };
}

/** Whether the letters typed occur in the text, in their order. */
function fits(text: string, typed: string): boolean {
  const letters = typed.toLowerCase();
  let at = 0;
  for (const letter of text.toLowerCase()) if (letter === letters[at]) at++;
  return at >= letters.length;
}
