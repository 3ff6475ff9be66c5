import type { AnalyzedStatement } from '../../../analysis/analyze.ts';
import type { Message, TextEdit } from '../../../analysis/checks/check.ts';
import { END, IDENTIFIER, INTEGER, STRING, tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Problem } from '../../../syntax/problems.ts';
import { parseScript } from '../../../syntax/script.ts';
import type { Statement } from '../../../syntax/script.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import { misspelt } from '../../diagnostics/misspelt.ts';
import type { Misspelt } from '../../diagnostics/misspelt.ts';
import type { Proposal } from '../action.ts';

/** One change that might be what was meant, from the statement's start. */
interface Candidate {
  readonly title: Message;
  readonly edit: TextEdit;
}

/** A statement longer than this is not read again on the chance that a sign is missing. */
const LONGEST = 50_000;
/** What may be missing where the grammar saw no way on but the end, or the end of a list. */
const BEFORE_MORE: readonly string[] = [',', ';', 'WITH'];
/** So many words that would do are worth a try. */
const MOST_WORDS = 3;
/** Signs that are often there once too many. */
const SUPERFLUOUS: ReadonlySet<string> = new Set([',', ')', '=', ';']);
const STARTS: ReadonlySet<string> = new Set(['CREATE', 'INSERT', 'SELECT', 'WITH', 'UPSERT']);

/**
 * Fixes for a fault of the grammar: what is missing is put in, what is too much taken out. Each is tried: only what
 * leaves fewer faults is offered, and it is preferred when there is only one.
 */
export function grammarFixes({ offset, statement }: AnalyzedStatement, problem: Problem): Proposal[] {
  if (problem.kind !== 'syntax' || statement.text.length > LONGEST) return [];
  const good = candidates(statement, problem).filter(candidate => mends(statement, candidate));
  const mended = { code: 'syntax', start: offset + problem.start, end: offset + problem.end };
  return good.map(({ title, edit: { start, end, text } }) => ({
    title,
    kind: 'quickfix',
    edits: [{ start: offset + start, end: offset + end, text }],
    mends: mended,
    ...(good.length === 1 ? { isPreferred: true } : {}),
  }));
}

function mends({ text, problems }: Statement, { edit }: Candidate): boolean {
  const after = parseScript(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
  const count = after.statements.reduce((sum, { statement }) => sum + statement.problems.length, 0);
  // A comment behind may swallow what was put in: then nothing is better.
  return count < problems.length;
}

function candidates(statement: Statement, problem: Problem): Candidate[] {
  const { tokens } = statement;
  const { id, expected } = problem;
  if (id === 'minus') return [replacement(problem, 'EXCEPT')];
  if (id === 'limitComma') return limit(statement, problem);
  if (id === 'missingSemicolon') return [insertion(statement, tokens.starts.indexOf(problem.start), ';')];
  const at = id === 'unexpectedEnd' ? tokens.types.length - 1 : tokens.starts.indexOf(problem.start);
  const word = misspelt(problem);
  if (word !== undefined) return correction(statement, at, word);
  if (at < 1) return [];
  if (id === 'navigationWord') return quotedName(statement, at - 1);
  const type = tokens.types[at] ?? END;
  const found: Candidate[] = [];
  if (id === 'trailingComma' || (SUPERFLUOUS.has(type) && type !== ';')) found.push(removal(statement, at));
  if (id === 'trailingComma') return found;
  if (expected.includes(STRING)) found.push(...quoting(statement, at));
  const words = expected.filter(isWord);
  // Of many words any might be meant.
  const missing = new Set(words.length > MOST_WORDS ? [] : words);
  if (expected.includes(END) || expected.includes(')'))
    for (const word of BEFORE_MORE) if (word !== ';' || STARTS.has(type)) missing.add(word);
  for (const word of missing) found.push(insertion(statement, at, word));
  return found;
}

/** Signs and key words, which can be written down; classes such as `identifier` cannot. */
const isWord = (expected: string): boolean => /^(?:[A-Z_]+|[^\w]+)$/.test(expected);

function insertion({ tokens }: Statement, at: number, word: string): Candidate {
  const behind = tokens.ends[at - 1] ?? 0;
  const next = tokens.starts[at] ?? behind;
  const isSign = !/[A-Z(=]/.test(word);
  const isTight = next === behind && tokens.types[at] !== END && word !== ')';
  const text = `${isSign ? '' : ' '}${word}${isTight ? ' ' : ''}`;
  return {
    title: { en: `Add the missing ${word}`, zh: `补上缺少的 ${word}` },
    edit: { start: behind, end: behind, text },
  };
}

function removal({ tokens }: Statement, at: number): Candidate {
  const [start = 0, end = 0] = [tokens.starts[at], tokens.ends[at]];
  const sign = tokenText(tokens, at);
  return { title: { en: `Remove ${sign}`, zh: `删除 ${sign}` }, edit: { start, end, text: '' } };
}

/** The key word in the place of the word that looks like it; first where the fault is, else right before it. */
function correction({ tokens }: Statement, at: number, { meant, before }: Misspelt): Candidate[] {
  const index = before ? at - 1 : at;
  const [start, end] = [tokens.starts[index], tokens.ends[index]];
  return start === undefined || end === undefined ? [] : [replacement({ start, end }, meant)];
}

function quotedName({ tokens }: Statement, at: number): Candidate[] {
  const [start = 0, end = 0] = [tokens.starts[at], tokens.ends[at]];
  return [replacement({ start, end }, `\`${tokenText(tokens, at)}\``)];
}

function replacement({ start, end }: Span, text: string): Candidate {
  return { title: { en: `Write ${text}`, zh: `写成 ${text}` }, edit: { start, end, text } };
}

/** `type = rds` and `type = "rds"` want single quotes. */
function quoting({ tokens, text }: Statement, at: number): Candidate[] {
  const [start = 0, tokenEnd = 0] = [tokens.starts[at], tokens.ends[at]];
  const type = tokens.types[at] ?? '';
  const double = type === '"' ? /^"([^"'\r\n]*)"/.exec(text.slice(start)) : null;
  const isPlain = type === IDENTIFIER || type === INTEGER || /^[A-Z]/.test(type);
  if (double === null && !isPlain) return [];
  const end = double === null ? tokenEnd : start + double[0].length;
  const put = `'${double?.[1] ?? tokenText(tokens, at)}'`;
  return [{ title: { en: `Write ${put}`, zh: `写成 ${put}` }, edit: { start, end, text: put } }];
}

/** `LIMIT 5, 10` of another dialect skips five rows. */
function limit({ text }: Statement, problem: Problem): Candidate[] {
  const match = /^(\d+)\s*,\s*(\d+)$/.exec(text.slice(problem.start, problem.end));
  return match === null ? [] : [replacement(problem, `${match[2] ?? ''} OFFSET ${match[1] ?? ''}`)];
}
