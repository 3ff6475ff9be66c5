import { END, STRING, tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Problem } from '../../../syntax/problems.ts';
import type { Fix, Message } from '../check.ts';
import { fix } from '../text.ts';

/** What is said of a part of a statement that only Apache Flink SQL has. */
interface Told {
  readonly message: Message;
  readonly fixes: Fix[];
}

/**
 * Knows what Apache Flink SQL writes behind CREATE TABLE and CREATE FUNCTION, and in INSERT.
 * @param at index of the token the grammar refuses
 */
export function flinkStatement(tokens: Tokens, at: number, { expected }: Problem): Told | undefined {
  const { types } = tokens;
  const word = tokenText(tokens, at).toUpperCase();
  if (types[0] === 'INSERT') return inInsert(tokens, at, word);
  if (types[1] === 'OR' && types[2] === 'REPLACE' && at === 3) return orReplace(tokens, word);
  if (!expected.includes(END)) return undefined;
  if (types[1] === 'TABLE') return behindTable(word);
  return types[1] === 'FUNCTION' ? behindFunction(tokens, at, word) : undefined;
}

function inInsert(tokens: Tokens, at: number, word: string): Told | undefined {
  if (at === 1 && word === 'OVERWRITE')
    return {
      message: {
        en: "Blink SQL writes by INSERT INTO alone. A MaxCompute sink overwrites with isOverwrite = 'true' in its WITH.",
        zh: "Blink SQL 只有 INSERT INTO。MaxCompute 结果表如需覆盖写入，请在 WITH 中设置 isOverwrite = 'true'。",
      },
      fixes: [{ ...replaced(tokens, at, 'INTO'), preferred: false }],
    };
  if (at === 2 && word === 'TABLE')
    return {
      message: {
        en: 'The name of the sink follows INTO at once: leave TABLE out.',
        zh: 'INTO 后直接写结果表名，请删除 TABLE。',
      },
      fixes: [removed(tokens, at, at + 1)],
    };
  if (word === 'PARTITION' && tokens.types[at + 1] === '(' && at > 2)
    return {
      message: {
        en: "Blink SQL names no partition in INSERT: the sink does, by partition = '…' in its WITH.",
        zh: "Blink SQL 的 INSERT 不写 PARTITION，请在结果表的 WITH 中用 partition = '…' 指定分区。",
      },
      fixes: [],
    };
  return undefined;
}

function orReplace(tokens: Tokens, word: string): Told | undefined {
  if (word !== 'TABLE' && word !== 'FUNCTION') return undefined;
  return {
    message: {
      en: `Only a view has OR REPLACE: every script declares its ${word === 'TABLE' ? 'tables' : 'functions'} anew. Leave it out.`,
      zh: `只有视图可写 OR REPLACE：每个脚本都重新声明自己的${word === 'TABLE' ? '表' : '函数'}，请删除。`,
    },
    fixes: [removed(tokens, 1, 3)],
  };
}

function behindTable(word: string): Told | undefined {
  if (word === 'AS')
    return {
      message: {
        en: 'Blink SQL declares a table and fills it apart: give it columns and a WITH, then INSERT INTO it. For a step in between write CREATE VIEW.',
        zh: 'Blink SQL 的建表与写入是分开的：请声明列和 WITH，再用 INSERT INTO 写入；中间结果请用 CREATE VIEW。',
      },
      fixes: [],
    };
  if (word === 'LIKE')
    return {
      message: {
        en: 'Blink SQL copies no declaration: write the columns and the WITH of this table.',
        zh: 'Blink SQL 不能复制其他表的声明，请写出该表的列和 WITH。',
      },
      fixes: [],
    };
  if (word === 'DISTRIBUTED')
    return {
      message: {
        en: 'Blink SQL has no DISTRIBUTED BY: leave it out.',
        zh: 'Blink SQL 没有 DISTRIBUTED BY，请删除。',
      },
      fixes: [],
    };
  return undefined;
}

/** `LANGUAGE JAVA`, `USING JAR '…'` */
function behindFunction(tokens: Tokens, at: number, word: string): Told | undefined {
  if (word !== 'LANGUAGE' && word !== 'USING') return undefined;
  const isPython = word === 'LANGUAGE' && tokenText(tokens, at + 1).toUpperCase() === 'PYTHON';
  const isString = tokens.types[at - 1] === STRING;
  if (isPython && isString) {
    const name = tokenText(tokens, at - 1).slice(1, -1);
    const edit = { start: tokens.starts[at - 1] ?? 0, end: tokens.ends[at + 1] ?? 0 };
    return {
      message: {
        en: `Blink SQL has no LANGUAGE: a function of Python is 'python ${name}'.`,
        zh: `Blink SQL 没有 LANGUAGE，Python 函数写作 'python ${name}'。`,
      },
      fixes: [fix({ en: `Write 'python ${name}'`, zh: `写成 'python ${name}'` }, edit, `'python ${name}'`)],
    };
  }
  return {
    message: {
      en: `Blink SQL has no ${word}: the class is looked for in the packages the job refers to. Leave it out.`,
      zh: `Blink SQL 没有 ${word}：类会在作业引用的资源包中查找，请删除。`,
    },
    fixes: [
      {
        title: { en: `Remove ${word} …`, zh: `删除 ${word} …` },
        edits: [{ start: tokens.ends[at - 1] ?? 0, end: tokens.ends.at(-2) ?? tokens.text.length, text: '' }],
        preferred: true,
      },
    ],
  };
}

function replaced(tokens: Tokens, at: number, text: string): Fix {
  const place = { start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 };
  return fix({ en: `Write ${text}`, zh: `写成 ${text}` }, place, text);
}

/** Tokens taken out, with the blank behind them. */
function removed(tokens: Tokens, from: number, to: number): Fix {
  const text = tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]);
  const place = { start: tokens.starts[from] ?? 0, end: tokens.starts[to] ?? 0 };
  return fix({ en: `Remove ${text}`, zh: `删除 ${text}` }, place, '');
}
