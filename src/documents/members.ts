import type { FolderId, Job, JobChange, NewJob } from '../services/model.ts';
import type { JobFile, JobFileKind } from './jobPath.ts';

/** The text behind a job's file. */
export function textOf(job: Job, kind: JobFileKind): string {
  return job[kind];
}

/** A change that writes this file's text and leaves the job's other files as they are. */
export function changeOf(kind: JobFileKind, text: string): JobChange {
  return { [kind]: text };
}

/**
 * A job as a file makes it.
 * @param model the job it takes everything else from: the one copied, or the one that was deleted
 */
export function newJob(
  file: JobFile,
  text: string,
  model: Job | undefined,
  folderId: FolderId | undefined,
): NewJob {
  const inherited = model && {
    code: model.code,
    properties: model.properties,
    plan: model.plan,
    packages: model.packages,
    ...(model.description === undefined ? {} : { description: model.description }),
    ...(model.engineVersion === undefined ? {} : { engineVersion: model.engineVersion }),
    ...(model.clusterId === undefined ? {} : { clusterId: model.clusterId }),
    ...(model.queueName === undefined ? {} : { queueName: model.queueName }),
  };
  return {
    code: '',
    ...inherited,
    name: file.job,
    type: model?.type ?? 'FLINK_STREAM',
    api: model?.api ?? (file.isDataStream ? 'DATASTREAM' : 'SQL'),
    [file.kind]: text,
    ...(folderId === undefined ? {} : { folderId }),
  };
}
