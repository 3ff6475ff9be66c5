/**
 * `npm run --silent cli -- <command>`: Blink SQL on a command line, without an editor.
 * Findings go to standard output, complaints about the call to standard error.
 */
import { check } from './check.ts';
import { checkLines } from './checkLines.ts';
import { format } from './format.ts';
import { lineage } from './lineage.ts';
import { languageFor, parseCommandLine, UsageError } from './options.ts';
import type { CommandLine } from './options.ts';
import { Output } from './output.ts';
import { textsOf } from './texts.ts';

async function run({ language, task }: CommandLine, output: Output): Promise<number> {
  const colours = process.stdout.isTTY && !process.env['NO_COLOR'];
  switch (task.kind) {
    case 'help':
      await output.write(textsOf(language).usage);
      return 0;
    case 'check':
      return check({ ...task, language, colours }, output);
    case 'checkLines':
      process.stdin.setEncoding('utf8');
      return checkLines(process.stdin as AsyncIterable<string>, language, output);
    case 'format':
      return format({ ...task, language }, output);
    case 'lineage':
      return lineage({ ...task, language, colours }, output);
  }
}

// A reader that has seen enough (`| head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const args = process.argv.slice(2);
try {
  const output = new Output();
  process.exitCode = await run(parseCommandLine(args, process.env), output);
  await output.flush();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n${textsOf(languageFor(args, process.env)).seeHelp}`);
  process.exitCode = 2;
}
