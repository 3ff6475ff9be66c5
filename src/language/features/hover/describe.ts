import { commonProperties, connectorOf, propertiesOf } from '../../catalog/connectors.ts';
import type { Connector, ConnectorProperty } from '../../catalog/connectors.ts';
import { DATA_TYPES } from '../../catalog/dataTypes.ts';
import { builtIn } from '../../catalog/functions.ts';
import type { BuiltIn } from '../../catalog/functions.ts';
import { signatureText } from '../../catalog/signature.ts';
import { noteIn } from '../../catalog/notes.ts';
import { inLanguage } from '../../catalog/texts.ts';
import type { Language } from '../../catalog/texts.ts';
import type { About } from './about.ts';
import { CLAUSES } from './clauses.ts';
import { block, code, escaped, paragraphs } from './markdown.ts';
import { WORDS } from './words.ts';

/** The documentation of something in the catalog as Markdown; undefined when the catalog does not know it. */
export function describe(about: About, language: Language): string | undefined {
  const say = (word: keyof typeof WORDS): string => inLanguage(WORDS[word], language);
  switch (about.kind) {
    case 'function': {
      const found = builtIn(about.name);
      return found && functionText(found, language, say);
    }
    case 'connector': {
      const found = connectorOf(about.type);
      return found && connectorText(found, language, say);
    }
    case 'property': {
      const found = propertyOf(about.name, about.type);
      return found && propertyText(found, language, say);
    }
    case 'clause': {
      const { form, ...texts } = CLAUSES[about.name];
      return paragraphs(block(form), escaped(inLanguage(texts, language)));
    }
    case 'comment':
      return escaped(about.text);
    case 'dataType': {
      const name = about.name.toUpperCase();
      const found = DATA_TYPES.find(item => item.name === name || item.synonyms.includes(name));
      if (found === undefined) return undefined;
      const { synonyms, column, parameters } = found;
      return paragraphs(
        block(found.name + parameters),
        escaped(inLanguage(found, language)),
        synonyms.length === 0 ? '' : fact(say('synonyms'), list(synonyms.map(code), language), language),
        column ? '' : say('castOnly'),
      );
    }
  }
}

type Say = (word: keyof typeof WORDS) => string;

/** A fact under its name, with the signs of the language. */
const fact = (name: string, value: string, language: Language): string =>
  `${name}${language === 'zh' ? '：' : ': '}${value}`;

const list = (items: readonly string[], language: Language): string =>
  items.join(language === 'zh' ? '、' : ', ');

/** A property by its key, whatever its case: of the connector, or else one that all connectors take. */
export function propertyOf(name: string, type: string | undefined): ConnectorProperty | undefined {
  const owner = type === undefined ? undefined : connectorOf(type);
  const properties = owner === undefined ? commonProperties() : propertiesOf(owner);
  return properties.find(item => item.name.toLowerCase() === name.toLowerCase());
}

function functionText(found: BuiltIn, language: Language, say: Say): string {
  const forms = found.signatures.map(item => `${signatureText(found.name, item)} -> ${item.returns}`);
  return paragraphs(
    block(found.form === undefined ? forms.join('\n') : formLines(found.name, found.form)),
    escaped(inLanguage(found, language)),
    found.notes === undefined ? '' : escaped(noteIn(found.notes, language)),
    found.example === '' ? '' : fact(say('example'), code(found.example), language),
    since(found, language, say),
    inFlink(found, language, say),
    doubts(found, say),
  );
}

/** The forms of a call, each on a line: `CEIL(x) | CEIL(time TO unit)` would run out of the box. */
const formLines = (name: string, form: string): string => form.replaceAll(` | ${name}(`, `\n${name}(`);

function inFlink(
  found: { readonly name?: string; readonly flink: string },
  language: Language,
  say: Say,
): string {
  if (found.flink === '') return '';
  const text = found.flink === found.name ? say('same') : escaped(noteIn(found.flink, language));
  return fact(say('flink'), text, language);
}

function connectorText(found: Connector, language: Language, say: Say): string {
  const needed = found.properties.filter(item => item.required !== false).map(item => code(item.name));
  return paragraphs(
    `**${escaped(found.type)}** ${escaped(inLanguage(found, language))}`,
    fact(say('roles'), list(found.roles.map(say), language), language),
    needed.length === 0 ? '' : fact(say('keys'), list([...new Set(needed)], language), language),
    found.primaryKey === undefined ? '' : escaped(noteIn(found.primaryKey, language)),
    found.notes === undefined ? '' : escaped(noteIn(found.notes, language)),
    headerText(found, language, say),
    since(found, language, say),
    inFlink(found, language, say),
    found.example === undefined ? '' : block(found.example),
    doubts(found, say),
  );
}

/** The columns of the message's header, one per line. */
function headerText({ headerColumns }: Connector, language: Language, say: Say): string {
  if (headerColumns.length === 0) return '';
  const lines = headerColumns.map(
    ({ name, type, description }) => `${code(`${name} ${type}`)} ${escaped(noteIn(description, language))}`,
  );
  return [fact(say('header'), '', language).trimEnd(), ...lines].join('  \n');
}

function propertyText(found: ConnectorProperty, language: Language, say: Say): string {
  const { required, values, unit } = found;
  const facts = [
    required === false
      ? ''
      : required === true
        ? say('required')
        : fact(say('required'), escaped(noteIn(required, language)), language),
    found.default === undefined ? '' : fact(say('default'), code(found.default), language),
    values.length === 0 ? '' : fact(say('values'), list(values.map(code), language), language),
    unit === undefined ? '' : fact(say('unit'), escaped(unit), language),
    fact(say('roles'), list(found.roles.map(say), language), language),
  ].filter(item => item !== '');
  return paragraphs(
    `**${escaped(found.name)}**`,
    escaped(inLanguage(found, language)),
    facts.join('  \n'),
    since(found, language, say),
    found.undocumented ? say('undocumented') : '',
  );
}

const since = ({ since: version }: { readonly since?: string }, language: Language, say: Say): string =>
  version === undefined ? '' : fact(say('since'), escaped(noteIn(version, language)), language);

function doubts(found: { undocumented?: boolean; confidence: string }, say: Say): string {
  if (found.confidence === 'low') return say('unsure');
  return found.undocumented === true ? say('undocumented') : '';
}
