import { isSecretKey } from '../../../analysis/checks/connectors/secret.ts';
import { quoteKey } from '../../../analysis/checks/text.ts';
import { roleOf, usageOf } from '../../../analysis/usage.ts';
import type { TableRole } from '../../../analysis/usage.ts';
import { commonProperties, connectorOf, connectors, propertiesOf } from '../../../catalog/connectors.ts';
import type { Connector, ConnectorProperty } from '../../../catalog/connectors.ts';
import { inLanguage } from '../../../catalog/texts.ts';
import { tokenText } from '../../../syntax/lexer/tokens.ts';
import { WORDS } from '../../hover/words.ts';
import { ownTableName } from '../context/ownTable.ts';
import { isSourceOnly } from './tables.ts';
import { bareName } from '../context/site.ts';
import type { Site } from '../context/site.ts';
import { inSnippet } from '../item.ts';
import type { Offer } from '../item.ts';

/** Offers inside of WITH (…), and where what they replace begins (an offset of the script): keys hold dots. */
export interface PropertyOffers {
  readonly offers: readonly Offer[];
  readonly start: number;
}

/** Keys, or the values of the key before the cursor. */
export function propertyOffers(site: Site): PropertyOffers {
  const { cursor, top, before } = site;
  const { tokens, index, replace, base } = cursor;
  const given = givenProperties(site);
  const connector = connectorOf(given.get('type') ?? '');
  const equals = tokens.types.indexOf('=', top.item);
  if (equals >= 0 && equals < index) {
    const isValue = before === '=' || cursor.inString;
    const key = keyText(site, top.item, equals);
    return { offers: isValue ? valueOffers(site, key, connector) : [], start: replace.start };
  }
  const isKey = index === top.item || before === '.';
  const first = tokens.starts[top.item] ?? 0;
  return {
    offers: isKey ? keyOffers(site, given, connector) : [],
    start: isKey ? base + first : replace.start,
  };
}

function keyText({ cursor }: Site, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += bareName(tokenText(cursor.tokens, i));
  return text.toLowerCase();
}

/** Keys in lower case with their values, before the cursor and behind; that being typed is left out. */
function givenProperties(site: Site): Map<string, string> {
  const { types } = site.cursor.tokens;
  const found = new Map<string, string>();
  let item = site.top.open + 1;
  for (let i = item; i < types.length && types[i] !== ')'; i++) {
    if (types[i] === ',') item = i + 1;
    else if (types[i] === '=' && item !== site.top.item) {
      const value = tokenText(site.cursor.tokens, i + 1);
      found.set(keyText(site, item, i), value.replace(/^'|'$/g, ''));
    }
  }
  return found;
}

/** How the script uses the table, as far as it does. */
function knownRole(site: Site): TableRole | undefined {
  const name = ownTableName(site);
  const entity = name === undefined ? undefined : site.analysis.names.table(name);
  if (entity === undefined) return undefined;
  const usage = usageOf(site.analysis.usages, entity);
  const role = roleOf(entity, usage);
  if (usage.written || usage.read || usage.joined || role === 'dim') return role;
  return isSourceOnly(entity) ? 'source' : undefined;
}

function keyOffers(
  site: Site,
  given: ReadonlyMap<string, string>,
  connector: Connector | undefined,
): Offer[] {
  const role = knownRole(site);
  const all = connector === undefined ? commonProperties() : propertiesOf(connector);
  const open = all.filter(item => {
    const fits = role === undefined || item.roles.includes(role);
    return fits && !item.name.includes('*') && !given.has(item.name.toLowerCase());
  });
  const needed = open.filter(item => isNeeded(item, role, connector));
  const own = new Set(connector?.properties);
  const offers = open.map(item => keyOffer(site, item, connector, own.has(item), needed.includes(item)));
  if (!given.has('type')) offers.unshift(typeOffer(site));
  return needed.length > 1 && site.behind !== '=' ? [allNeeded(needed, site), ...offers] : offers;
}

/** Whether a table cannot do without it: not when only some of the roles it may still have need it. */
function isNeeded(
  { required, roles }: ConnectorProperty,
  role: TableRole | undefined,
  connector: Connector | undefined,
): boolean {
  if (required !== true) return false;
  return role !== undefined || (connector?.roles ?? []).every(item => roles.includes(item));
}

function typeOffer({ behind, language }: Site): Offer {
  const plain = behind === '=';
  return {
    label: 'type',
    kind: 'propertyKey',
    insert: plain ? 'type' : "type = '$1'",
    snippet: !plain,
    detail: inLanguage(WORDS.required, language),
    rank: 0,
    ...(plain ? {} : { next: 'offers' }),
  };
}

function keyOffer(
  { behind, language }: Site,
  item: ConnectorProperty,
  connector: Connector | undefined,
  isOwn: boolean,
  isNeeded: boolean,
): Offer {
  const { name, required, roles } = item;
  const plain = behind === '=';
  const rank = isNeeded ? 2 : required !== false ? 3 : item.undocumented ? 7 : isOwn ? 5 : 6;
  const value = item.default ?? item.values[0];
  const detail =
    required !== false
      ? [
          inLanguage(WORDS.required, language),
          ...(isNeeded || required !== true ? [] : roles.map(role => inLanguage(WORDS[role], language))),
        ].join(' · ')
      : value === undefined
        ? undefined
        : `= ${value}`;
  return {
    label: name,
    kind: 'propertyKey',
    insert: plain ? quoteKey(name) : `${inSnippet(quoteKey(name))} = '${valueStop(item, 1)}'`,
    snippet: !plain,
    ...(detail === undefined ? {} : { detail }),
    about: { kind: 'property', name, ...(connector === undefined ? {} : { type: connector.type }) },
    rank,
  };
}

/** A choice of the values there are, or the default to be changed; of a secret the job property that holds it. */
function valueStop({ name, values, default: usual }: ConnectorProperty, stop: number): string {
  if (isSecretKey(name)) return `\${${stop}:${inSnippet(`\${${name}}`)}}`;
  if (values.length < 2) return `\${${stop}:${inSnippet(usual ?? values[0] ?? '')}}`;
  const first = usual !== undefined && values.includes(usual) ? [usual] : [];
  const choices = [...first, ...values.filter(item => item !== usual)];
  return `\${${stop}|${choices.map(item => item.replace(/[\\|,$}]/g, '\\$&')).join(',')}|}`;
}

function allNeeded(needed: readonly ConnectorProperty[], { language }: Site): Offer {
  const lines = needed.map((item, i) => `${inSnippet(quoteKey(item.name))} = '${valueStop(item, i + 1)}'`);
  const [one, two] = needed.map(item => item.name);
  const label = inLanguage(WORDS.keys, language);
  return {
    label,
    kind: 'propertyKey',
    insert: lines.join(',\n'),
    snippet: true,
    detail: `${one}, ${two}${needed.length > 2 ? ' …' : ''}`,
    rank: 1,
    // Not the keys' names: who begins to type one of them wants that one.
    filter: `required ${label}`,
  };
}

function valueOffers(site: Site, key: string, connector: Connector | undefined): Offer[] {
  const written = (value: string): string =>
    site.cursor.inString ? value : `'${value.replaceAll("'", "''")}'`;
  if (key === 'type') return connectorOffers(site, written);
  const all = connector === undefined ? commonProperties() : propertiesOf(connector);
  const property = all.find(item => item.name.toLowerCase() === key);
  const values = new Set([
    ...(property?.default === undefined ? [] : [property.default]),
    ...(property?.values ?? []),
  ]);
  const offers = [...values].map((value, i): Offer => {
    return { label: value, kind: 'value', insert: written(value), rank: i };
  });
  if (!isSecretKey(key)) return offers;
  const parameter = `\${${property?.name ?? key}}`;
  const detail = inLanguage(WORDS.jobProperty, site.language);
  return [{ label: parameter, kind: 'value', insert: written(parameter), detail, rank: -1 }, ...offers];
}

function connectorOffers(site: Site, written: (value: string) => string): Offer[] {
  const role = knownRole(site);
  return connectors().map((item): Offer => {
    const fits = role === undefined || item.roles.includes(role);
    const unsure = item.confidence === 'low' ? 1 : 0;
    return {
      label: item.type,
      kind: 'connector',
      insert: written(item.type),
      detail: inLanguage(item, site.language),
      about: { kind: 'connector', type: item.type },
      rank: (fits ? 0 : 5) + unsure,
    };
  });
}
