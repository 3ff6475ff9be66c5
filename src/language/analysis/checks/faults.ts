import type { NameFault, StatementModel } from '../model.ts';

/**
 * The faults of names a person can rely on. Of a statement whose grammar is at fault only unknown tables and functions
 * before the first fault: behind it anything may have been read wrongly, and a FROM may be missing.
 */
export function certainFaults(model: StatementModel | undefined): readonly NameFault[] {
  if (model === undefined || model.faults.length === 0) return [];
  if (!model.broken) return outsideWindowTables(model);
  const first = model.statement.problems.reduce((least, { start }) => Math.min(least, start), Infinity);
  return model.faults.filter(
    fault => fault.end + 1 < first && (fault.kind === 'unknownTable' || fault.kind === 'unknownFunction'),
  );
}

const WINDOWS = new Set(['TUMBLE', 'HOP', 'SESSION', 'CUMULATE']);

/**
 * Faults but for those inside of `TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), …))`: that another dialect writes windows so is
 * said once, by the check `window-table`.
 */
function outsideWindowTables({ scopes, faults }: StatementModel): readonly NameFault[] {
  const calls = scopes
    .flatMap(({ items }) => items)
    .flatMap(({ node }) => (node.kind === 'tableFunction' ? [node.call] : []))
    .filter(({ name }) => WINDOWS.has(name.toUpperCase()));
  if (calls.length === 0) return faults;
  return faults.filter(
    ({ start, end }) => !calls.some(call => call.nameSpan.end <= start && end <= call.end),
  );
}
