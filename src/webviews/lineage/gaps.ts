import type { Column, Insert } from './messages.ts';
import type { Texts } from './texts.ts';

/** Why the lineage of an INSERT may have gaps, in words; empty when it has none. */
export function gapsOf({ sink, incomplete, undeclared = [] }: Insert, texts: Texts): string[] {
  const isSink = (name: string) => name.toLowerCase() === sink.toLowerCase();
  const others = undeclared.filter(name => !isSink(name));
  const gaps = [
    ...(undeclared.some(isSink) ? [texts.undeclaredSink(sink)] : []),
    ...(others.length > 0 ? [texts.undeclaredTables(others.join(', '), others.length)] : []),
  ];
  return incomplete && gaps.length === 0 ? [texts.unknownColumns] : gaps;
}

/** What stands in place of the sources of a column that has none. */
export function noSourcesOf({ kind }: Column, texts: Texts): string {
  return kind === 'unknown' ? texts.unknownSources : texts.noSources;
}
