import { IDENTIFIER, INTEGER, QUOTED_IDENTIFIER, tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import { NON_RESERVED_WORDS, RESERVED_FUNCTION_NAMES } from '../../../syntax/lexer/keywords.ts';

/** What a pair of parentheses (or the statement itself) is for. */
export type FrameKind =
  | 'root'
  | 'group'
  | 'call'
  | 'columns'
  | 'properties'
  | 'insertColumns'
  | 'keyColumns'
  | 'names'
  | 'over'
  | 'match'
  | 'length'
  | 'pattern';

/** The clause of a query or a statement reading has come to; empty before any. */
export type FrameClause =
  | ''
  | 'with'
  | 'select'
  | 'from'
  | 'on'
  | 'using'
  | 'where'
  | 'groupBy'
  | 'having'
  | 'orderBy'
  | 'limit'
  | 'window'
  | 'setOperation'
  | 'partitionBy'
  | 'measures'
  | 'define'
  | 'create'
  | 'tableName'
  | 'tableEnd'
  | 'tableWith'
  | 'viewName'
  | 'functionName'
  | 'into'
  | 'other';

/** One level of parentheses that are open at the cursor. Numbers are indexes of tokens. */
export interface Frame {
  readonly kind: FrameKind;
  /** The opening parenthesis; -1 of the root. */
  readonly open: number;
  /** Of a call: its name as written, and where. */
  readonly name: string;
  /** How many commas have been passed. */
  argument: number;
  clause: FrameClause;
  /** Where the list item the cursor is in begins. */
  item: number;
  select: number;
  from: number;
  /** WITH of a query, and the token behind its last complete item. */
  withStart: number;
  withEnd: number;
}

function frame(kind: FrameKind, open: number, name = ''): Frame {
  return {
    kind,
    open,
    name,
    argument: 0,
    clause: '',
    item: open + 1,
    select: -1,
    from: -1,
    withStart: -1,
    withEnd: -1,
  };
}

const CLAUSES: ReadonlyMap<string, FrameClause> = new Map<string, FrameClause>([
  ['FROM', 'from'],
  ['JOIN', 'from'],
  ['ON', 'on'],
  ['USING', 'using'],
  ['WHERE', 'where'],
  ['GROUP', 'groupBy'],
  ['HAVING', 'having'],
  ['ORDER', 'orderBy'],
  ['LIMIT', 'limit'],
  ['WINDOW', 'window'],
  ['UNION', 'setOperation'],
  ['INTERSECT', 'setOperation'],
  ['EXCEPT', 'setOperation'],
]);

const ROOT_CLAUSES: ReadonlyMap<string, FrameClause> = new Map<string, FrameClause>([
  ['CREATE', 'create'],
  ['TABLE', 'tableName'],
  ['VIEW', 'viewName'],
  ['FUNCTION', 'functionName'],
]);

/** The parentheses open before a token, the outermost first. Never fails, whatever the text; linear. */
export function framesBefore(tokens: Tokens, end: number): Frame[] {
  const frames: Frame[] = [frame('root', -1)];
  for (let i = 0; i < end; i++) {
    const top = frames.at(-1);
    if (top === undefined) break;
    const type = tokens.types[i] ?? '';
    if (type === '(' || type === '[') frames.push(opened(tokens, i, top));
    else if (type === ')' || type === ']') close(frames, i);
    else if (type === ',') comma(top, i);
    else word(top, type, tokens, i);
  }
  return frames;
}

function close(frames: Frame[], at: number): void {
  if (frames.length === 1) return;
  frames.pop();
  const top = frames.at(-1);
  if (top?.clause === 'with') top.withEnd = at;
  if (top?.kind === 'root' && top.clause === 'tableName') top.clause = 'tableEnd';
}

function comma(top: Frame, at: number): void {
  top.argument++;
  top.item = at + 1;
  if (top.clause === 'on' || top.clause === 'using') top.clause = 'from';
}

function word(top: Frame, type: string, tokens: Tokens, at: number): void {
  if (top.kind === 'over' || top.kind === 'match') inSpec(top, type, at);
  else if (top.kind === 'root' && isHead(top)) head(top, type, tokens, at);
  else if (top.kind === 'root' || top.kind === 'group') inQuery(top, type, at);
}

const HEADS = new Set<FrameClause>([
  '',
  'create',
  'tableName',
  'tableEnd',
  'tableWith',
  'viewName',
  'functionName',
  'into',
]);
const isHead = (top: Frame): boolean => HEADS.has(top.clause);

function head(top: Frame, type: string, tokens: Tokens, at: number): void {
  const { clause } = top;
  if (type === 'INTO' && clause === '') top.clause = 'into';
  else if (clause === '' && type === 'CREATE') top.clause = 'create';
  else if (clause === 'create') top.clause = ROOT_CLAUSES.get(type) ?? clause;
  else if (type === 'WITH' && (clause === 'tableEnd' || clause === 'tableName')) top.clause = 'tableWith';
  else if (type === 'SELECT' || (type === 'WITH' && clause !== 'tableWith')) inQuery(top, type, at);
  else if (clause === '' && tokens.types[at - 1] === undefined && type !== 'INSERT' && type !== 'UPSERT')
    top.clause = 'other';
}

function inQuery(top: Frame, type: string, at: number): void {
  if (type === 'SELECT') {
    top.clause = 'select';
    top.select = at;
    top.from = -1;
    top.argument = 0;
    top.item = at + 1;
    return;
  }
  if (type === 'WITH') {
    top.clause = 'with';
    top.withStart = at;
    return;
  }
  const next = CLAUSES.get(type);
  if (next === undefined || (top.select < 0 && next !== 'setOperation')) return;
  if (type === 'FROM') {
    // IS DISTINCT FROM is no clause.
    if (top.clause !== 'select') return;
    top.from = at;
  }
  top.clause = next;
  top.item = at + 1;
}

/** Inside of OVER (…) and MATCH_RECOGNIZE (…). */
function inSpec(top: Frame, type: string, at: number): void {
  if (type === 'PARTITION') top.clause = 'partitionBy';
  else if (type === 'ORDER') top.clause = 'orderBy';
  else if (type === 'MEASURES') top.clause = 'measures';
  else if (type === 'DEFINE') top.clause = 'define';
  else if (type === 'PATTERN' || type === 'AFTER') top.clause = 'other';
  else return;
  top.item = at + 1;
}

const TYPES_WITH_LENGTH = new Set(['VARCHAR', 'CHAR', 'DECIMAL', 'NUMERIC', 'DEC', 'VARBINARY', 'BINARY']);

/** Words a query or a value follows in parentheses. */
const BEFORE_GROUP = new Set(
  `IN EXISTS AND OR NOT SELECT WHERE ON WHEN THEN ELSE CASE BETWEEN LIKE FROM JOIN UNION ALL ANY SOME AS BY HAVING
   INTERSECT EXCEPT VALUES TABLE LATERAL IS DISTINCT INTO LIMIT WITH SETS ROLLUP CUBE SET`
    .trim()
    .split(/\s+/),
);

function opened(tokens: Tokens, at: number, top: Frame): Frame {
  const before = tokens.types[at - 1] ?? '';
  if (top.kind === 'root') {
    if (top.clause === 'tableName') return frame('columns', at);
    if (top.clause === 'tableWith') return frame('properties', at);
    if (top.clause === 'into') return frame('insertColumns', at);
    if (top.clause === 'viewName' && before !== 'AS') return frame('names', at);
  }
  if (tokens.types[at] === '[') return frame('group', at);
  if (before === 'OVER') return frame('over', at);
  if (before === 'MATCH_RECOGNIZE') return frame('match', at);
  if (before === 'PATTERN') return frame('pattern', at);
  if (before === 'KEY' || before === 'INDEX' || before === 'UNIQUE') return frame('keyColumns', at);
  if (before === 'BY' && tokens.types[at - 2] === 'PARTITIONED') return frame('keyColumns', at);
  if (top.clause === 'using' && before === 'USING') return frame('keyColumns', at);
  if (top.clause === 'window' && before === 'AS') return frame('over', at);
  if (top.clause === 'with' && before !== 'AS') return frame('names', at);
  if (BEFORE_GROUP.has(before) || !isNameLike(before)) return frame('group', at);
  if (top.clause === 'from' && top.kind !== 'call' && before !== 'UNNEST') return frame('names', at);
  if (top.kind === 'columns' && TYPES_WITH_LENGTH.has(before)) return frame('length', at);
  return frame('call', at, callName(tokens, at - 1));
}

function isNameLike(type: string): boolean {
  if (type === IDENTIFIER || type === QUOTED_IDENTIFIER) return true;
  return type !== INTEGER && /^[A-Z]/.test(type);
}

function callName(tokens: Tokens, at: number): string {
  const text = tokenText(tokens, at);
  return text.startsWith('`') ? text.slice(1, -1) : text;
}

/** Whether a token can be the end of a value: then an operator or a clause follows, not a name. */
export function endsValue(type: string): boolean {
  if (!/^[A-Z]/.test(type)) return !/^[-+*/%=<>|!,.(?$[]/.test(type) && type !== '';
  if (NON_RESERVED_WORDS.has(type) || RESERVED_FUNCTION_NAMES.has(type)) return true;
  return type === 'END' || type === 'NULL' || type === 'TRUE' || type === 'FALSE' || /^CURRENT_/.test(type);
}
