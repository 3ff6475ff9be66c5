import type { Analysis } from './analyze.ts';
import type { FunctionEntity, TableEntity } from './model.ts';
import { swallowedNames } from './swallowed.ts';
import { usageOf } from './usage.ts';
import type { Usage } from './usage.ts';

/** What a check of one statement may ask of the rest of the script. */
export interface ScriptFacts {
  /** How a table, a view or a function is used; not at all, when there is none. */
  usageOf(entity: TableEntity | FunctionEntity | undefined): Usage;
  /** Whether a table or view of this very name is declared anywhere in the script. */
  declaresTable(name: string): boolean;
  /** Whether something of this name is declared where the script cannot be read. */
  mayDeclare(name: string): boolean;
  /** Tables and views, and `more` names, that may have been meant: best first, three at most. */
  similarTables(word: string, more: readonly string[]): readonly string[];
  /** The same for functions, the built-in ones among them. */
  similarFunctions(word: string): readonly string[];
}

/** Whether something that was asked would be answered as it was. */
export type Question = (facts: ScriptFacts) => boolean;

const UNUSED: Usage = { written: false, read: false, joined: false };

/** The facts of an analysed script. */
export function factsOf({ usages, spellings, script }: Analysis): ScriptFacts {
  const swallowed = new Set(swallowedNames(script.statements));
  return {
    usageOf: entity => (entity === undefined ? UNUSED : usageOf(usages, entity)),
    declaresTable: name => spellings.tables.has(name),
    mayDeclare: name => swallowed.has(name.toLowerCase()),
    similarTables: (word, more) => spellings.tables.similar(word, more),
    similarFunctions: word => spellings.functions.similar(word),
  };
}

/** How many names of one statement are compared with others; behind the first ones nobody looks for what was meant. */
const SUGGESTED = 25;

/** The facts for the checks of one statement; what they ask is noted, so that it can be asked again after an edit. */
export function questioning(facts: ScriptFacts): { script: ScriptFacts; asked: Question[] } {
  const asked: Question[] = [];
  let suggested = 0;
  const similar = (ask: (of: ScriptFacts) => readonly string[]): readonly string[] => {
    if (suggested++ >= SUGGESTED) return [];
    const answer = ask(facts);
    asked.push(similarQuestion(ask, answer));
    return answer;
  };
  const script: ScriptFacts = {
    usageOf(entity) {
      const answer = facts.usageOf(entity);
      if (entity !== undefined) asked.push(usageQuestion(entity, answer));
      return answer;
    },
    declaresTable(name) {
      const answer = facts.declaresTable(name);
      asked.push(declaredQuestion(name, answer));
      return answer;
    },
    mayDeclare(name) {
      const answer = facts.mayDeclare(name);
      asked.push(swallowedQuestion(name, answer));
      return answer;
    },
    similarTables: (word, more) => similar(tablesLike(word, more)),
    similarFunctions: word => similar(functionsLike(word)),
  };
  return { script, asked };
}

// Questions are kept as long as their statement. Each is made by a function of its own: one that could see the facts
// of the moment would keep these alive, and through them all that was ever known of the script.

function usageQuestion(entity: TableEntity | FunctionEntity, { written, read, joined }: Usage): Question {
  return facts => {
    const usage = facts.usageOf(entity);
    return usage.written === written && usage.read === read && usage.joined === joined;
  };
}

const declaredQuestion =
  (name: string, answer: boolean): Question =>
  facts =>
    facts.declaresTable(name) === answer;

const swallowedQuestion =
  (name: string, answer: boolean): Question =>
  facts =>
    facts.mayDeclare(name) === answer;

const tablesLike = (word: string, more: readonly string[]) => (facts: ScriptFacts) =>
  facts.similarTables(word, more);

const functionsLike = (word: string) => (facts: ScriptFacts) => facts.similarFunctions(word);

const similarQuestion =
  (ask: (of: ScriptFacts) => readonly string[], answer: readonly string[]): Question =>
  facts =>
    isSame(answer, ask(facts));

export function holdAll(asked: readonly Question[], facts: ScriptFacts): boolean {
  return asked.every(holds => holds(facts));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
