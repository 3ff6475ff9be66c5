import { quoteName } from '../../../analysis/checks/text.ts';
import { builtIns } from '../../../catalog/functions.ts';
import type { BuiltIn, FunctionKind } from '../../../catalog/functions.ts';
import type { Site } from '../context/site.ts';
import { inSnippet } from '../item.ts';
import type { Offer } from '../item.ts';

/** How likely a function of each kind is in a clause; kinds that are absent make no sense there. */
const RANKS: Readonly<Record<string, Partial<Record<FunctionKind, number>>>> = {
  select: { aggregate: 30, scalar: 31, over: 32, window: 33 },
  aggregate: { scalar: 31, aggregate: 40 },
  having: { aggregate: 30, scalar: 31 },
  groupBy: { window: 5, scalar: 31 },
  table: { table: 5 },
  match: { match: 20, scalar: 31, aggregate: 32 },
};
const ELSEWHERE: Partial<Record<FunctionKind, number>> = { scalar: 31 };
/** What scripts are full of. */
const USUAL = new Set([
  'COUNT', 'SUM', 'MAX', 'MIN', 'AVG', 'CAST', 'CONCAT', 'COALESCE', 'IF', 'SUBSTRING', 'DATE_FORMAT', 'TO_TIMESTAMP',
  'PROCTIME', 'FROM_UNIXTIME', 'UNIX_TIMESTAMP', 'JSON_VALUE', 'SPLIT_INDEX', 'CHAR_LENGTH', 'UPPER', 'LOWER', 'TRIM',
  'ROW_NUMBER', 'TUMBLE_START', 'TUMBLE_END',
]); // prettier-ignore
const GROUPING_WINDOWS = new Set(['TUMBLE', 'HOP', 'SESSION']);

/** Functions for a clause: the script's own first. With parentheses and parameters, unless they follow already. */
export function functionOffers(site: Site, clause: string): Offer[] {
  const plain = site.behind === '(';
  const own = site.analysis.names.functionNames().map((name): Offer => {
    const text = quoteName(name);
    return {
      label: name,
      kind: 'function',
      insert: plain ? text : `${inSnippet(text)}($1)`,
      snippet: !plain,
      suffix: '(…)',
      rank: clause === 'table' ? 4 : 29,
    };
  });
  const ranks = RANKS[clause] ?? ELSEWHERE;
  const known = builtIns().flatMap((item): Offer[] => {
    const rank = ranks[item.kind];
    if (rank === undefined || !/^\w+$/.test(item.name)) return [];
    if (item.kind === 'window' && GROUPING_WINDOWS.has(item.name) !== (clause === 'groupBy')) return [];
    const snippet = plain ? undefined : snippetOf(item);
    return [
      {
        label: item.name,
        kind: 'function',
        insert: snippet ?? item.name,
        snippet: snippet !== undefined,
        ...described(item),
        about: { kind: 'function', name: item.name },
        rank: USUAL.has(item.name) ? rank - 3 : rank,
        ...(snippet?.includes('${') === true ? { next: 'parameters' as const } : {}),
      },
    ];
  });
  return [...own, ...known, ...(clause === 'table' ? [] : [CAST])];
}

const CAST: Offer = {
  label: 'CAST',
  kind: 'function',
  insert: 'CAST(${1:value} AS ${2:VARCHAR})',
  snippet: true,
  suffix: '(value AS type)',
  about: { kind: 'function', name: 'CAST' },
  rank: 28,
};

/** Names of the parameters, and the type of the result; their types are told by the documentation. */
function described({ name, form, signatures: [signature] }: BuiltIn): Pick<Offer, 'suffix' | 'detail'> {
  if (signature === undefined || form === name) return {};
  const { parameters, returns } = signature;
  const names = parameters.map(item => `${item.name}${item.variadic ? ', …' : ''}`);
  return {
    suffix: `(${names.join(', ')})`,
    ...(/^[A-Z]{2,}$/.test(returns) && returns !== 'WINDOW' ? { detail: returns } : {}),
  };
}

/** The call with a stop for each parameter; undefined for what is written without parentheses. */
function snippetOf({ name, kind, form, signatures }: BuiltIn): string | undefined {
  if (form === name) return undefined;
  const call = form?.replace(/^GROUP BY /, '');
  const simple = call?.startsWith(`${name}(`) === true && !/[[|]/.test(call) && kind !== 'over';
  const needed = signatures[0]?.parameters.filter(item => !item.optional) ?? [];
  const text = simple ? call : `${name}(${needed.map(item => item.name).join(', ')})`;
  const stopped = withStops(text.slice(name.length));
  return kind === 'over'
    ? `${name}${stopped.text} OVER (PARTITION BY \${${stopped.next}:key} ORDER BY \${${stopped.next + 1}:time})`
    : name + stopped.text;
}

/** Words in lower case, and what stands in quotes, are to be filled in. */
function withStops(text: string): { text: string; next: number } {
  let next = 1;
  const stopped = text.replace(/\b[a-z]\w*\b|'([^']*)'/g, (word, inner: string | undefined) =>
    inner === undefined ? `\${${next++}:${word}}` : `'\${${next++}:${inner}}'`,
  );
  return { text: stopped, next };
}
