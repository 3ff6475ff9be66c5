import { createFoasClient } from '../../../src/services/foas/client.ts';
import { createFoasJobService } from '../../../src/services/foas/jobService.ts';
import { createHttp } from '../../../src/services/http.ts';
import type { JobService } from '../../../src/services/jobService.ts';
import type { FolderPath, InstanceState, Job, JobName, ProjectName } from '../../../src/services/model.ts';
import type { Locator } from 'playwright-core';
import {
  answerInput,
  contextMenu,
  contextMenuTitles,
  expand,
  notification,
  quickInput,
  runCommand,
  showView,
  treeRow,
  until,
  type Editor,
  type LocalService,
} from '../harness.ts';

export const PROJECT = 'retail_demo' as ProjectName;

/** A client of its own, past the editor: what the service itself says about the effect of a command. */
export class Witness {
  readonly service: JobService;

  constructor({ url, accessKeyId, accessKeySecret }: LocalService) {
    const credentials = { accessKeyId, accessKeySecret };
    this.service = createFoasJobService(createFoasClient({ http: createHttp(), origin: url, credentials }));
  }

  job(name: string): Promise<Job | undefined> {
    return this.service.getJob(PROJECT, name as JobName);
  }

  async state(name: string): Promise<InstanceState | undefined> {
    const runs = await this.service.runSummaries(PROJECT, [name as JobName], 'FLINK_STREAM');
    return runs.get(name as JobName)?.actual;
  }

  async folderOf(name: string): Promise<string | undefined> {
    const job = await this.job(name);
    const paths: FolderPath[] = ['/' as FolderPath];
    for (const path of paths) {
      const folder = await this.service.getFolder(PROJECT, path);
      if (folder && folder.id === job?.folderId) return path;
      paths.push(...(await this.service.listFolders(PROJECT, path)).map(child => child.path));
    }
    return undefined;
  }

  untilState(name: string, state: InstanceState): Promise<unknown> {
    return until(`${name} to be ${state}`, async () => (await this.state(name)) === state);
  }

  /** Copies the sample `hello_print` into new drafts. */
  async drafts(...names: readonly string[]): Promise<void> {
    const job = await this.job('hello_print');
    for (const name of names) {
      await this.service.createJob(PROJECT, {
        name: name as JobName,
        type: 'FLINK_STREAM',
        api: 'SQL',
        code: job?.code ?? '',
        ...(job?.folderId !== undefined && { folderId: job.folderId }),
      });
    }
  }
}

/** Adds a connection to a running service by keyboard. */
export async function connectOnly({ page }: Editor, service: LocalService, name: string): Promise<void> {
  const step = (count: string) =>
    until(`step ${count}`, async () =>
      (await page.locator('.quick-input-title').innerText()).includes(count),
    );
  await runCommand(page, 'Blink: Add Connection');
  await step('1/5');
  await quickInput(page).fill('cn-shanghai');
  await page.keyboard.press('Enter');
  await step('2/5');
  await answerInput(page, service.url);
  await step('3/5');
  await answerInput(page, name);
  await step('4/5');
  await answerInput(page, service.accessKeyId);
  await step('5/5');
  await answerInput(page, service.accessKeySecret);
  await notification(page, `The connection "${name}" works`).waitFor();
  await runCommand(page, 'Notifications: Clear All Notifications');
}

/** Adds a connection and opens its project in the sidebar. */
export async function connect(editor: Editor, service: LocalService, name = 'Staging'): Promise<void> {
  const { page } = editor;
  await connectOnly(editor, service, name);
  await showView(page, 'Blink');
  await expand(treeRow(page, name));
  await expand(treeRow(page, PROJECT));
  await treeRow(page, 'hello_print').waitFor();
}

/** Leaves nothing open that a test, failed or not, has left open. */
export async function tidy({ page }: Editor): Promise<void> {
  for (let n = 0; n < 3; n++) await page.keyboard.press('Escape');
  await runCommand(page, 'Notifications: Clear All Notifications');
}

/** Chooses from the context menu of a row, once the row offers it: a state comes with the next poll. */
export async function choose(row: Locator, title: string): Promise<void> {
  let titles: string[] = [];
  await until(`"${title}" among the entries of the menu`, async () => {
    titles = await contextMenuTitles(row);
    return titles.includes(title);
  }).catch((error: unknown) => {
    throw new Error(`The menu offers ${titles.join(', ')}`, { cause: error });
  });
  await contextMenu(row, title);
}
