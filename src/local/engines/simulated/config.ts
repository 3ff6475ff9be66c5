import type { Run } from '../engine.ts';
import { jobIdOf } from './detail.ts';

/** Properties as the engine reads them: `key=value` or `key: value` lines, `#` starts a comment, the last one wins. */
export function parseProperties(text: string): Record<string, string> {
  const pairs = text.split(/\r?\n/).flatMap(line => {
    const at = line.search(/[=:]/);
    const key = line.slice(0, Math.max(at, 0)).trim();
    return key === '' || key.startsWith('#') ? [] : [[key, line.slice(at + 1).trim()] as const];
  });
  return Object.fromEntries(pairs);
}

/** blink-openapi.json, embeddedJson.Config. The keys are there as in the real answer, and are no real keys. */
export function printConfig(run: Run): string {
  return JSON.stringify({
    jid: jobIdOf(run),
    name: run.job,
    'execution-config': {
      'execution-mode': 'PIPELINED',
      'restart-strategy': 'Restart with fixed delay (10000 ms). #2147483647 restart attempts.',
      'job-parallelism': -1,
      'object-reuse-mode': true,
      'user-config': {
        Engine: 'simulated',
        stsAccessId: 'SIMULATED.NO.REAL.KEY',
        stsAccesskey: 'simulated-no-real-key',
        'blink.checkpoint.interval.ms': '180000',
        'blink.checkpoint.mode': 'EXACTLY_ONCE',
        ...parseProperties(run.properties),
      },
    },
  });
}
