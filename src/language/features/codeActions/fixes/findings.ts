import type { Finding } from '../../../analysis/check.ts';
import type { Message, TextEdit } from '../../../analysis/checks/check.ts';
import { CHECKS } from '../../../analysis/checks/registry.ts';
import type { Mended, Proposal } from '../action.ts';

/** Checks whose first fix means the same as what is there, or the only thing it can mean: all can be mended at once. */
const SAFE: ReadonlySet<string> = new Set([
  'full-width',
  'not-equal',
  'percent',
  'reserved-name',
  'interval-precision',
  'column-type',
  'other-dialect',
]);
/** Checks whose fixes are a matter of taste or version: together when asked for, never unasked. */
const TOGETHER: ReadonlySet<string> = new Set([
  ...SAFE,
  'comment-quote',
  'name-case',
  'non-ascii-literal',
  'secret',
]);

const TITLES = new Map(CHECKS.map(check => [check.id, check.title]));

/** The diagnostic a finding is shown as: what explains a fault of the grammar is shown in its place. */
export function mendedBy({ id, start, end, explains }: Finding, offset: number): Mended {
  if (explains === undefined) return { code: id, check: id, start, end };
  const place = { start: explains.start + offset, end: explains.end + offset };
  const isHere = start <= place.end && place.start <= end;
  return isHere ? { code: 'syntax', check: id, ...place } : { code: id, check: id, start, end };
}

/** The fixes findings come with, each with one for all findings of its kind in the script. */
export function findingFixes(
  touched: readonly Finding[],
  all: readonly Finding[],
  offsetOf: (finding: Finding) => number,
): Proposal[] {
  const found: Proposal[] = [];
  for (const finding of touched) {
    const mends = mendedBy(finding, offsetOf(finding));
    for (const { title, edits, preferred } of finding.fixes ?? [])
      found.push({
        title,
        kind: 'quickfix',
        edits,
        mends,
        ...(preferred === true ? { isPreferred: true } : {}),
      });
  }
  for (const id of new Set(touched.map(finding => finding.id))) {
    const same = all.filter(finding => finding.id === id && finding.fixes?.[0] !== undefined);
    if (!TOGETHER.has(id) || same.length < 2) continue;
    const [first] = touched.filter(finding => finding.id === id);
    const edits = firstFixes(same);
    if (first === undefined || edits.length < 2) continue;
    const mends = mendedBy(first, offsetOf(first));
    found.push({ title: togetherTitle(id, edits.length), kind: 'quickfix', edits, mends });
  }
  return found;
}

function togetherTitle(id: string, count: number): Message {
  const { en, zh } = TITLES.get(id) ?? { en: id, zh: id };
  return { en: `Fix all ${count} in this script: ${en}`, zh: `修复本脚本中全部 ${count} 处：${zh}` };
}

/** All that can be put right without a choice. */
export function fixAll(all: readonly Finding[]): Proposal | undefined {
  const edits = firstFixes(all.filter(({ id, fixes }) => SAFE.has(id) && fixes?.[0]?.preferred === true));
  if (edits.length === 0) return undefined;
  return {
    title: { en: 'Fix all problems that have one clear fix', zh: '修复所有可自动修复的问题' },
    kind: 'source.fixAll',
    edits,
  };
}

/** The first fix of each finding; of two on one place the first counts. */
function firstFixes(findings: readonly Finding[]): TextEdit[] {
  const found: TextEdit[] = [];
  const fixes = findings.flatMap(({ fixes }) => (fixes?.[0] === undefined ? [] : [fixes[0]]));
  fixes.sort((a, b) => (a.edits[0]?.start ?? 0) - (b.edits[0]?.start ?? 0));
  let end = -1;
  for (const { edits } of fixes) {
    const sorted = [...edits].sort((a, b) => a.start - b.start);
    const [first] = sorted;
    if (first === undefined || first.start < end || (first.start === end && first.start === first.end))
      continue;
    for (const entry of sorted) found.push(entry);
    end = sorted.at(-1)?.end ?? end;
  }
  return found;
}
