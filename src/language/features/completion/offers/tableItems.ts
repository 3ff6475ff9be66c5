import { quoteName } from '../../../analysis/checks/text.ts';
import { connectorOf } from '../../../catalog/connectors.ts';
import { DATA_TYPES } from '../../../catalog/dataTypes.ts';
import { inLanguage } from '../../../catalog/texts.ts';
import type { Language } from '../../../catalog/texts.ts';
import { tokenText } from '../../../syntax/lexer/tokens.ts';
import { ownColumns } from '../context/ownTable.ts';
import type { Site } from '../context/site.ts';
import { inSnippet } from '../item.ts';
import type { Offer } from '../item.ts';
import { functionOffers } from './functions.ts';
import { documented, keywords, valueWords } from './keywords.ts';

/** The likeliest types of columns. */
const USUAL = ['VARCHAR', 'BIGINT', 'INT', 'TIMESTAMP', 'DOUBLE', 'DECIMAL', 'BOOLEAN'];

/** Data types: of columns, or also those of CAST. */
export function typeOffers(language: Language, inCast: boolean): Offer[] {
  return DATA_TYPES.filter(item => item.column || inCast).map((item): Offer => {
    const usual = USUAL.indexOf(item.name);
    const isDecimal = item.name === 'DECIMAL';
    return {
      label: item.name,
      kind: 'dataType',
      insert: isDecimal ? 'DECIMAL(${1:18}, ${2:4})' : item.name,
      snippet: isDecimal,
      detail: firstSentence(inLanguage(item, language)),
      about: { kind: 'dataType', name: item.name },
      rank: usual < 0 ? 10 : usual / 10,
    };
  });
}

/** The documentation has the rest. */
const firstSentence = (text: string): string => /^.*?(?=[.。:：](?:\s|$|\p{L}))/u.exec(text)?.[0] ?? text;

/** Inside of the parentheses of CREATE TABLE: what may begin an item, and what goes on with it. */
export function tableItemOffers(site: Site): Offer[] {
  const { cursor, top, before } = site;
  const { types } = cursor.tokens;
  const passed = cursor.index - top.item;
  const first = types[top.item] ?? '';
  if (passed === 0) return [...headerColumns(site), ...newItems(site)];
  if (first === 'WATERMARK') return watermark(site);
  if (first === 'PERIOD') return periodRest(before);
  if (first === 'PRIMARY') return before === 'PRIMARY' ? keywords('KEY') : [];
  if (before === 'NOT') return keywords('NULL');
  if (passed === 1) return [...typeOffers(site.language, false), ...keywords('AS', 5)];
  if (types[top.item + 1] === 'AS') return passed === 2 ? computed(site) : [];
  return before === 'COMMENT' ? [] : keywords('NOT NULL, HEADER, COMMENT');
}

function periodRest(before: string): Offer[] {
  if (before === 'PERIOD') return keywords('FOR SYSTEM_TIME');
  return before === 'FOR' ? keywords('SYSTEM_TIME') : [];
}

function watermark(site: Site): Offer[] {
  const { before, cursor, top } = site;
  if (before === 'WATERMARK') return keywords('FOR');
  if (before === 'FOR') return ownColumnOffers(site, type => type === 'TIMESTAMP');
  if (before !== 'AS') return keywords('AS');
  const time = tokenText(cursor.tokens, top.item + 2);
  return [{ label: 'withOffset', kind: 'function', insert: `withOffset(${inSnippet(time)}, \${1:1000})`, snippet: true, suffix: '(rowtime, offsetMs)', about: { kind: 'function', name: 'withOffset' }, rank: 1 }]; // prettier-ignore
}

const computed = (site: Site): Offer[] => [
  { label: 'PROCTIME()', kind: 'function', insert: 'PROCTIME()', rank: 1, about: { kind: 'function', name: 'PROCTIME' } },
  ...ownColumnOffers(site, () => false),
  ...functionOffers(site, 'computed'),
  ...valueWords(),
]; // prettier-ignore

/** Columns of the table being declared; likely ones first. */
export function ownColumnOffers(site: Site, isLikely: (type: string, name: string) => boolean): Offer[] {
  return ownColumns(site).map(({ name, type }) => ({
    label: name,
    kind: 'column',
    insert: quoteName(name),
    ...(type === '' ? {} : { detail: type }),
    rank: isLikely(type, name) ? 1 : 10,
  }));
}

function newItems(site: Site): Offer[] {
  const times = ownColumns(site).filter(item => item.type === 'TIMESTAMP');
  const time = quoteName(times[0]?.name ?? 'ts');
  const item = (label: string, insert: string, rank: number): Offer => ({
    label,
    kind: 'keyword',
    insert,
    snippet: insert.includes('$'),
    ...documented(label),
    rank,
  });
  return [
    item(
      'WATERMARK FOR',
      `WATERMARK FOR \${1:${time}} AS withOffset(\${1:${time}}, \${2:1000})`,
      times.length > 0 ? 2 : 4,
    ),
    item('PRIMARY KEY', 'PRIMARY KEY ($1)', 3),
    item('PERIOD FOR SYSTEM_TIME', 'PERIOD FOR SYSTEM_TIME', 5),
    item('UNIQUE', 'UNIQUE ($1)', 8),
    item('INDEX', 'INDEX ($1)', 8),
  ];
}

/** Columns the connector fills from the header of its messages, when the table's WITH names one. */
function headerColumns({ cursor, top }: Site): Offer[] {
  const type = /\btype\s*=\s*'([^']*)'/i.exec(cursor.text.slice(cursor.tokens.starts[top.open]))?.[1];
  return (connectorOf(type ?? '')?.headerColumns ?? []).map((item): Offer => ({
    label: item.name,
    kind: 'column',
    insert: `${quoteName(item.name)} ${item.type} HEADER`,
    detail: `${item.type} HEADER`,
    rank: 6,
  }));
}
