/**
 * What the lineage panel and its host say to each other. Both sides read what they receive through these shapes. Names
 * and expressions come from a script anybody may have written: hostile text, only ever shown as text.
 */
import { LANGUAGES } from '../shared/language.ts';
import {
  boolean,
  list,
  messages,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  type Infer,
} from '../shared/shape.ts';

/** Lines and UTF-16 characters from 0. */
const position = object({ line: number, character: number });
export type Position = Infer<typeof position>;

/** End exclusive. */
const range = object({ start: position, end: position });
export type Range = Infer<typeof range>;

const NAME = text(10_000);

/** `constant`: made of no column at all; `unknown`: of none that is known. */
export const KINDS = ['direct', 'expression', 'aggregate', 'constant', 'unknown'] as const;
export type Kind = (typeof KINDS)[number];

const source = object({
  table: NAME,
  column: NAME,
  type: optional(NAME),
  kind: oneOf(KINDS),
  declared: optional(range),
  /** Of a column whose table nothing declares. */
  named: optional(range),
});
export type Source = Infer<typeof source>;

const column = object({
  column: NAME,
  type: optional(NAME),
  kind: oneOf(KINDS),
  expression: optional(object({ text: text(), range })),
  declared: optional(range),
  written: optional(list(range, 1000)),
  sources: list(source),
  through: optional(list(source)),
});
export type Column = Infer<typeof column>;

export const CONDITIONS = ['filter', 'join', 'group'] as const;

export const insertShape = object({
  sink: NAME,
  range,
  tables: optional(
    list(
      object({
        name: NAME,
        role: oneOf(['source', 'dimension', 'sink']),
        connector: optional(NAME),
        /** Absent when nothing declares it; then `named` is where the query names it first. */
        declared: optional(range),
        named: optional(range),
      }),
    ),
  ),
  views: optional(list(object({ name: NAME, declared: range, columns: list(column) }))),
  columns: list(column),
  influences: list(
    object({
      kind: oneOf(CONDITIONS),
      text: text(),
      range,
      view: optional(NAME),
      sources: list(source),
      through: optional(list(source)),
    }),
  ),
  incomplete: boolean,
  undeclared: optional(list(NAME)),
});
export type Insert = Infer<typeof insertShape>;

/** How the user likes to see lineage; kept for all panels. */
export const choiceShape = object({
  view: oneOf(['graph', 'table']),
  hasConditions: boolean,
  hasViews: boolean,
});
export type Choice = Infer<typeof choiceShape>;

export const DEFAULT_CHOICE: Choice = { view: 'graph', hasConditions: false, hasViews: true };

/** What the editor keeps of a panel over a reload of the window. */
export const panelStateShape = object({ uri: nullable(text(10_000)), isPinned: boolean });
export type PanelState = Infer<typeof panelStateShape>;

/**
 * Why there is nothing to show: no Blink SQL in front, none of its statements is an INSERT, the server is down, it is
 * on its way, or it could not answer.
 */
export const REASONS = ['noDocument', 'noInsert', 'down', 'starting', 'failed'] as const;
export type Reason = (typeof REASONS)[number];

export const toPanel = messages({
  opened: { language: oneOf(LANGUAGES), choice: choiceShape },
  /** Whose lineage is shown; `null` when there is no document. */
  document: { uri: nullable(text(10_000)), name: text(10_000), isPinned: boolean },
  lineage: {
    /** All INSERTs of the document: names of their sinks, and the line each begins at, from 0. */
    inserts: list(object({ sink: NAME, line: number }), 100_000),
    /** Which of them is `insert`. */
    index: number,
    insert: insertShape,
  },
  nothing: { reason: oneOf(REASONS) },
  /** Where the cursor stands in the document, as of the last `lineage`. */
  cursor: { position: nullable(position) },
  busy: { isBusy: boolean },
  /** Something was written to the clipboard or a file. */
  done: { what: oneOf(['copied', 'saved']) },
  /** The panel was brought to the front by keyboard: what it shows gets the keys. */
  focus: {},
});
export type ToPanel = Infer<typeof toPanel>;

export const toHost = messages({
  ready: {},
  /** Show another INSERT of the document. */
  choose: { index: number },
  /** Show and select a place of the document; `hasFocus`: the editor gets the keyboard too. */
  reveal: { range, hasFocus: boolean },
  focusEditor: {},
  pin: { isPinned: boolean },
  prefer: { choice: choiceShape },
  copy: { text: text(50_000_000) },
  saveSvg: { name: text(10_000), text: text(50_000_000) },
  restart: {},
  showLog: {},
});
export type ToHost = Infer<typeof toHost>;
