import { declarationOf } from '../../declarations.ts';
import type { Check } from '../check.ts';

export const duplicateName: Check = {
  id: 'duplicate-name',
  severity: 'error',
  title: { en: 'Name declared twice', zh: '名称重复声明' },
  explain: {
    en: 'Tables and views of a script share one name space; functions have their own. Each name may be declared once.',
    zh: '脚本中的表和视图共用一个命名空间，函数单独一个。每个名称只能声明一次。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW t AS SELECT 1 AS a;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t;",
  script({ analysis, report }) {
    if (!analysis.names.hasDoubles) return;
    const seen = new Map<string, string>();
    for (const item of analysis.statements) {
      const { statement } = item;
      const declaration = declarationOf(statement);
      if (declaration === undefined) continue;
      if (statement.node?.kind === 'createView' && statement.node.replace) continue;
      const { name, kind, place } = declaration;
      const space = kind === 'function' ? 'function' : 'table';
      const isExact = analysis.names.caseSensitive && space === 'table';
      const key = `${space} ${isExact ? name : name.toLowerCase()}`;
      const before = seen.get(key);
      if (before !== undefined) {
        report(item, {
          start: place.start,
          end: place.end,
          message: {
            en: `'${name}' is declared already${before === name ? '' : ` (as '${before}')`}. Give one of the two another name.`,
            zh: `“${name}”已经声明过${before === name ? '' : `（写作“${before}”）`}，请为其中一个改名。`,
          },
          ...(before === name ? {} : { atMost: 'warning' as const }),
        });
      }
      seen.set(key, before ?? name);
    }
  },
};
