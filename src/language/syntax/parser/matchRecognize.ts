import { IDENTIFIER } from '../lexer/tokens.ts';
import type { Identifier } from '../tree/base.ts';
import type { Expression, Literal, Word } from '../tree/expressions.ts';
import type { MatchRecognize, SelectItem } from '../tree/queries.ts';
import { partition } from './calls.ts';
import type { Cursor } from './cursor.ts';
import { expression, expressionList } from './expressions.ts';
import { requiredInterval } from './intervals.ts';
import { unsignedNumber } from './literals.ts';
import { commaList, identifier } from './names.ts';
import { orderBy } from './orderBy.ts';

/** `MATCH_RECOGNIZE (…)` */
export function matchRecognize(p: Cursor): MatchRecognize {
  const { start } = p;
  p.choose();
  p.expect('(');
  const partitionBy = partition(p);
  const order = orderBy(p);
  const measures = p.at('MEASURES') ? measuresClause(p) : [];
  const rowsPerMatch = rowsPerMatchClause(p);
  const skip = p.at('AFTER') ? skipClause(p) : undefined;
  const patternVariables = patternClause(p);
  const within = withinClause(p);
  const subsets = p.at('SUBSET') ? subsetClause(p) : [];
  p.expect('DEFINE');
  const define = commaList(p, item => {
    const name = identifier(item);
    item.expect('AS');
    return { name, condition: expression(item, 'subQuery') };
  });
  p.expect(')');
  return {
    kind: 'matchRecognize',
    partitionBy,
    orderBy: order,
    measures,
    ...(rowsPerMatch === undefined ? {} : { rowsPerMatch }),
    ...(skip === undefined ? {} : { skip }),
    patternVariables,
    ...(within === undefined ? {} : { within }),
    subsets,
    define,
    start,
    end: p.lastEnd,
  };
}

function measuresClause(p: Cursor): SelectItem[] {
  p.choose();
  return commaList(p, item => {
    const value = expression(item, 'nonQuery');
    item.expect('AS');
    const alias = identifier(item);
    return { kind: 'selectItem', expression: value, alias, start: value.start, end: alias.end };
  });
}

function rowsPerMatchClause(p: Cursor): 'ONE' | 'ALL' | undefined {
  const word = p.type;
  if (word !== 'ONE' && word !== 'ALL') return undefined;
  p.choose();
  p.expect(word === 'ONE' ? 'ROW' : 'ROWS');
  p.expect('PER');
  p.expect('MATCH');
  return word;
}

function skipClause(p: Cursor): Word {
  const { start } = p;
  p.choose();
  p.expect('MATCH');
  p.expect('SKIP');
  if (p.at('PAST')) {
    p.choose();
    p.expect('LAST');
    p.expect('ROW');
  } else if (p.at('TO')) {
    p.choose();
    skipTarget(p);
  } else p.fail('TO', 'PAST');
  const end = p.lastEnd;
  return { kind: 'word', word: p.tokens.text.slice(start, end), start, end };
}

/** What stands behind `SKIP TO`. LAST alone is no name here, FIRST alone is. */
function skipTarget(p: Cursor): void {
  if (p.at('NEXT')) {
    p.choose();
    p.expect('ROW');
  } else if (p.at('LAST')) {
    p.choose();
    identifier(p);
  } else {
    if (p.at('FIRST') && p.atName(1)) p.take();
    identifier(p);
  }
}

function patternClause(p: Cursor): Identifier[] {
  p.expect('PATTERN');
  p.expect('(');
  p.accept('^');
  const variables: Identifier[] = [];
  pattern(p, variables);
  p.accept('$');
  p.expect(')');
  return variables;
}

const atPrimary = (p: Cursor): boolean => p.atName() || p.at('(') || p.at('{') || p.at('PERMUTE');

function pattern(p: Cursor, variables: Identifier[]): void {
  p.enter();
  factor(p, variables);
  for (;;) {
    if (atPrimary(p)) factor(p, variables);
    else if (p.at('|')) {
      p.choose();
      factor(p, variables);
    } else break;
  }
  p.leave();
}

function factor(p: Cursor, variables: Identifier[]): void {
  primary(p, variables);
  if (p.at('*') || p.at('+') || p.at('?')) p.take();
  else if (p.at('{')) {
    if (repetition(p, variables)) return;
  } else return;
  p.accept('?');
}

function primary(p: Cursor, variables: Identifier[]): void {
  if (p.atName()) {
    variables.push(identifier(p));
    return;
  }
  if (p.at('(')) {
    p.choose();
    pattern(p, variables);
    p.expect(')');
  } else if (p.at('{')) {
    p.choose();
    p.expect('-');
    pattern(p, variables);
    p.expect('-');
    p.expect('}');
  } else if (p.at('PERMUTE')) {
    p.choose();
    p.expect('(');
    commaList(p, item => pattern(item, variables));
    p.expect(')');
  } else p.fail(IDENTIFIER, '(', '{', 'PERMUTE');
}

/** `{2}`, `{2,}`, `{2,3}`, `{,3}`; also `{- … -}` right behind a primary, which ends the factor (true). */
function repetition(p: Cursor, variables: Identifier[]): boolean {
  p.choose();
  if (p.at('-')) {
    p.choose();
    pattern(p, variables);
    p.expect('-');
    p.expect('}');
    return true;
  }
  if (p.at(',')) {
    p.choose();
    unsignedNumber(p);
  } else {
    unsignedNumber(p);
    p.markLast();
    if (p.accept(',') && !p.at('}')) unsignedNumber(p);
  }
  p.expect('}');
  return false;
}

function withinClause(p: Cursor): Literal | undefined {
  if (!p.at('WITHIN')) return undefined;
  p.choose();
  if (!p.at('INTERVAL')) p.fail('INTERVAL');
  return requiredInterval(p);
}

function subsetClause(p: Cursor): { name: Identifier; members: Expression[] }[] {
  p.choose();
  return commaList(p, item => {
    const name = identifier(item);
    item.expect('=');
    item.expect('(');
    const members = expressionList(item, 'nonQuery');
    item.expect(')');
    return { name, members };
  });
}
