import { INTEGER } from '../lexer/tokens.ts';
import type { Identifier } from '../tree/base.ts';
import type { Expression } from '../tree/expressions.ts';
import type {
  DerivedTable,
  Join,
  MatchRecognize,
  TableExpression,
  TableFunction,
  TableReference,
  Unnest,
} from '../tree/queries.ts';
import { routineCall } from './calls.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { stringLiteral, unsignedNumber } from './literals.ts';
import { matchRecognize } from './matchRecognize.ts';
import { commaList, compoundName, identifier, parenthesizedNames } from './names.ts';
import { parenthesizedList, parenthesizedQuery } from './parentheses.ts';
import { atTypeStart, dataType } from './types.ts';

const JOIN_WORDS = new Set(['JOIN', 'INNER', 'LEFT', 'RIGHT', 'FULL', 'CROSS', 'NATURAL']);

/** What stands behind FROM: tables with joins and commas between them. */
export function fromClause(p: Cursor): TableExpression {
  let left = tableExpression(p);
  for (;;) {
    if (JOIN_WORDS.has(p.type)) left = join(p, left);
    else if (p.at(',')) {
      p.choose();
      const right = tableExpression(p);
      left = {
        kind: 'join',
        type: 'COMMA',
        natural: false,
        left,
        right,
        using: [],
        start: left.start,
        end: right.end,
      };
    } else if (p.at('OUTER') && p.peek() === 'APPLY') return apply(p);
    else return left;
  }
}

/** `CROSS APPLY`, `OUTER APPLY`: read, and refused. */
function apply(p: Cursor): never {
  p.take();
  p.expect('APPLY');
  tableExpression(p);
  return p.refuse(
    'apply',
    'APPLY operator is not allowed under the current SQL conformance level',
    p.lastToken,
    'none',
  );
}

function join(p: Cursor, left: TableExpression): Join {
  if (p.at('CROSS') && p.peek() === 'APPLY') return apply(p);
  const natural = p.at('NATURAL');
  if (natural) p.choose();
  const type = joinType(p);
  const right = tableExpression(p);
  let on: Expression | undefined;
  let using: Identifier[] = [];
  if (p.at('ON')) {
    p.choose();
    on = expression(p, 'subQuery');
  } else if (p.at('USING')) {
    p.choose();
    using = parenthesizedNames(p);
  }
  const base = {
    kind: 'join',
    type,
    natural,
    left,
    right,
    using,
    start: left.start,
    end: p.lastEnd,
  } as const;
  return on === undefined ? base : { ...base, on };
}

function joinType(p: Cursor): Join['type'] {
  const word = p.type;
  if (p.accept('JOIN')) return 'INNER';
  switch (word) {
    case 'LEFT':
    case 'RIGHT':
    case 'FULL':
      p.choose();
      p.accept('OUTER');
      break;
    case 'INNER':
    case 'CROSS':
      p.choose();
      break;
    default:
      return p.fail('JOIN', 'INNER', 'LEFT', 'RIGHT', 'FULL', 'CROSS');
  }
  p.expect('JOIN');
  return word;
}

/** One table of FROM with its alias. */
function tableExpression(p: Cursor): TableExpression {
  const { start } = p;
  const primary = tablePrimary(p);
  let alias: Identifier | undefined;
  let columnAliases: Identifier[] = [];
  if (p.at('AS')) {
    p.choose();
    alias = identifier(p);
  } else if (p.atName()) alias = identifier(p);
  if (alias !== undefined && p.at('(')) {
    p.choose();
    columnAliases = commaList(p, identifier);
    p.expect(')');
  }
  const sampled = p.at('TABLESAMPLE');
  if (sampled) tableSample(p);
  return {
    ...primary,
    ...(alias === undefined ? {} : { alias }),
    columnAliases,
    sampled,
    start,
    end: p.lastEnd,
  };
}

type Bare<T> = Omit<T, 'columnAliases' | 'sampled' | 'start' | 'end'>;
type Primary = Bare<TableReference> | Bare<DerivedTable> | Bare<TableFunction> | Bare<Unnest>;

function tablePrimary(p: Cursor): Primary {
  const lateral = p.at('LATERAL');
  if (lateral) {
    p.choose();
    if (!p.at('(') && !p.at('TABLE') && !p.atName()) p.fail('TABLE', '(');
  }
  if (p.at('(')) {
    const query = derivedQuery(p);
    const match = optionalMatch(p);
    return { kind: 'derivedTable', query, lateral, ...match };
  }
  if (p.at('TABLE')) return tableFunction(p, lateral);
  if (p.at('UNNEST') && !lateral) return unnest(p);
  if (!p.atName()) p.fail('table');
  return tableReference(p, lateral);
}

function derivedQuery(p: Cursor): DerivedTable['query'] {
  p.markChoice();
  return parenthesizedQuery(p);
}

function optionalMatch(p: Cursor): { match?: MatchRecognize } {
  return p.at('MATCH_RECOGNIZE') ? { match: matchRecognize(p) } : {};
}

function tableReference(p: Cursor, lateral: boolean): Bare<TableReference> {
  const name = compoundName(p);
  extendList(p, 'tableFunction');
  let systemTime: Expression | undefined;
  if (p.at('FOR')) {
    p.choose();
    p.expect('SYSTEM_TIME');
    p.expect('AS');
    p.expect('OF');
    systemTime = expression(p, 'nonQuery');
  }
  const match = optionalMatch(p);
  return {
    kind: 'tableReference',
    name,
    lateral,
    ...(systemTime === undefined ? {} : { systemTime }),
    ...match,
  };
}

/**
 * `t EXTEND (a INT)`, also without the word: the grammar takes it, and nothing later knows what to do with it.
 * @param otherwise what it is called when no type follows a name: in FROM, somebody wrote a function there
 */
export function extendList(p: Cursor, otherwise = 'unexpected'): void {
  const word = p.at('EXTEND');
  if (!word && !(p.at('(') && p.atName(1))) return;
  p.choose();
  if (word) p.expect('(');
  commaList(p, item => {
    compoundName(item);
    if (!word && !atTypeStart(item)) item.failAs(otherwise, 'dataType');
    dataType(item);
    if (item.at('NOT')) {
      item.choose();
      item.expect('NULL');
    }
  });
  p.expect(')');
}

function tableFunction(p: Cursor, lateral: boolean): Bare<TableFunction> {
  if (lateral) p.take();
  else p.choose();
  p.expect('(');
  p.accept('SPECIFIC');
  const call = routineCall(p, compoundName(p), 'cursor');
  p.expect(')');
  return { kind: 'tableFunction', call, lateral };
}

function unnest(p: Cursor): Bare<Unnest> {
  p.choose();
  const list = parenthesizedList(p, 'subQuery');
  const args = list.kind === 'row' ? list.items : [list];
  const ordinality = p.at('WITH');
  if (ordinality) {
    p.choose();
    p.expect('ORDINALITY');
  }
  return { kind: 'unnest', args, ordinality };
}

function tableSample(p: Cursor): void {
  p.choose();
  if (p.at('SUBSTITUTE')) {
    p.choose();
    p.expect('(');
    stringLiteral(p);
    p.expect(')');
    return;
  }
  if (!p.at('BERNOULLI') && !p.at('SYSTEM')) p.fail('SUBSTITUTE', 'BERNOULLI', 'SYSTEM');
  p.choose();
  p.expect('(');
  const percentage = Number(unsignedNumber(p).value);
  p.expect(')');
  if (p.at('REPEATABLE')) {
    p.choose();
    p.expect('(');
    if (p.at('+') || p.at('-')) p.choose();
    p.expect(INTEGER);
    p.expect(')');
  }
  if (percentage > 100)
    p.refuse('sampleSize', 'TABLESAMPLE percentage must be between 0 and 100, inclusive', p.lastToken);
}
