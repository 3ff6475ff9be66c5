import type { CreateTable } from '../syntax/tree/statements.ts';
import type { Column, TableEntity } from './model.ts';

/** Comments of a table's columns by where the column's name begins; asked for column by column. */
const known = new WeakMap<CreateTable, ReadonlyMap<number, string>>();

/**
 * What `COMMENT` says of a column, on one line; of a column that is handed on unchanged by views and sub-queries, what
 * is said of the one it comes from. Undefined when nothing is.
 */
export function columnComment(column: Column): string | undefined {
  let own = column;
  while (own.table === undefined && own.copied && own.sources[0] !== undefined) own = own.sources[0];
  if (own.table === undefined || own.place === undefined) return undefined;
  let comments = known.get(own.table);
  if (comments === undefined) known.set(own.table, (comments = commentsOf(own.table)));
  return comments.get(own.place.start);
}

/** What `COMMENT` says of a table, on one line. */
export function tableComment({ node }: TableEntity): string | undefined {
  return node?.kind === 'createTable' ? textOf(node.comment?.value) : undefined;
}

function commentsOf({ columns }: CreateTable): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const column of columns) {
    const text = column.kind === 'column' ? textOf(column.comment?.value) : undefined;
    if (text !== undefined) found.set(column.name.start, text);
  }
  return found;
}

function textOf(comment: string | undefined): string | undefined {
  const text = comment?.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
