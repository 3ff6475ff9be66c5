/**
 * Measures how long VS Code takes to load and activate the packed extension, as VS Code itself reports it
 * ("Developer: Startup Performance"): `node scripts/bootstrap.mjs activation [RUNS]` prints one line a run and the
 * medians, in ms. Each run is a fresh editor that opens the sidebar's view.
 */
import { openEditor, runCommand, showView, treeRow, until, wholeText } from '../ui/harness.ts';

interface Times {
  readonly load: number;
  readonly call: number;
  readonly finish: number;
}

/** The extension's row in the report's table: event, code size aside, its columns are times. */
function timesIn(report: string): Times | undefined {
  const header = report
    .split('\n')
    .find(line => line.includes('Load Code') && line.includes('Call Activate'));
  const row = report.split('\n').find(line => line.includes('blink-sql.blink-sql'));
  if (header === undefined || row === undefined) return undefined;
  const names = header.split('|').map(cell => cell.trim());
  const cells = row.split('|').map(cell => cell.trim());
  const time = (name: string) => Number(cells[names.indexOf(name)]);
  return { load: time('Load Code'), call: time('Call Activate'), finish: time('Finish Activate') };
}

async function measureOnce(): Promise<Times> {
  const editor = await openEditor();
  try {
    const { page } = editor;
    await showView(page, 'Blink');
    await treeRow(page, 'Local service').waitFor();
    await runCommand(page, 'Developer: Startup Performance');
    return await until('the row of the extension', async () => timesIn(await wholeText(page)), 60_000);
  } finally {
    await editor.close();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const runs: Times[] = [];
for (let run = 0; run < Number(process.argv[2] ?? 5); run += 1) {
  const times = await measureOnce();
  runs.push(times);
  console.log(`load ${times.load} ms, call ${times.call} ms, finish ${times.finish} ms`);
}
console.log(
  `median of ${runs.length}: load ${median(runs.map(({ load }) => load))} ms, ` +
    `call ${median(runs.map(({ call }) => call))} ms, finish ${median(runs.map(({ finish }) => finish))} ms`,
);
