import type { Job, JobName, NewJob } from '../../services/model.ts';

/** A job under another name: everything but what the service itself notes down. */
export function copyOf(job: Job, name: JobName): NewJob {
  const {
    type,
    api,
    code,
    properties,
    plan,
    packages,
    description,
    engineVersion,
    clusterId,
    queueName,
    folderId,
  } = job;
  return {
    name,
    type,
    api,
    code,
    properties,
    plan,
    packages,
    ...(description !== undefined && { description }),
    ...(engineVersion !== undefined && { engineVersion }),
    ...(clusterId !== undefined && { clusterId }),
    ...(queueName !== undefined && { queueName }),
    ...(folderId !== undefined && { folderId }),
  };
}

/** Whether nothing a person wrote was lost between the two. */
export function isSameContent(a: Job, b: Job): boolean {
  return a.code === b.code && a.properties === b.properties && a.plan === b.plan;
}
