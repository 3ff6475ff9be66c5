import type { Query } from '../../../syntax/tree/queries.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import { isKnown } from '../../types.ts';
import type { Check } from '../check.ts';

export const streamOrder: Check = {
  id: 'stream-order',
  severity: 'warning',
  title: { en: 'A stream sorted by something other than time', zh: '流没有按时间排序' },
  explain: {
    en: 'A stream never ends, so it can be sorted by time only: the first key of ORDER BY must be a time attribute, ascending (SQL-00070001). With LIMIT it is a TopN; for the first rows of groups use ROW_NUMBER. In a batch job any order will do.',
    zh: '流没有尽头，只能按时间排序：ORDER BY 的第一个键必须是升序的时间属性（SQL-00070001）。带 LIMIT 时为 TopN；取各组的前几行请用 ROW_NUMBER。批作业不受此限制。',
  },
  bad: "CREATE TABLE t (a INT, b INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a, b FROM t ORDER BY b;",
  good: "CREATE TABLE t (a INT, p AS PROCTIME()) WITH (type = 'random');\nCREATE VIEW v AS SELECT a, p FROM t ORDER BY p;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    // A query by itself is run on a sample, for debugging: it may well be sorted.
    const isPreview = model.node.kind === 'queryStatement';
    const atMost = isPreview ? ({ atMost: 'information' } as const) : {};
    walk(model.node, node => {
      if (!isQuery(node)) return true;
      const [first] = node.orderBy;
      if (first === undefined || node.limit !== undefined || node.fetch !== undefined) return true;
      const { expression, descending, start, end } = first;
      const time = model.times.get(expression);
      const type = model.types.get(expression);
      if (time === undefined && type !== undefined && isKnown(type))
        report({
          start,
          end,
          message: {
            en: 'A stream can be sorted by a time attribute only. Order by one first, or add LIMIT for a TopN.',
            zh: '流只能按时间属性排序。请先按时间属性排序，或加上 LIMIT 成为 TopN。',
          },
          ...atMost,
        });
      else if (time !== undefined && descending)
        report({
          start,
          end,
          message: {
            en: 'A stream can be sorted by its time in ascending order only.',
            zh: '流只能按时间升序排序。',
          },
          ...atMost,
        });
      return true;
    });
  },
};

const isQuery = (node: AnyNode): node is Query => node.kind === 'query';
