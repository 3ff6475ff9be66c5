import { JOB_FILE_KINDS, fileName, type JobFileKind } from './jobPath.ts';

/** What the name of a kept text tells. */
export interface KeptName {
  /** Epoch ms. */
  readonly time: number;
  readonly role: 'replaced' | 'written' | 'discarded' | 'deleted';
  readonly kind: JobFileKind;
  readonly who?: string;
}

/**
 * A name for a kept text that sorts by time: `20261121T064040123Z-replaced-code-<nonce>-<who>.sql`.
 * @param nonce distinguishes texts kept in the same ms, by this window or another; letters and digits only
 */
export function keptName({ time, role, kind, who }: KeptName, nonce: string): string {
  const stamp = new Date(time).toISOString().replace(/[-:.]/g, '');
  const parts = [stamp, role, kind, nonce, ...(who ? [encodeSegment(who.slice(0, 40))] : [])];
  return fileName(parts.join('-'), kind, false);
}

const KEPT =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-(replaced|written|discarded|deleted)-([a-z]+)-[a-z0-9]+(?:-(.*?))?\.[a-z.]+$/;

/** Reads a kept text's name back; undefined for anything else in that folder. */
export function parseKeptName(name: string): KeptName | undefined {
  const match = KEPT.exec(name);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, ms, role, kindText, who] = match;
  const kind = JOB_FILE_KINDS.find(candidate => candidate === kindText);
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  if (!kind || !Number.isFinite(time)) return undefined;
  return {
    time,
    role: role as KeptName['role'],
    kind,
    ...(who ? { who: decodeSegment(who) } : {}),
  };
}

/**
 * One path segment for any name, on every file system: letters, digits, `_` and CJK stay, the rest becomes `%XX`.
 * Upper case is marked too, so that names differing in case alone stay apart where the file system folds case.
 */
export function encodeSegment(name: string): string {
  const bytes = (char: string) =>
    Array.from(new TextEncoder().encode(char), byte => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return name.replace(/[^a-z0-9_\p{Script=Han}]/gu, bytes);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
