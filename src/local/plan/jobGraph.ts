import { frame } from '../../language/service/envelope.ts';
import { jobValidateFailed } from '../errors.ts';
import { GraphBuilder, type OperatorGraph } from './graph.ts';
import { sqlGraph } from './sqlGraph.ts';

export interface GraphSource {
  readonly apiType: string;
  readonly code: string;
}

/**
 * The operators of a job whose code is without faults.
 * @throws ApiError JobValidateFailed where the stack does not suffice for its chains of views, unions or joins: the
 * engine, whose planner goes down them in the same way, ends like that too
 */
export function graphOf({ apiType, code }: GraphSource): OperatorGraph {
  if (apiType !== 'SQL') return dataStreamGraph(code);
  try {
    return sqlGraph(code);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw jobValidateFailed(frame(TOO_DEEP));
  }
}

const TOO_DEEP = { code: 'PAR-00000001', cause: 'sql parse context error:\njava.lang.StackOverflowError' };

/** The code of a DataStream job names a class; what the class does is not known before it runs. */
function dataStreamGraph(code: string): OperatorGraph {
  const main = /^[ \t]*blink\.main\.class\s*=\s*(\S+)/m.exec(code)?.[1] ?? 'main';
  const graph = new GraphBuilder();
  const source = graph.add('Source', 'Source: Custom Source');
  const process = graph.add(
    'Operator',
    `Process: ${main.slice(main.lastIndexOf('.') + 1)}`,
    [source],
    'HASH',
  );
  graph.add('Sink', 'Sink: Unnamed', [process]);
  return graph;
}
