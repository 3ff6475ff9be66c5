import type { Problem, ServiceWords } from '../problems.ts';
import type { Identifier, Span } from '../tree/base.ts';
import type { Expression } from '../tree/expressions.ts';
import type { CreateTable, Key, Watermark } from '../tree/statements.ts';

/** What the service checks of a CREATE TABLE right after parsing it; it stops at the first fault. */
type Check = (table: CreateTable, columns: ReadonlySet<string>) => Problem | undefined;

function problem(
  id: string,
  place: Span,
  text: string,
  style: ServiceWords['style'],
  args: string[],
  from = place,
): Problem {
  const { start, end } = place;
  const service = { text, style, start: from.start, end: from.end };
  return { kind: 'ddl', id, args, expected: [], service, start, end };
}

const duplicateColumn: Check = table => {
  const seen = new Set<string>();
  for (const column of table.columns) {
    const { name } = column.name;
    if (seen.has(name)) {
      // The service notes where a column begins before it reads the column: at the comma, or at the parenthesis.
      // A computed column knows its own place.
      const from = column.kind === 'column' ? { start: column.before, end: column.end } : column;
      return problem('duplicateColumn', column.name, `Duplicate column name [${name}]`, 'at', [name], from);
    }
    seen.add(name);
  }
  return undefined;
};

function undefinedKey(
  id: string,
  label: string,
  keys: readonly Identifier[],
  columns: ReadonlySet<string>,
): Problem | undefined {
  const missing = keys.find(key => !columns.has(key.name));
  if (missing === undefined) return undefined;
  const text = `${label} [${missing.name}] not defined in columns`;
  return problem(id, missing, text, 'at', [missing.name]);
}

const primaryKey: Check = (table, columns) =>
  undefinedKey('undefinedPrimaryKey', 'Primary key', table.primaryKeys.at(-1)?.columns ?? [], columns);

const allColumns = (keys: readonly Key[]): Identifier[] => keys.flatMap(key => key.columns);

const uniqueKeys: Check = (table, columns) =>
  undefinedKey('undefinedUniqueKey', 'Unique key', allColumns(table.uniqueKeys), columns);

const indexes: Check = (table, columns) =>
  undefinedKey('undefinedIndexColumn', 'IndexWrapper column', allColumns(table.indexes), columns);

const partitions: Check = (table, columns) =>
  undefinedKey('undefinedPartitionColumn', 'Partition column', table.partitionedBy, columns);

/** `withOffset(rowtime, milliseconds)`: the only function a watermark may have. */
const watermark: Check = table => {
  const mark = table.watermarks.at(-1);
  return mark === undefined ? undefined : watermarkFault(mark);
};

function watermarkFault({ call, column }: Watermark): Problem | undefined {
  // A window or a filter behind the call is a function of its own to the service; of a dotted name it sees the end.
  const name =
    call.over !== undefined
      ? 'OVER'
      : call.filter !== undefined
        ? 'FILTER'
        : call.name.slice(call.name.lastIndexOf('.') + 1);
  if (name.toLowerCase() !== 'withoffset')
    return problem('watermarkFunction', call, `Unsupported Watermark Function '${name}'`, 'hidden', [name]);
  const [field, offset, ...more] = call.args;
  if (field === undefined || offset === undefined || more.length > 0) {
    const text = "Watermark function 'withOffset(<rowtime_field>, <offset>)' only accept two arguments.";
    return problem('watermarkArguments', call, text, 'hidden', []);
  }
  const isColumn = field.kind === 'name' && field.parts.length === 1 && field.parts[0]?.name === column.name;
  if (!isColumn)
    return problem(
      'watermarkColumn',
      field,
      "The first argument of 'withOffset' must be the rowtime field.",
      'hidden',
      [column.name],
    );
  if (isLong(offset)) return undefined;
  const shown =
    offset.kind === 'literal' ? (offset.type === 'string' ? `'${offset.value}'` : offset.value) : '';
  const text = `The second argument of 'withOffset' must be an integer, but is ${shown}`;
  return problem('watermarkOffset', offset, text, 'hidden', [shown]);
}

/** Whether an expression is a whole number, with any signs before it, that fits into 64 bits. */
function isLong(offset: Expression): boolean {
  if (offset.kind === 'operation' && offset.operands.length === 1 && /^[+-]$/.test(offset.operator)) {
    const [operand] = offset.operands;
    return operand !== undefined && isLong(operand);
  }
  if (offset.kind !== 'literal' || offset.type !== 'number' || !/^\d+\.?$/.test(offset.value)) return false;
  return BigInt(offset.value.replace('.', '')) <= LARGEST;
}

const LARGEST = 2n ** 63n - 1n;

const CHECKS: readonly Check[] = [duplicateColumn, primaryKey, uniqueKeys, indexes, partitions, watermark];

/** The faults the service finds in a CREATE TABLE that parses, in the order it looks for them. */
export function checkCreateTable(table: CreateTable): Problem[] {
  const columns = new Set(table.columns.map(column => column.name.name));
  return CHECKS.map(check => check(table, columns)).filter(found => found !== undefined);
}
