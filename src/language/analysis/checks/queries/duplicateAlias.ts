import type { ScopeItem } from '../../model.ts';
import type { Check } from '../check.ts';

export const duplicateAlias: Check = {
  id: 'duplicate-alias',
  severity: 'error',
  title: { en: 'Two tables of FROM have the same name', zh: 'FROM 中有重名的表' },
  explain: {
    en: 'Each table of a FROM clause needs a name of its own (Duplicate relation name). Give one of them an alias.',
    zh: 'FROM 子句中每个表都需要唯一的名称（Duplicate relation name）。请为其中一个加别名。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT 1 AS x FROM t JOIN t ON 1 = 1;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT 1 AS x FROM t JOIN t AS u ON t.a = u.a;",
  statement({ model, report }) {
    for (const scope of model?.scopes ?? []) {
      const seen = new Set<string>();
      for (const item of scope.items) {
        if (item.name === undefined) continue;
        const { name } = item;
        if (seen.has(name)) {
          const { start, end } = placeOf(item);
          report({
            start,
            end,
            message: {
              en: `'${name}' stands twice in this FROM clause. Give one of them another alias.`,
              zh: `“${name}”在该 FROM 子句中出现两次，请为其中一个另取别名。`,
            },
          });
        }
        seen.add(name);
      }
    }
  },
};

function placeOf({ alias, node }: ScopeItem): { start: number; end: number } {
  if (alias !== undefined) return alias.place;
  return node.kind === 'tableReference' ? node.name : node;
}
