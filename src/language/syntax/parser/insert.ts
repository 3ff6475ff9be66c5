import { STRING } from '../lexer/tokens.ts';
import type { Name } from '../tree/base.ts';
import type { Query } from '../tree/queries.ts';
import type { EmitItem, Insert } from '../tree/statements.ts';
import type { Cursor } from './cursor.ts';
import { atIntervalUnit } from './intervals.ts';
import { commaList, compoundName } from './names.ts';
import { orderedQueryOrExpression } from './queries.ts';
import { extendList } from './from.ts';
import { stringLiteral } from './literals.ts';
import { atTypeStart, dataType } from './types.ts';

/** A query that must be one: a statement, a view's definition, what INSERT writes. */
export function requiredQuery(p: Cursor): Query {
  const node = orderedQueryOrExpression(p, 'query');
  if (node.kind === 'query') return node;
  if (node.kind === 'subquery') return node.query;
  return p.refuseNonQuery();
}

/** `INSERT INTO …`, `UPSERT INTO …` */
export function insert(p: Cursor): Insert {
  const { start } = p;
  const upsert = p.at('UPSERT');
  p.take();
  p.expect('INTO');
  const target = compoundName(p);
  if (p.at('EXTEND') || (p.at('(') && p.atName(1) && atTypeStart(p, 2))) extendList(p);
  const columns = p.at('(') && p.atName(1) ? columnList(p) : [];
  const query = requiredQuery(p);
  const emit = p.at('EMIT') ? emitClause(p) : [];
  return { kind: 'insert', upsert, target, columns, query, emit, start, end: p.lastEnd };
}

function columnList(p: Cursor): Name[] {
  p.choose();
  const columns = commaList(p, item => {
    const name = compoundName(item);
    if (atTypeStart(item)) {
      const type = dataType(item);
      const text = 'Extended columns not allowed under the current SQL conformance level';
      item.refuse('extend', text, type);
    }
    return name;
  });
  p.expect(')');
  return columns;
}

function emitClause(p: Cursor): EmitItem[] {
  p.choose();
  return commaList(p, emitItem);
}

function emitItem(p: Cursor): EmitItem {
  const { start } = p;
  const without = p.accept('WITHOUT');
  if (!without) p.expect('WITH');
  p.expect('DELAY');
  const delay = without ? undefined : stringLiteral(delayValue(p));
  let unit: string | undefined;
  if (!without) {
    if (!atIntervalUnit(p)) p.fail('timeUnit');
    unit = p.type;
    p.take();
  }
  const word = p.type;
  const phase = word === 'BEFORE' || word === 'AFTER' ? word : undefined;
  if (phase !== undefined) {
    p.choose();
    p.expect('WATERMARK');
  }
  return {
    ...(delay === undefined ? {} : { delay }),
    ...(unit === undefined ? {} : { unit }),
    ...(phase === undefined ? {} : { phase }),
    start,
    end: p.lastEnd,
  };
}

function delayValue(p: Cursor): Cursor {
  if (!p.at(STRING)) p.fail(STRING);
  return p;
}
