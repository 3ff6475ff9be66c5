import type { Operation } from '../adapters/adapter.ts';
import type { Tool } from '../adapters/bundles.ts';
import type { Outcome } from './messages.ts';
import { Worker } from './workerProcess.ts';

const RIGHT = 'SELECT a, b FROM t WHERE a > 1;';
const WRONG = 'SELECT a, b FROM t WHERE > AND;';
const SPACED = 'SELECT   a  ,  b\n\n   FROM t    WHERE a   >  1  ;';

/** What a tool has to do with those three texts to count as one that does the work. */
const PROOFS: Readonly<Record<Operation, (right: Outcome, wrong: Outcome, spaced: Outcome) => boolean>> = {
  parse: (right, wrong, spaced) => right === 0 && wrong !== 0 && spaced === 0,
  lex: (right, _, spaced) => right !== null && right > 0 && right === spaced,
  format: (right, _, spaced) => right !== null && right > 0 && right === spaced && right !== SPACED.length,
};

/**
 * A process with a tool that has shown that it does what it is measured at: a parser that finds no error in anything
 * would be unbeatable.
 * @throws Error when it does not
 */
export async function provenWorker(tool: Tool, ...operations: Operation[]): Promise<Worker> {
  const worker = await Worker.of(tool);
  try {
    for (const operation of operations) {
      const texts = [RIGHT, WRONG, SPACED];
      const [right = null, wrong = null, spaced = null] = await worker.ask({
        kind: 'outcomes',
        operation,
        texts,
      });
      if (!PROOFS[operation](right, wrong, spaced)) {
        throw new Error(
          `${tool.name} does not ${operation}: it answers ${[right, wrong, spaced].join(', ')}`,
        );
      }
    }
    return worker;
  } catch (error) {
    worker.end();
    throw error;
  }
}
