import data from './data/connectors.json' with { type: 'json' };
import zh from './data/propertyTexts.zh.json' with { type: 'json' };
import type { Confidence, Texts } from './texts.ts';

/** What a table is used as; `dim`: joined with FOR SYSTEM_TIME. */
export type Role = 'source' | 'sink' | 'dim';

/** A key of WITH. */
export interface ConnectorProperty extends Texts {
  readonly name: string;
  /** False, true, or the condition under which it is needed. */
  readonly required: boolean | string;
  readonly default?: string;
  /** The default in the vendor's jar where it differs from the manual's. */
  readonly jarDefault?: string;
  /** All values the manual knows; other values may exist when `open`. */
  readonly values: readonly string[];
  readonly type?: 'int' | 'long' | 'datetime';
  readonly unit?: string;
  readonly roles: readonly Role[];
  readonly since?: string;
  readonly undocumented: boolean;
}

/** A column the connector fills from the message's header. */
export interface HeaderColumn {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

/** A connector: a value of the key `type`. */
export interface Connector extends Texts {
  readonly type: string;
  readonly aliases: readonly string[];
  readonly roles: readonly Role[];
  readonly since?: string;
  readonly primaryKey?: string;
  readonly headerColumns: readonly HeaderColumn[];
  readonly notes?: string;
  readonly example?: string;
  readonly flink: string;
  readonly confidence: Confidence;
  readonly sources: readonly string[];
  /** Its own keys; those every connector takes are in `commonProperties`. */
  readonly properties: readonly ConnectorProperty[];
  /** Whether keys not listed are passed on to a client or a class, so that none can be called wrong. */
  readonly open: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function property(entry: Json): ConnectorProperty {
  const en = text(entry['en']) ?? '';
  const chinese = (zh as Readonly<Record<string, string>>)[en];
  const required = entry['required'];
  return {
    name: text(entry['name']) ?? '',
    required: typeof required === 'string' ? required : required === true,
    ...optional(entry, 'default', 'jarDefault', 'unit', 'since'),
    ...(entry['type'] === undefined ? {} : { type: entry['type'] as 'int' | 'long' | 'datetime' }),
    values: (entry['values'] ?? []) as readonly string[],
    roles: (entry['roles'] ?? []) as readonly Role[],
    undocumented: entry['undocumented'] === true,
    en,
    ...(chinese === undefined ? {} : { zh: chinese }),
  };
}

function optional<Key extends string>(entry: Json, ...keys: Key[]): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = text(entry[key]);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

/** Connectors that hand unknown keys on, by the notes of the manual. */
const OPEN = /^(?:kafka|custom$|HBASE$|alihbase$)/i;

function connector(entry: Json): Connector {
  const type = text(entry['type']) ?? '';
  const confidence = entry['confidence'] as Confidence;
  const properties = (entry['properties'] as readonly Json[]).map(property);
  return {
    type,
    aliases: (entry['aliases'] ?? []) as readonly string[],
    roles: (entry['roles'] ?? []) as readonly Role[],
    ...optional(entry, 'since', 'primaryKey', 'notes', 'example'),
    headerColumns: (entry['headerColumns'] ?? []) as readonly HeaderColumn[],
    flink: text(entry['flink']) ?? '',
    confidence,
    sources: (entry['sources'] as readonly number[]).map(index => data.sources[index] ?? ''),
    properties,
    open: OPEN.test(type) || confidence === 'low' || properties.some(item => item.name.includes('*')),
    en: text(entry['en']) ?? '',
    ...(text(entry['zh']) === undefined ? {} : { zh: text(entry['zh']) ?? '' }),
  };
}

/** Read one by one as they are asked for: a job uses three or four of them. */
const read = new Map<Json, Connector>();
let entries: ReadonlyMap<string, Json> | undefined;
let common: readonly ConnectorProperty[] | undefined;

function connectorFrom(entry: Json): Connector {
  let found = read.get(entry);
  if (found === undefined) read.set(entry, (found = connector(entry)));
  return found;
}

/** Every connector, those of the manual first. */
export function connectors(): readonly Connector[] {
  return (data.connectors as readonly Json[]).map(connectorFrom);
}

/** The connector a `type` names, whatever its case. */
export function connectorOf(type: string): Connector | undefined {
  entries ??= new Map(
    (data.connectors as readonly Json[]).flatMap(entry =>
      [entry['type'], ...((entry['aliases'] ?? []) as readonly string[])].map((name): [string, Json] => [
        String(name).toLowerCase(),
        entry,
      ]),
    ),
  );
  const entry = entries.get(type.toLowerCase());
  return entry && connectorFrom(entry);
}

/** Keys any connector takes. */
export function commonProperties(): readonly ConnectorProperty[] {
  return (common ??= (data.common as readonly Json[]).map(property));
}

const propertiesKnown = new WeakMap<Connector, readonly ConnectorProperty[]>();

/** A connector's keys, then the common ones it does not describe itself. Asked for each table by several checks. */
export function propertiesOf(owner: Connector): readonly ConnectorProperty[] {
  let all = propertiesKnown.get(owner);
  if (all === undefined) {
    const own = new Set(owner.properties.map(item => item.name.toLowerCase()));
    all = [...owner.properties, ...commonProperties().filter(item => !own.has(item.name.toLowerCase()))];
    propertiesKnown.set(owner, all);
  }
  return all;
}

const namedProperties = new WeakMap<Connector, ReadonlyMap<string, ConnectorProperty>>();

/** The same by their names in lower case, as the service looks them up. */
export function propertiesByName(owner: Connector): ReadonlyMap<string, ConnectorProperty> {
  let found = namedProperties.get(owner);
  if (found === undefined) {
    found = new Map(propertiesOf(owner).map(item => [item.name.toLowerCase(), item]));
    namedProperties.set(owner, found);
  }
  return found;
}
