import type { NameFault, StatementModel } from '../model.ts';

/**
 * The faults of names a person can rely on. Of a statement whose grammar is at fault only unknown tables and functions
 * before the first fault: behind it anything may have been read wrongly, and a FROM may be missing.
 */
export function certainFaults(model: StatementModel | undefined): readonly NameFault[] {
  if (model === undefined || !model.broken) return model?.faults ?? [];
  const first = Math.min(...model.statement.problems.map(problem => problem.start));
  return model.faults.filter(
    fault => fault.end + 1 < first && (fault.kind === 'unknownTable' || fault.kind === 'unknownFunction'),
  );
}
