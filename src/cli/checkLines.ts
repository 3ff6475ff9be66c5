import { diagnose } from '../language/diagnose.ts';
import type { Language } from '../language/features/diagnostics/language.ts';
import { LineMap } from '../language/syntax/positions.ts';
import type { Output } from './output.ts';
import { findingOf } from './report.ts';
import { fill, textsOf } from './texts.ts';
import type { Texts } from './texts.ts';

interface Request {
  readonly id: unknown;
  readonly sql: string;
}

/** The lines of a stream of texts. Parted by `\n` only: JSON may hold other line separators as they are. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = [];
  for await (const chunk of chunks) {
    const parts = chunk.split('\n');
    const last = parts.pop() ?? '';
    for (const part of parts) {
      yield [...rest, part].join('');
      rest = [];
    }
    rest.push(last);
  }
  yield rest.join('');
}

/** @returns the reason when the line cannot be used */
function requestOf(line: string, texts: Texts): Request | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return texts.notJson;
  }
  if (typeof value !== 'object' || value === null || !('sql' in value) || typeof value.sql !== 'string')
    return texts.noSql;
  return { id: 'id' in value ? value.id : null, sql: value.sql };
}

/**
 * `check --jsonl`: answers each line as it comes. A line that cannot be read is answered with `error`, and the rest
 * goes on.
 * @returns the exit code: 0 when every line was answered, 2 otherwise; faults in the scripts are no failure here
 */
export async function checkLines(
  input: AsyncIterable<string>,
  language: Language,
  output: Output,
): Promise<number> {
  const texts = textsOf(language);
  let number = 0;
  let unread = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line.trim() === '') continue;
    const request = requestOf(line, texts);
    if (typeof request === 'string') {
      unread++;
      await output.line(JSON.stringify({ line: number, error: fill(texts.badLine, number, request) }));
      continue;
    }
    const { script, diagnostics } = diagnose(request.sql, { language });
    const lines = new LineMap(request.sql);
    await output.line(
      JSON.stringify({
        id: request.id,
        statements: script.statements.length,
        diagnostics: diagnostics.map(diagnostic => findingOf(lines, diagnostic)),
      }),
    );
  }
  if (unread > 0) console.error(fill(texts.badLines, unread));
  return unread > 0 ? 2 : 0;
}
