import { runService } from './process/run.ts';

const code = await runService(process.argv.slice(2));
// Nothing is left to do, but the channel to the parent, or standard input, would keep the process alive.
process.exit(code);
