import { parseExact } from '../../exactJson.ts';
import type { HttpReply } from '../../http.ts';
import { memberOf } from './readShape.ts';
import { parseXml } from './xml.ts';

/**
 * The content of an answer, JSON or XML by its look (content types are not always right); undefined when it is
 * neither, for example the page of a sign-in portal. An empty answer has no members.
 */
export function readContent(reply: HttpReply): unknown {
  if (isEmptyReply(reply)) return {};
  const text = reply.body.trimStart();
  try {
    if (!text.startsWith('<')) return parseExact(text);
    return /^<(!doctype\s+)?html/i.test(text) ? undefined : parseXml(text);
  } catch {
    return undefined;
  }
}

export function isEmptyReply({ body }: HttpReply): boolean {
  return body.trim() === '';
}

/** What an answer outside 2xx says (blink-openapi-notes.md, section 2): all members optional in practice. */
export interface ErrorBody {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly requestId: string | undefined;
  readonly recommend: string | undefined;
}

export function readErrorBody(content: unknown): ErrorBody {
  return {
    code: textMember(content, 'Code'),
    message: textMember(content, 'Message'),
    requestId: textMember(content, 'RequestId'),
    recommend: textMember(content, 'Recommend'),
  };
}

/** A text or number member as text; undefined when it is absent or empty. */
export function textMember(content: unknown, name: string): string | undefined {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return undefined;
  const value = memberOf(content as Readonly<Record<string, unknown>>, name);
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : undefined;
}
