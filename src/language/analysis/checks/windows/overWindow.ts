import type { Call, WindowSpec } from '../../../syntax/tree/expressions.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import type { Select } from '../../../syntax/tree/queries.ts';
import type { StatementModel } from '../../model.ts';
import { isKnown } from '../../types.ts';
import type { Check, Message } from '../check.ts';

export const overWindow: Check = {
  id: 'over-window',
  severity: 'warning',
  title: { en: 'OVER window a stream cannot have', zh: '流上不支持的 OVER 窗口' },
  explain: {
    en: 'In a stream an aggregate with OVER is ordered by a single time attribute, ascending, looks back only (no FOLLOWING), and all such aggregates of a SELECT have the same window (SQL-00040001). In a batch job other windows will do.',
    zh: '流上带 OVER 的聚合只能按单个时间属性升序排序，只能向前取数（不能用 FOLLOWING），且同一 SELECT 中所有此类聚合的窗口必须相同（SQL-00040001）。批作业不受此限制。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT SUM(b) OVER (PARTITION BY a ORDER BY b ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS s FROM t;",
  good: "CREATE TABLE t (a INT, b INT, p AS PROCTIME()) WITH (type = 'random');\nCREATE VIEW v AS SELECT SUM(b) OVER (PARTITION BY a ORDER BY p ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS s FROM t;",
  statement({ model, statement, report }) {
    if (model === undefined || model.broken) return;
    const firsts = new Map<Select, string>();
    for (const { call, builtIn, select } of model.calls) {
      if (builtIn?.kind !== 'aggregate' || select === undefined) continue;
      const window = windowOf(call, select);
      if (window === undefined) continue;
      const fault = orderFault(model, window) ?? frameFault(window);
      if (fault !== undefined) report({ ...placeOf(fault.at, call), message: fault.message });
      const text = bareWindow(statement.text.slice(window.start, window.end));
      const first = firsts.get(select);
      if (first === undefined) firsts.set(select, text);
      else if (first !== text) report({ ...placeOf(window, call), message: OTHER_WINDOW });
    }
  },
};

const OTHER_WINDOW: Message = {
  en: 'All OVER windows of a SELECT must be the same, and this one differs from the first. Compute it in a view of its own.',
  zh: '同一 SELECT 中的 OVER 窗口必须相同，此处与第一个不同。请在另一个视图中计算。',
};

/** The window of a call, also when the WINDOW clause gives it; none of one built on another. */
function windowOf({ over }: Call, { windows }: Select): WindowSpec | undefined {
  if (over === undefined) return undefined;
  const window =
    over.kind === 'windowSpec'
      ? over
      : windows.find(({ name }) => name.name.toLowerCase() === over.name.toLowerCase())?.window;
  return window?.base === undefined ? window : undefined;
}

/** A window named elsewhere is reported where it is used: each of its calls has the fault. */
const placeOf = ({ start, end }: Span, call: Call): Span =>
  start >= call.start && end <= call.end ? { start, end } : { start: call.start, end: call.end };

interface Fault {
  readonly at: Span;
  readonly message: Message;
}

function orderFault(model: StatementModel, window: WindowSpec): Fault | undefined {
  const [first, second] = window.orderBy;
  if (first === undefined)
    return {
      at: window,
      message: {
        en: 'This OVER has no order. Add ORDER BY with a time attribute.',
        zh: '该 OVER 没有排序，请加上按时间属性的 ORDER BY。',
      },
    };
  if (second !== undefined)
    return {
      at: second,
      message: {
        en: 'An OVER window is ordered by a single time attribute. Leave this key out.',
        zh: 'OVER 窗口只能按单个时间属性排序，请删除该排序键。',
      },
    };
  const time = model.times.get(first.expression);
  const type = model.types.get(first.expression);
  if (time === undefined && type !== undefined && isKnown(type))
    return {
      at: first,
      message: {
        en: 'An OVER window of a stream is ordered by a time attribute: a column with a WATERMARK, or PROCTIME().',
        zh: '流上的 OVER 窗口只能按时间属性排序：定义了 WATERMARK 的列或 PROCTIME()。',
      },
    };
  if (time === undefined || !first.descending) return undefined;
  return {
    at: first,
    message: {
      en: 'An OVER window is ordered by time in ascending order only.',
      zh: 'OVER 窗口只能按时间升序排序。',
    },
  };
}

function frameFault({ frame }: WindowSpec): Fault | undefined {
  const bound = [frame?.lower, frame?.upper].find(item => item?.type === 'following');
  if (bound === undefined) return undefined;
  return {
    at: bound,
    message: {
      en: 'An OVER window of a stream looks back only: it ends with CURRENT ROW.',
      zh: '流上的 OVER 窗口只能向前取数，应以 CURRENT ROW 结束。',
    },
  };
}

/** A window as text, without what makes no difference: blanks, comments, case, tables before columns, the frame that is the default. */
const bareWindow = (text: string): string =>
  text
    .replace(/(?:--|\/\/).*|\/\*[^]*?\*\//g, '')
    .replaceAll('`', '')
    .toLowerCase()
    .replace(/[\w$\u4e00-\u9fff]+\s*\.\s*(?=[a-z_\u4e00-\u9fff])/g, '')
    .replace(/\s/g, '')
    .replace(/range(?:betweenunboundedprecedingandcurrentrow|unboundedpreceding)(?=\)$)/, '');
