import type { Script, PlacedStatement } from '../../syntax/script.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { sameName } from './compare.ts';
import type { CreateTable, Insert, StatementNode } from '../../syntax/tree/statements.ts';
import { walk } from '../../syntax/tree/walk.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';

/** Finds the place of a text that states none. Gets the words the pattern caught. */
type Finder = (script: Script, words: readonly string[], table: string | undefined) => Span[];

const at = (placed: PlacedStatement, { start, end }: Span): Span => ({
  start: placed.offset + start,
  end: placed.offset + end,
});

function statements<Kind extends StatementNode['kind']>(
  script: Script,
  kind: Kind,
): { placed: PlacedStatement; node: Extract<StatementNode, { kind: Kind }> }[] {
  return script.statements.flatMap(placed => {
    const { node } = placed.statement;
    return node?.kind === kind ? [{ placed, node: node as Extract<StatementNode, { kind: Kind }> }] : [];
  });
}

function tokensOf(script: Script, isMeant: (type: string, text: string) => boolean): Span[] {
  for (const { offset, statement } of script.statements) {
    const { types, starts, ends, text } = statement.tokens;
    const index = types.findIndex((type, i) => isMeant(type, text.slice(starts[i], ends[i])));
    if (index >= 0) return [{ start: offset + (starts[index] ?? 0), end: offset + (ends[index] ?? 0) }];
  }
  return [];
}

const sign =
  (wanted: string): Finder =>
  script =>
    tokensOf(script, type => type === wanted);

function tableNamed(
  script: Script,
  name: string | undefined,
): { placed: PlacedStatement; node: CreateTable } | undefined {
  return statements(script, 'createTable').find(({ node }) => sameName(nameText(node.name), name));
}

const insertsInto = (script: Script, name: string): { placed: PlacedStatement; node: Insert }[] =>
  statements(script, 'insert').filter(({ node }) => sameName(nameText(node.target), name));

const target: Finder = (script, [name = '']) =>
  insertsInto(script, name)
    .slice(0, 1)
    .map(({ placed, node }) => at(placed, node.target));

const column: Finder = (script, [table, name]) => {
  const found = tableNamed(script, table);
  const definition = found?.node.columns.find(item => sameName(item.name.name, name));
  if (found === undefined || definition === undefined) return [];
  return [at(found.placed, definition.kind === 'column' ? definition.type : definition.expression)];
};

const schema: Finder = (script, [table]) => {
  const found = tableNamed(script, table);
  if (found === undefined) return [];
  const { node, placed } = found;
  const computed = node.columns.find(item => item.kind === 'computedColumn');
  return [at(placed, node.watermarks.at(-1) ?? computed ?? node.name)];
};

const watermark: Finder = (script, _, table) => {
  const all = statements(script, 'createTable').filter(({ node }) => node.watermarks.length > 0);
  const named = all.find(({ node }) => sameName(nameText(node.name), table));
  const found = named ?? all.find(({ placed }) => placed.statement.problems.length > 0) ?? all[0];
  const mark = found?.node.watermarks.at(-1);
  return found === undefined || mark === undefined ? [] : [at(found.placed, mark)];
};

const withClause: Finder = (script, [name]) => {
  const found = tableNamed(script, name);
  if (found === undefined) return [];
  return [at(found.placed, found.node.properties ?? found.node.name)];
};

const tableName: Finder = (script, [name]) => {
  const found = tableNamed(script, name);
  return found === undefined ? [] : [at(found.placed, found.node.name)];
};

/** Tables of a connector that are read as sources: neither written to nor marked as dimensions. */
const sourceOfType: Finder = (script, [type]) =>
  statements(script, 'createTable')
    .filter(({ node }) => {
      const property = node.properties?.items.find(item => nameText(item.key).toLowerCase() === 'type');
      const isType = sameName(property?.value.value.replace(/^cloud/, ''), type?.replace(/^cloud/i, ''));
      return isType && node.period === undefined && insertsInto(script, nameText(node.name)).length === 0;
    })
    .map(({ placed, node }) => at(placed, node.name));

const nodesIn = (script: Script, isMeant: (node: AnyNode) => boolean, first = true): Span[] => {
  const found: Span[] = [];
  for (const placed of script.statements) {
    if (placed.statement.node === undefined) continue;
    walk(placed.statement.node, node => {
      if (isMeant(node)) found.push(at(placed, node));
      return undefined;
    });
    if (first && found.length > 0) return found.slice(0, 1);
  }
  return found;
};

const call: Finder = (script, [name]) =>
  nodesIn(script, node => node.kind === 'call' && 'name' in node && sameName(String(node.name), name));

const literal: Finder = (script, [value = '']) =>
  nodesIn(script, node => node.kind === 'literal' && 'value' in node && String(node.value).includes(value));

const ambiguous: Finder = (script, [name]) =>
  nodesIn(
    script,
    node =>
      node.kind === 'name' &&
      'parts' in node &&
      Array.isArray(node.parts) &&
      node.parts.length === 1 &&
      sameName((node.parts[0] as { name: string }).name, name),
    false,
  );

const interval: Finder = (script, [value]) =>
  nodesIn(
    script,
    node => node.kind === 'literal' && 'unit' in node && 'value' in node && node.value === value,
  );

/** The last INSERT's FROM and GROUP BY; its target without them. */
const plan: Finder = script => {
  const last = statements(script, 'insert').at(-1);
  if (last === undefined) return [];
  const { body } = last.node.query;
  const from = body.kind === 'select' ? body.from : undefined;
  return [at(last.placed, from ?? last.node.target)];
};

const notAQuery: Finder = script => {
  const bad = script.statements.find(({ statement }) =>
    statement.problems.some(item => item.id === 'notAQuery'),
  );
  const problem = bad?.statement.problems.find(item => item.id === 'notAQuery');
  return bad === undefined || problem === undefined ? [] : [at(bad, problem)];
};

const insertCall: Finder = script =>
  script.statements
    .slice(-1)
    .map(placed => ({ start: placed.offset, end: placed.offset + placed.statement.text.length }));

/** Texts without a position and where they belong, most telling first. */
const ANCHORS: readonly (readonly [RegExp, Finder])[] = [
  [/Bang equal '!=' is not allowed/, sign('!=')],
  [/Percent remainder '%' is not allowed/, sign('%')],
  [/'LIMIT start, count' is not allowed/, sign('LIMIT')],
  [/MINUS is not allowed/, sign('MINUS')],
  [/APPLY operator is not allowed/, sign('APPLY')],
  [/Non-query expression encountered/, notAQuery],
  [/Undefined target table \[([^\]]+)\]/, target],
  [/target table '([^']+)'\s+field (?:length|type)/, target],
  [/Table '([^']+)' Column '([^']+)': Unsupported column type/, column],
  [/Failed to create schema for table '([^']+)'/, schema],
  [/withOffset|Unsupported Watermark Function/i, watermark],
  [/Properties of table (\S+) is missing/, tableName],
  [
    /View '([^']+)' definition and input fields not match/,
    (script, [name]) =>
      statements(script, 'createView')
        .filter(({ node }) => sameName(nameText(node.name), name))
        .map(({ placed, node }) => at(placed, node.name)),
  ],
  [/'([^']+)' is not supported as a source table/, sourceOfType],
  [/No match found for function signature (\w+)/, call],
  [/Failed to encode '([\s\S]+?)' in character set/, literal],
  [/column '([^']+)' is ambiguous/i, ambiguous],
  [/Interval field value (\d+) exceeds precision/, interval],
  [/Could not create table '([^']+)'/, withClause],
  [/No output table have been created/, insertCall],
  [/Rowtime attributes must not be|Window can only be defined over a time attribute/, plan],
];

/** A fault our own parser finds and words in the same way: it knows the place best. */
function sameProblem(script: Script, text: string): Span[] {
  for (const placed of script.statements)
    for (const problem of placed.statement.problems)
      if (problem.service.text !== '' && text.startsWith(problem.service.text)) return [at(placed, problem)];
  return [];
}

/** Places of a text that states none; empty when nothing of it is known. `table`: the one the message speaks of. */
export function anchorsOf(script: Script, text: string, table: string | undefined): Span[] {
  const own = sameProblem(script, text);
  if (own.length > 0) return own;
  for (const [pattern, find] of ANCHORS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const found = find(script, match.slice(1), table);
    if (found.length > 0) return found;
  }
  return quotedNames(script, text, table);
}

/** Names in quotes or braces that a text about a table mentions: a computed column, or a property of its WITH. */
function quotedNames(script: Script, text: string, table: string | undefined): Span[] {
  const found = tableNamed(script, table);
  if (found === undefined) return [];
  const { node, placed } = found;
  const words = [...text.matchAll(/'([^']+)'|\{([^}]+)\}|\[([^\]]+)\]/g)].map(
    match => match[1] ?? match[2] ?? match[3] ?? '',
  );
  for (const word of words) {
    const inColumns: Span[] = [];
    for (const item of node.columns) {
      if (item.kind !== 'computedColumn') continue;
      walk(item.expression, inner => {
        if (inner.kind === 'identifier' && 'name' in inner && sameName(String(inner.name), word))
          inColumns.push(inner);
        if (inner.kind === 'call' && 'name' in inner && sameName(String(inner.name), word))
          inColumns.push(inner);
        return undefined;
      });
    }
    const property = node.properties?.items.find(item => sameName(nameText(item.key), word));
    const [place] = [...inColumns, ...(property === undefined ? [] : [property])];
    if (place !== undefined) return [at(placed, place)];
  }
  return [at(placed, node.properties ?? node.name)];
}
