import type { Check } from '../check.ts';

export const emitWindow: Check = {
  id: 'emit-window',
  severity: 'warning',
  title: { en: 'EMIT without a window it can act on', zh: 'EMIT 没有可作用的窗口' },
  explain: {
    en: 'EMIT changes when a TUMBLE or HOP window of the INSERT gives its results. It does nothing without one, and SESSION windows do not support it.',
    zh: 'EMIT 控制 INSERT 中 TUMBLE 或 HOP 窗口何时输出结果。没有这类窗口时不起作用，SESSION 窗口不支持 EMIT。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM t EMIT WITH DELAY '1' MINUTE BEFORE WATERMARK;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM t;",
  statement({ model, report }) {
    if (model?.insert === undefined || model.broken) return;
    const { emit } = model.insert.node;
    const [first] = emit;
    if (first === undefined) return;
    const windows = model.calls
      .filter(({ builtIn }) => builtIn?.kind === 'window')
      .map(({ call }) => call.name.toUpperCase());
    if (windows.some(name => name.startsWith('TUMBLE') || name.startsWith('HOP'))) return;
    // A window may stand in a view that is read here.
    if (model.tables.some(({ entity }) => entity === undefined || entity.kind === 'view')) return;
    report({
      start: first.start,
      end: emit.at(-1)?.end ?? first.end,
      message: {
        en: 'EMIT acts on TUMBLE and HOP windows only, and there is none here. Remove it.',
        zh: 'EMIT 只对 TUMBLE 和 HOP 窗口起作用，此处没有这类窗口，请删除。',
      },
    });
  },
};
