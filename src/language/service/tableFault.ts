import { nameText, typeText } from '../syntax/tree/base.ts';
import type { Expression } from '../syntax/tree/expressions.ts';
import type { CreateTable } from '../syntax/tree/statements.ts';
import { frame } from './envelope.ts';
import type { ServiceFault } from './envelope.ts';
import { propertiesOf } from './jobModel.ts';
import type { Role } from './jobModel.ts';

/** Codes of "could not create the table", by the table's role. */
const CREATE_CODES: Readonly<Record<Role, readonly [code: string, label: string]>> = {
  source: ['SQL-00010007', 'source table'],
  sink: ['SQL-00010008', 'target table'],
  dim: ['SQL-00010009', 'dim table'],
};

/** Types of columns the service's connectors know; any other word parses and fails here. */
const COLUMN_TYPES = new Set(
  'BOOLEAN TINYINT SMALLINT INTEGER BIGINT FLOAT REAL DOUBLE DECIMAL DATE TIME TIMESTAMP VARCHAR VARBINARY ANY'.split(
    ' ',
  ),
);

const TABLE_EXCEPTION = 'org.apache.flink.table.api.TableException';

function isProctime(expression: Expression): boolean {
  return expression.kind === 'call' && expression.name.toUpperCase() === 'PROCTIME';
}

/** What is wrong inside: a fault of its own, or a plain text. */
function innerFault(table: CreateTable, role: Role): ServiceFault | string | undefined {
  const name = nameText(table.name);
  if (table.properties === undefined) return `Properties of table ${name} is missing`;
  if (propertiesOf(table)['type'] === undefined) return 'The type of CREATE TABLE is null';
  for (const column of table.columns) {
    if (column.kind !== 'column' || COLUMN_TYPES.has(column.type.name)) continue;
    const cause = `Table '${name}' Column '${column.name.name}': Unsupported column type: '${typeText(column.type)}'`;
    return { code: 'SQL-00010012', cause };
  }
  if (role !== 'sink') return undefined;
  const isTimed =
    table.watermarks.length > 0 ||
    table.columns.some(column => column.kind === 'computedColumn' && isProctime(column.expression));
  if (isTimed) {
    const cause = `Failed to create schema for table '${name}': SINK table does not support WATERMARK and PROCTIME().`;
    return { code: 'SQL-00010010', cause };
  }
  if (!table.columns.some(column => column.kind === 'computedColumn')) return undefined;
  const cause = `Failed to create schema for table '${name}': SINK table do not support computed column.`;
  return { code: 'SQL-00010011', cause };
}

/** Why the service could not register a table in its role, or undefined. */
export function tableFault(table: CreateTable, role: Role): ServiceFault | undefined {
  const inner = innerFault(table, role);
  if (inner === undefined) return undefined;
  return couldNotCreate(table, role, typeof inner === 'string' ? inner : `\n${frame(inner)}`);
}

/** The frame around anything that goes wrong with a table. */
export function couldNotCreate(table: CreateTable, role: Role, reason: string): ServiceFault {
  const [code, label] = CREATE_CODES[role];
  return {
    code,
    cause: `Could not create table '${nameText(table.name)}' as ${label}`,
    detail: `${TABLE_EXCEPTION}: ${reason}`,
  };
}
