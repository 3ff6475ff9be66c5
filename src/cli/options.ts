import { parseArgs } from 'node:util';
import { languageOf } from '../language/features/diagnostics/language.ts';
import type { Language } from '../language/features/diagnostics/language.ts';
import { DEFAULT_FORMAT_OPTIONS } from '../language/features/format/options.ts';
import type { FormatOptions } from '../language/features/format/options.ts';
import { fill, textsOf } from './texts.ts';
import type { Texts } from './texts.ts';

/** What to do, as the command line has it. */
export type Task =
  | { readonly kind: 'help' }
  | { readonly kind: 'check'; readonly files: readonly string[]; readonly json: boolean }
  | { readonly kind: 'checkLines' }
  | { readonly kind: 'lineage'; readonly files: readonly string[]; readonly json: boolean }
  | {
      readonly kind: 'format';
      readonly files: readonly string[];
      readonly checkOnly: boolean;
      readonly options: FormatOptions;
    };

export interface CommandLine {
  readonly language: Language;
  readonly task: Task;
}

/** A command line that cannot be understood; the message is in the user's language. */
export class UsageError extends Error {}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const COMMON = { lang: text, help: { ...flag, short: 'h' } } as const;
const CHECK = { ...COMMON, json: flag, jsonl: flag } as const;
const LINEAGE = { ...COMMON, json: flag } as const;
const FORMAT = {
  ...COMMON,
  check: flag,
  'keyword-case': text,
  indent: text,
  tabs: flag,
  commas: text,
  width: text,
  semicolon: flag,
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The language of messages before the command line is understood: from `--lang`, then from the environment. */
export function languageFor(args: readonly string[], env: Environment): Language {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.split('=')[1] ?? (at < 0 ? undefined : args[at + 1]);
  return languageOf(asked ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en');
}

/**
 * @param args the command line without the program
 * @throws UsageError
 */
export function parseCommandLine(args: readonly string[], env: Environment): CommandLine {
  const language = languageFor(args, env);
  const texts = textsOf(language);
  const [command = '', ...rest] = args;
  if (command === '--help' || command === '-h' || command === 'help')
    return { language, task: { kind: 'help' } };
  if (command === 'check') return { language, task: checkTask(rest, texts) };
  if (command === 'format') return { language, task: formatTask(rest, texts) };
  if (command === 'lineage') return { language, task: lineageTask(rest, texts) };
  if (args.includes('--help')) return { language, task: { kind: 'help' } };
  throw new UsageError(
    command === '' || command.startsWith('-') ? texts.noCommand : fill(texts.unknownCommand, command),
  );
}

/** Node's own complaint about an option is clear; only its class is not ours. */
function parse<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function checkTask(args: readonly string[], texts: Texts): Task {
  const { values, positionals } = parse(() =>
    parseArgs({ args: [...args], options: CHECK, allowPositionals: true }),
  );
  if (values.help) return { kind: 'help' };
  checkLanguage(values.lang, texts);
  if (values.jsonl) {
    if (positionals.length > 0 || values.json) throw new UsageError(texts.jsonlAlone);
    return { kind: 'checkLines' };
  }
  if (positionals.length === 0) throw new UsageError(texts.noFiles);
  return { kind: 'check', files: positionals, json: values.json ?? false };
}

function lineageTask(args: readonly string[], texts: Texts): Task {
  const { values, positionals } = parse(() =>
    parseArgs({ args: [...args], options: LINEAGE, allowPositionals: true }),
  );
  if (values.help) return { kind: 'help' };
  checkLanguage(values.lang, texts);
  if (positionals.length === 0) throw new UsageError(texts.noFiles);
  return { kind: 'lineage', files: positionals, json: values.json ?? false };
}

function formatTask(args: readonly string[], texts: Texts): Task {
  const { values, positionals } = parse(() =>
    parseArgs({ args: [...args], options: FORMAT, allowPositionals: true }),
  );
  if (values.help) return { kind: 'help' };
  checkLanguage(values.lang, texts);
  if (positionals.length === 0) throw new UsageError(texts.noFiles);
  const defaults = DEFAULT_FORMAT_OPTIONS;
  const options: FormatOptions = {
    keywordCase: choice('--keyword-case', values['keyword-case'], ['upper', 'lower', 'preserve'], texts),
    commaPlace: choice('--commas', values.commas, ['trailing', 'leading'], texts),
    indentSize: whole('--indent', values.indent, [1, 8], texts) ?? defaults.indentSize,
    lineWidth: whole('--width', values.width, [20, 1_000], texts) ?? defaults.lineWidth,
    useTabs: values.tabs ?? defaults.useTabs,
    semicolon: values.semicolon ? 'add' : 'preserve',
  };
  return { kind: 'format', files: positionals, checkOnly: values.check ?? false, options };
}

function checkLanguage(value: string | undefined, texts: Texts): void {
  choice('--lang', value, ['en', 'zh'], texts);
}

/** One of the words; the first when the option is not given. */
function choice<Word extends string>(
  option: string,
  value: string | undefined,
  words: readonly [Word, ...Word[]],
  texts: Texts,
): Word {
  if (value === undefined) return words[0];
  const word = words.find(item => item === value);
  if (word === undefined) throw new UsageError(fill(texts.badOption, option, words.join('|'), value));
  return word;
}

function whole(
  option: string,
  value: string | undefined,
  [least, most]: readonly [number, number],
  texts: Texts,
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new UsageError(fill(texts.badOption, option, fill(texts.range, least, most), value));
}
