import type { Proposal } from '../action.ts';
import type { Site } from '../site.ts';
import { addAliases } from './aliases.ts';
import { commaJoin } from './commaJoin.ts';
import { expandStar } from './expandStar.ts';
import { extractView } from './extractView.ts';
import { inlineView } from './inlineView.ts';
import { qualify } from './qualify.ts';
import { sinkList } from './sinkList.ts';
import { systemTime } from './systemTime.ts';

/** Rewritings of valid statements, each answering nothing where it does not apply. */
export const REFACTORINGS: readonly ((site: Site) => Proposal[])[] = [
  qualify,
  expandStar,
  extractView,
  inlineView,
  sinkList,
  addAliases,
  commaJoin,
  systemTime,
];
