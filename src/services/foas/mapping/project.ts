import type { Project, ProjectName, Queue } from '../../model.ts';
import type { Reply } from '../operations.ts';
import { compact } from './compact.ts';

type ProjectRow = NonNullable<Reply<'GetProject'>['Project']>;

export function readProject(row: ProjectRow | undefined): Project | undefined {
  if (!row?.Name) return undefined;
  return compact({
    name: row.Name as ProjectName,
    id: row.Id,
    state: row.State,
    description: row.Description,
    region: row.Region,
    clusterId: row.ClusterId,
    createTime: row.CreateTime,
    modifyTime: row.ModifyTime,
  });
}

type QueueRow = NonNullable<NonNullable<Reply<'ListProjectBindQueueResource'>['Queues']>['Queue']>[number];

/** What the service sends for a number that does not fit an int (notes, section 9). */
const OVERFLOW = -9999;

export function readQueue(row: QueueRow): Queue | undefined {
  if (!row.QueueName) return undefined;
  const queue = { name: row.QueueName, clusterId: row.ClusterId ?? '' };
  const { UsedVCore, MaxVCore, UsedMem, MaxMem } = row;
  if (!isKnown(UsedVCore) || !isKnown(MaxVCore) || !isKnown(UsedMem) || !isKnown(MaxMem)) return queue;
  const resource = compact({
    usedVcores: UsedVCore,
    maxVcores: MaxVCore,
    usedMemoryMb: UsedMem,
    maxMemoryMb: MaxMem,
    usedGpus: isKnown(row.UsedGpu) ? row.UsedGpu : undefined,
    maxGpus: isKnown(row.MaxGpu) ? row.MaxGpu : undefined,
  });
  return { ...queue, resource };
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && value !== OVERFLOW;
}
