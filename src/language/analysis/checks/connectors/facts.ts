import { connectorOf } from '../../../catalog/connectors.ts';
import type { Connector } from '../../../catalog/connectors.ts';
import { nameText } from '../../../syntax/tree/base.ts';
import type { CreateTable, Property } from '../../../syntax/tree/statements.ts';
import { roleOf } from '../../usage.ts';
import type { TableRole } from '../../usage.ts';
import type { StatementContext } from '../check.ts';

/** What checks of a WITH clause need to know of its table. */
export interface TableFacts {
  readonly node: CreateTable;
  readonly properties: readonly Property[];
  /** The property `type`, if it is there. */
  readonly type?: Property;
  readonly connector?: Connector;
  /** How the script uses the table; absent when it does not. */
  readonly role?: TableRole;
}

/** Keys examples of the manual write in place of those its tables list. */
const ALTERNATES: ReadonlyMap<string, string> = new Map([
  ['accesskeyid', 'accessid'],
  ['accesskeysecret', 'accesskey'],
  ['projectname', 'project'],
]);

/** The key as the catalog lists it, in lower case: the service lower-cases keys before use. */
export function keyOf(property: Property): string {
  const key = nameText(property.key).toLowerCase();
  return ALTERNATES.get(key) ?? key;
}

/** Of the statement at hand: a dozen checks ask, one behind the other. */
const known = new WeakMap<StatementContext, { readonly facts: TableFacts | undefined }>();

/** @returns undefined when the statement declares no table, or could not be read to its end */
export function tableFacts(context: StatementContext): TableFacts | undefined {
  let found = known.get(context);
  if (found === undefined) known.set(context, (found = { facts: factsOf(context) }));
  return found.facts;
}

function factsOf({ model, usage }: StatementContext): TableFacts | undefined {
  if (model?.node.kind !== 'createTable' || model.declares?.kind !== 'table' || model.broken)
    return undefined;
  const { node } = model;
  const properties = node.properties?.items ?? [];
  const type = properties.find(item => keyOf(item) === 'type');
  const connector = type === undefined ? undefined : connectorOf(type.value.value);
  const used = usage.written || usage.read || usage.joined;
  return {
    node,
    properties,
    ...(type === undefined ? {} : { type }),
    ...(connector === undefined ? {} : { connector }),
    ...(used ? { role: roleOf(model.declares, usage) } : {}),
  };
}

/** Values that stand for something else: a job parameter, or the blanks of an example. */
export function isPlaceholderValue(value: string): boolean {
  return value.includes('${') || /^\s*$|^<.*>$|^[x*.]+$|^your/i.test(value);
}
