import * as assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { Connections, JobStates } from '../../../src/connections/api.ts';
import { createJobEvents } from '../../../src/connections/jobEvents.ts';
import { createJobStates } from '../../../src/connections/jobStates.ts';
import { startLocalProcess, type LocalProcess } from '../../../src/connections/local/process.ts';
import { openSession, openTransport } from '../../../src/connections/session.ts';
import type { JobService } from '../../../src/services/jobService.ts';
import type { ConnectionId, JobName, ProjectName } from '../../../src/services/model.ts';

const connection = 'test' as ConnectionId;
const project = 'retail_demo' as ProjectName;
const ref = (job: string) => ({ connection, project, job: job as JobName });
const watched = (job: string) => ({ ...ref(job), type: 'FLINK_STREAM' as const });

/** The poller against a real local service, which is stopped under it in the end. */
describe('the states of watched jobs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'blink-states-'));
  const events = createJobEvents();
  const log = vscode.window.createOutputChannel('Blink test', { log: true });
  const calls: string[] = [];
  let child: LocalProcess;
  let service: JobService;
  let states: JobStates & { dispose(): void };

  before(async () => {
    const extension = vscode.extensions.getExtension('blink-sql.blink-sql');
    assert.ok(extension);
    child = await startLocalProcess({
      entry: vscode.Uri.joinPath(extension.extensionUri, 'dist', 'local-service.mjs').fsPath,
      dataDir: folder,
      onLine: () => undefined,
    });
    const { url, regionId, ...keys } = child.address();
    service = openSession({ regionId, endpoint: url, keys }, openTransport({}), line => calls.push(line));
    const connections = {
      onDidChange: new vscode.EventEmitter<void>().event,
      service: () => Promise.resolve(service),
    } as unknown as Connections;
    states = createJobStates(connections, events, log);
  });
  afterEach(() => {
    states.watch(owner, []);
    calls.length = 0;
  });
  after(async () => {
    states.dispose();
    log.dispose();
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const owner = {};
  const change = () =>
    new Promise<void>(resolve => {
      const subscription = states.onDidChange(() => {
        subscription.dispose();
        resolve();
      });
    });

  /** Names of the sample's committed jobs. */
  async function committed(): Promise<string[]> {
    const { items } = await service.listJobs(project, { pageSize: 100 });
    return items.filter(job => job.isCommitted && job.type === 'FLINK_STREAM').map(job => job.name);
  }

  it('come by one call for all jobs of a project', async () => {
    const names = await committed();
    assert.ok(names.length > 1, 'the sample has several committed jobs');
    const first = change();
    states.watch(owner, names.map(watched));
    await first;
    const polls = calls.filter(line => line.startsWith('BatchGetInstanceRunSummary'));
    assert.equal(polls.length, 1);
    const known = names.map(name => states.get(ref(name))?.actual);
    assert.ok(known.includes('RUNNING'), `one of ${known.join()} runs`);
  });

  it('are asked for again at once after a request, and follow it', async () => {
    const names = await committed();
    states.watch(owner, names.map(watched));
    await change();
    const running = names.find(name => states.get(ref(name))?.actual === 'RUNNING') as JobName;
    const instance = states.get(ref(running))?.instanceId;
    assert.ok(instance);
    await service.changeInstanceState(project, running, instance, 'PAUSED');
    const started = Date.now();
    events.fire({ kind: 'stateRequested', ref: ref(running) });
    while (states.get(ref(running))?.actual !== 'PAUSED') await change();
    // The usual pace is five seconds, thirty without the focus, which a test's window may not have.
    assert.ok(Date.now() - started < 5_000);
  });

  it('are forgotten when nobody watches', async () => {
    const names = await committed();
    states.watch(owner, names.map(watched));
    await change();
    states.watch(owner, []);
    assert.deepEqual(
      names.map(name => states.get(ref(name))),
      names.map(() => undefined),
    );
  });

  it('give way to the error of the last poll when the service is gone', async () => {
    await child.stop();
    states.watch(owner, [watched('orders')]);
    await change();
    assert.match(String(states.errorOf({ connection, project })), /ECONNREFUSED/);
  });
});
