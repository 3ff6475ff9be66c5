/** One ERR_ID block of a message, or the plain text of a message without a block. */
export interface Block {
  readonly code?: string;
  readonly cause: string;
  readonly action?: string;
}

/** An error text of the service, taken apart: the outermost block first, what lies behind it after. */
export interface ReadMessage {
  readonly blocks: readonly Block[];
  readonly severity: 'error' | 'warning';
}

const ERR_ID = /ERR_ID\s*[:：]\s*([A-Z]{2,4}-\d+)/g;
const CAUSE = /CAUSE\s*[:：]\s*([\s\S]*?)(?=\n?\s*(?:ACTION|DETAIL)\s*[:：]|$)/;
const ACTION = /ACTION\s*[:：]\s*([\s\S]*?)(?=\n?\s*DETAIL\s*[:：]|$)/;
const DETAIL = /DETAIL\s*[:：]\s*([\s\S]*?)$/;
const SERVICE =
  /code\s*[:：]\s*\[?(\d+)\]?\s*,\s*(?:brief info|errmsg)\s*[:：]\s*\[?([^\]\n]*)\]?(?:\s*,\s*context info\s*[:：]\s*\[?\s*(?:detail\s*[:：])?([\s\S]*))?/;
const PREFIX = /^(?:sql parse context error:|SQL parse failed[:.]|SQL validation failed[:.])\s*/i;
/** A Java exception's class in front of its message. */
const EXCEPTION = /^(?:Caused by:\s*)?[a-z][\w$]*(?:\.[\w$]+)+(?:Exception|Error)\s*:\s*/;
/** The lines a block stands between. */
const STARS = /^[ \t]*\*{6,}[ \t]*$/gm;
const STACK_FRAME = /\n\s*at [\w$.]+\([^\n]*\)/;

/** Takes the words around a message away that say nothing of the script. */
function bare(text: string): string {
  let result = text.trim();
  for (let before = ''; before !== result;) {
    before = result;
    result = result.replace(PREFIX, '').replace(EXCEPTION, '').trim();
  }
  return result;
}

/** The telling part of a text in the service's wrapper: behind its arrows, before the stack trace. */
function withoutWrapper(message: string): string {
  const service = SERVICE.exec(message);
  if (service === null) return beforeStack(message);
  const inner = service[3] ?? service[2] ?? message;
  const arrows = inner.lastIndexOf('>>>>>');
  return beforeStack(arrows < 0 ? inner : inner.slice(arrows + 5)).replace(/\s*\]\s*$/, '');
}

function beforeStack(text: string): string {
  const stack = STACK_FRAME.exec(text);
  return stack === null ? text : text.slice(0, stack.index);
}

function blocksOf(message: string): Block[] {
  const text = message.replace(STARS, '');
  const ids = [...text.matchAll(ERR_ID)];
  if (ids.length === 0) return [{ cause: bare(withoutWrapper(text)) }];
  return ids.flatMap((id, i) => {
    const rest = text.slice(id.index, ids[i + 1]?.index ?? text.length);
    const action = ACTION.exec(rest)?.[1]?.trim() ?? '';
    const cause = bare(CAUSE.exec(rest)?.[1] ?? rest.slice(id[0].length));
    const block: Block = { code: id[1] ?? '', cause, ...(action === '' ? {} : { action }) };
    const detail = i === ids.length - 1 ? bare(DETAIL.exec(rest)?.[1] ?? '') : '';
    const plain = detail.split(/\n\s*at |\nCaused by:/)[0]?.trim() ?? '';
    return plain === '' ? [block] : [block, { cause: plain }];
  });
}

/** Reads an error text of ValidateJob, CommitJob or StartJob; any text gives at least one block. */
export function readMessage(message: string): ReadMessage {
  const blocks = blocksOf(message);
  const isWarning =
    /^\s*(?:警告|WARNING)/i.test(message) || /^(?:警告|WARNING)/i.test(blocks[0]?.cause ?? '');
  return { blocks, severity: isWarning ? 'warning' : 'error' };
}
