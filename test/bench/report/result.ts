/** A promise about speed, and what came out. */
export interface Goal {
  readonly text: string;
  readonly measured: string;
  readonly met: boolean;
}

/** What one section of the bench found. */
export interface SectionResult {
  readonly title: string;
  /** What was done to which input, in a sentence or two. */
  readonly about: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals: readonly Goal[];
}

/** How long to take; `quick` is for a look at one's own change. */
export interface Effort {
  readonly rounds: number;
  /** Of each sample, in ms of processor time. */
  readonly sample: number;
  /** Of each tool, in ms of processor time. */
  readonly warmUp: number;
  /** Fresh processes for what is measured once in each. */
  readonly processes: number;
  /** How long a rival may take for one text, in ms. */
  readonly limit: number;
}

/** One section: does its measuring when called. */
export type Section = (effort: Effort) => Promise<SectionResult>;
