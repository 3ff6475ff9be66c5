import type { Site } from '../context/site.ts';
import type { Offer } from '../item.ts';
import { documented, keywords } from './keywords.ts';

const DELAY = "WITH DELAY '${1:1}' ${2|MINUTE,SECOND,HOUR,DAY|}";

const early = (label: string, insert: string): Offer => ({
  label,
  kind: 'keyword',
  insert,
  snippet: true,
  ...documented('EMIT'),
  rank: 1,
});

/** EMIT as a whole, where it may stand: at the end of an INSERT. */
export function emitStart({ cursor, top }: Site): Offer[] {
  if (top.kind !== 'root' || cursor.tokens.types[0] !== 'INSERT') return [];
  return [{ ...early('EMIT', `EMIT ${DELAY} BEFORE WATERMARK`), rank: 11 }];
}

/** What goes on with an EMIT; undefined where none is being written. */
export function emitOffers({ cursor, top, before }: Site): Offer[] | undefined {
  const { types } = cursor.tokens;
  const emit = top.kind === 'root' ? types.lastIndexOf('EMIT', cursor.index - 1) : -1;
  if (emit < 0 || emit < top.select) return undefined;
  switch (before) {
    case 'EMIT':
    case ',':
      return [early('WITH DELAY', DELAY), ...keywords('WITHOUT DELAY', 2)];
    case 'WITH':
    case 'WITHOUT':
      return keywords('DELAY', 1);
    case 'BEFORE':
    case 'AFTER':
      return keywords('WATERMARK', 1);
    case 'SECOND':
    case 'MINUTE':
    case 'HOUR':
    case 'DAY':
      return keywords('BEFORE WATERMARK, AFTER WATERMARK', 1);
    case 'DELAY':
      return types[cursor.index - 2] === 'WITHOUT' ? keywords('BEFORE WATERMARK, AFTER WATERMARK', 1) : [];
  }
  return types[cursor.index - 2] === 'DELAY' ? keywords('MINUTE, SECOND, HOUR, DAY', 1) : [];
}
