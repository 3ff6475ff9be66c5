import { quoteName } from '../../analysis/checks/text.ts';
import type { Column } from '../../analysis/model.ts';
import { familyOf, typeText } from '../../analysis/types.ts';
import type { SqlType } from '../../analysis/types.ts';
import { connectorOf } from '../../catalog/connectors.ts';
import type { Role } from '../../catalog/connectors.ts';
import { uniqueName } from './layout.ts';

/** A column to be declared. */
export interface NewColumn {
  readonly name: string;
  readonly type: string;
}

/** Connectors a declaration is offered with, the simplest first; others are one completion away. */
export const CONNECTORS: Readonly<Record<Role, readonly string[]>> = {
  sink: ['print', 'rds', 'datahub'],
  source: ['random', 'datahub', 'sls'],
  dim: ['rds', 'cloudhbase'],
};

const SECRETS = /^(?:accessid|accesskey|password)$/i;

/** The type as CREATE TABLE can have it. A DECIMAL whose digits are not known gets the widest: it must hold any. */
export function declarableType(type: SqlType): string {
  const family = familyOf(type);
  if (family === 'unknown' || family === 'interval' || family === 'collection') return 'VARCHAR';
  const isRough = type.precision === undefined || type.vague === true;
  return type.name === 'DECIMAL' && isRough ? 'DECIMAL(38, 18)' : typeText(type);
}

/** Columns a table needs to take what a query gives, each with a name of its own. */
export function columnsFor(output: readonly Column[], names: readonly string[] = []): NewColumn[] {
  const taken: string[] = [];
  return output.map(({ name, type }, i) => {
    const given = names[i] ?? (name.startsWith('EXPR$') || name === '' ? `col_${i + 1}` : name);
    const own = uniqueName(given, taken);
    taken.push(own);
    return { name: own, type: declarableType(type) };
  });
}

/** A CREATE TABLE with the properties its connector requires left open; without a semicolon. */
export function tableText(
  name: string,
  columns: readonly NewColumn[],
  type: string,
  role: Role,
  items: readonly string[] = [],
  lineEnd = '\n',
): string {
  const declared = columns.map(column => `${quoteName(column.name)} ${column.type}`);
  const required = (connectorOf(type)?.properties ?? []).filter(
    property => property.required === true && property.default === undefined && property.roles.includes(role),
  );
  const properties = required.map(
    property =>
      `${quoteName(property.name)} = '${SECRETS.test(property.name) ? `\${${property.name}}` : ''}'`,
  );
  const list = (lines: readonly string[]): string => lines.map(line => `  ${line}`).join(`,${lineEnd}`);
  return [
    `CREATE TABLE ${quoteName(name)} (`,
    list([...declared, ...items]),
    ') WITH (',
    list([`type = '${type}'`, ...properties]),
    ')',
  ].join(lineEnd);
}
