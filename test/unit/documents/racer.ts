/**
 * One of the windows of the race: saves texts of its own to one job, again and again, as the editor does. Started as a
 * process of its own with a RacerTask as its only argument and the keys in the environment; sends a RacerReport.
 */
import type { Base } from '../../../src/documents/bases.ts';
import { fingerprint } from '../../../src/documents/fingerprint.ts';
import { Journal } from '../../../src/documents/journal.ts';
import { saveJob, type KeptText, type SaveOutcome } from '../../../src/documents/saveJob.ts';
import type { ConnectionId, Job, JobName, ProjectName } from '../../../src/services/model.ts';
import { connect } from './connect.ts';
import { diskFiles } from './diskFiles.ts';

export interface RacerTask {
  readonly url: string;
  readonly project: string;
  readonly job: string;
  readonly who: string;
  readonly saves: number;
  /** Folder of this window's journal. */
  readonly journal: string;
}

export interface Save {
  readonly text: string;
  readonly outcome: SaveOutcome['kind'];
}

export interface RacerReport {
  readonly saves: readonly Save[];
  /** Texts this window replaced, knowing them. */
  readonly replaced: readonly string[];
}

async function race(task: RacerTask): Promise<RacerReport> {
  const service = connect(task.url);
  const project = task.project as ProjectName;
  const job = task.job as JobName;
  const connection = 'race' as ConnectionId;
  const journal = new Journal(diskFiles(task.journal));
  const replaced: string[] = [];
  const keep = (entry: KeptText) => {
    if (entry.role === 'replaced') replaced.push(entry.text);
    return journal.keep({ ...entry, connection });
  };
  const baseOf = ({ code, modifyTime }: Job): Base => ({
    print: fingerprint(code),
    modifyTime: modifyTime ?? 0,
  });

  const saves: Save[] = [];
  let base = baseOf((await service.getJob(project, job))!);
  let agreed: string | undefined;
  for (let i = 0; i < task.saves; i++) {
    const text = `-- ${task.who} ${i}\nINSERT INTO sink SELECT ${i} FROM source;\n`;
    const outcome = await saveJob({
      service,
      journal: { keep },
      project,
      job,
      kind: 'code',
      text,
      base,
      mayReplace: atService => atService === agreed,
    });
    saves.push({ text, outcome: outcome.kind });
    agreed = undefined;
    if (outcome.kind === 'saved') base = baseOf(outcome.job);
    if (outcome.kind === 'gone') throw new Error('The job is gone');
    if (outcome.kind === 'conflict' || outcome.kind === 'overtaken') {
      // The two ways out of a conflict, in turn: take theirs and go on from it, or overwrite it.
      if (i % 2 === 0) base = baseOf(outcome.theirs);
      else agreed = outcome.theirs.code;
    }
  }
  return { saves, replaced };
}

const report = await race(JSON.parse(process.argv[2]!) as RacerTask);
process.send?.(report, () => process.disconnect());
