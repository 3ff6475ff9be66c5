import { nameText } from '../syntax/tree/base.ts';
import type { Script, PlacedStatement } from '../syntax/script.ts';
import type { CreateFunction, CreateTable, CreateView, Insert } from '../syntax/tree/statements.ts';

/** A statement of one kind with its place. */
export interface Placed<Node> {
  readonly node: Node;
  readonly placed: PlacedStatement;
}

export type Role = 'source' | 'sink' | 'dim';

/** What a job consists of, in the order of the script. */
export interface JobModel {
  readonly tables: readonly Placed<CreateTable>[];
  readonly views: readonly Placed<CreateView>[];
  readonly functions: readonly Placed<CreateFunction>[];
  readonly inserts: readonly Placed<Insert>[];
}

/** Sorts a script's statements by what they declare or do; queries and the like are left out, as in the service. */
export function jobModel(script: Script): JobModel {
  const tables: Placed<CreateTable>[] = [];
  const views: Placed<CreateView>[] = [];
  const functions: Placed<CreateFunction>[] = [];
  const inserts: Placed<Insert>[] = [];
  for (const placed of script.statements) {
    const { node } = placed.statement;
    if (node?.kind === 'createTable') tables.push({ node, placed });
    else if (node?.kind === 'createView') views.push({ node, placed });
    else if (node?.kind === 'createFunction') functions.push({ node, placed });
    else if (node?.kind === 'insert') inserts.push({ node, placed });
  }
  return { tables, views, functions, inserts };
}

/** The role the service gives a table: a target of INSERT is a sink, PERIOD marks a dimension, the rest are sources. */
export function roleOf(table: CreateTable, model: JobModel): Role {
  const name = nameText(table.name);
  if (model.inserts.some(({ node }) => nameText(node.target) === name)) return 'sink';
  return table.period === undefined ? 'source' : 'dim';
}

/** WITH properties, keys in lower case; the last of a key counts. */
export function propertiesOf(table: CreateTable): Record<string, string> {
  const items = table.properties?.items ?? [];
  return Object.fromEntries(items.map(({ key, value }) => [nameText(key).toLowerCase(), value.value]));
}
