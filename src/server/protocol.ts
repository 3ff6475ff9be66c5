/**
 * What the editor and the language server say to each other beyond the Language Server Protocol. Types and names
 * only: the editor's side imports this file and nothing else of the server.
 */

/** Languages the server speaks to the user. */
export type UserLanguage = 'en' | 'zh';

/** The options of formatting, as `features/format` has them; indentation comes with each request, from the editor. */
export interface FormatSettings {
  readonly keywordCase?: 'upper' | 'lower' | 'preserve';
  readonly commaPlace?: 'trailing' | 'leading';
  /** Columns. */
  readonly lineWidth?: number;
  readonly semicolon?: 'preserve' | 'add';
}

/** All that the user can set of the server; absent means the default. */
export interface ServerSettings {
  readonly format?: FormatSettings;
  /** Severities of checks by id; what is not named keeps its own. */
  readonly checks?: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
  readonly inlayHints?: { readonly types?: boolean };
  readonly codeLens?: { readonly references?: boolean };
}

/** Sent with `initialize`; the settings later come with `workspace/didChangeConfiguration`. */
export interface InitializationOptions {
  readonly language: UserLanguage;
  readonly settings: ServerSettings;
}

/** Notification to the server: what a document's `${...}` stand for; `null` when it belongs to no job any more. */
export const JOB_FACTS = 'blink/jobFacts';
export interface JobFacts {
  readonly uri: string;
  readonly facts: {
    /** The job's own parameters, by name without `${}`. */
    readonly parameters: Readonly<Record<string, string>>;
    /** Of the engine, such as `blink-3.4.0`; decides about cases of names and the like. */
    readonly engineVersion?: string;
    /** URIs a person can open, by the text they stand for. */
    readonly links?: {
      /** The document that holds the parameters, for `${...}`. */
      readonly parameters?: string;
      /** By class name of a CREATE FUNCTION, or `*` for all: where its package is shown. */
      readonly classes?: Readonly<Record<string, string>>;
    };
  } | null;
}

/** Request to the server: where the columns of each INSERT of a document come from. */
export const LINEAGE = 'blink/lineage';
export interface LineageParams {
  readonly uri: string;
}

/** A place in a document as the Language Server Protocol counts: lines and UTF-16 characters from 0, end exclusive. */
export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface LineageSource {
  readonly table: string;
  readonly column: string;
  readonly type?: string;
  /** How it takes part, as `features/lineage` says it. */
  readonly kind: string;
  readonly declared?: PlainRange;
  /** Of a column whose table nothing declares: where it is named first. `*` stands for all of its table. */
  readonly named?: PlainRange;
}

export interface LineageColumn {
  readonly column: string;
  readonly type?: string;
  /** How it comes about, as `features/lineage` says it: `constant` of no column, `unknown` of none that is known. */
  readonly kind: string;
  readonly expression?: { readonly text: string; readonly range: PlainRange };
  /** Where the sink, or the view's query, gives it its name. */
  readonly declared?: PlainRange;
  /** The items of its own statement's select lists that bring it. */
  readonly written?: readonly PlainRange[];
  readonly sources: readonly LineageSource[];
  /** Its nearest sources, where views stand in between; absent when those are `sources`. */
  readonly through?: readonly LineageSource[];
}

/** A table that takes part in an INSERT, and what it is to this INSERT. */
export interface LineageTable {
  readonly name: string;
  readonly role: 'source' | 'dimension' | 'sink';
  /** Its `type` in WITH. */
  readonly connector?: string;
  /** Its name, where it is declared; absent when nothing declares it. */
  readonly declared?: PlainRange;
  /** Of one that nothing declares: where it is named first. */
  readonly named?: PlainRange;
}

/**
 * A view between an INSERT and its sources, with the columns that are used, by conditions too; their `sources` are the
 * nearest.
 */
export interface LineageView {
  readonly name: string;
  readonly declared: PlainRange;
  readonly columns: readonly LineageColumn[];
}

export interface LineageInsert {
  readonly sink: string;
  readonly range: PlainRange;
  /** The sink first. */
  readonly tables?: readonly LineageTable[];
  readonly views?: readonly LineageView[];
  readonly columns: readonly LineageColumn[];
  readonly influences: readonly {
    readonly kind: string;
    readonly text: string;
    readonly range: PlainRange;
    /** The view it stands in; absent: the INSERT itself. */
    readonly view?: string;
    readonly sources: readonly LineageSource[];
    /** What it really reads, where that are columns of views; absent when those are `sources`. */
    readonly through?: readonly LineageSource[];
  }[];
  readonly incomplete: boolean;
  /** Names of tables that take part and that nothing declares: what the gaps come from. */
  readonly undeclared?: readonly string[];
}

/** The answer of LINEAGE: `version` is the document's, `null` when the server does not know the document. */
export interface LineageResult {
  readonly version: number | null;
  readonly inserts: readonly LineageInsert[];
}

/**
 * Request to the editor: the files of all open projects and folders that hold Blink SQL, for the search of symbols.
 * `tag` changes whenever the text does.
 */
export const LIST_FILES = 'blink/listFiles';
export interface ListedFile {
  readonly uri: string;
  readonly tag: string;
}

/** Request to the editor: the text of one listed file; `null` when it is gone. */
export const READ_FILE = 'blink/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
