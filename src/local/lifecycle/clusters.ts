import { clusterNotFound } from '../errors.ts';
import { engineVersions, findCluster, listClusters, queuesOfProject } from '../store/clusters.ts';
import { currentInstancesOfProject, type InstanceRow } from '../store/instances.ts';
import type { Context, Handler } from './context.ts';
import { projectOf } from './lookup.ts';
import { filterText, optionalOneOf, pageOf, paging } from './rules.ts';
import { observe, runOf } from './runs.ts';

const CLUSTER_STATES = [
  'STARTING',
  'RUNNING',
  'EXPANDING',
  'UPGRADING',
  'DESTROYING',
  'DESTROYED',
  'REDUCING',
  'MAINTAINING',
] as const;

/** The clusters of this service always run. */
export const listCluster: Handler<'ListCluster'> = ({ db }, request) => {
  const page = paging(request);
  const state = optionalOneOf('state', request.state, CLUSTER_STATES) ?? 'RUNNING';
  const filter = {
    clusterId: filterText(request.clusterId),
    displayName: filterText(request.displayName),
    region: filterText(request.region),
  };
  const rows = state === 'RUNNING' ? listClusters(db, filter) : [];
  const shown = rows.slice(page.offset, page.offset + page.limit).map(row => ({
    ClusterId: row.clusterId,
    DisplayName: row.displayName,
    Description: row.description,
    State: 'RUNNING',
    RegionId: row.regionId,
    ZoneId: row.zoneId,
    OwnerId: row.ownerId,
    Operator: row.ownerId,
    GmtCreate: row.gmtCreate,
    GmtModified: row.gmtModified,
  }));
  return { Clusters: { Cluster: shown }, ...pageOf(page, rows.length) };
};

export const getClusterEngineVersions: Handler<'GetClusterEngineVersions'> = ({ db }, { clusterId }) => {
  if (!findCluster(db, clusterId)) throw clusterNotFound(clusterId);
  return { EngineVersions: { EngineVersion: engineVersions(db, clusterId) } };
};

export const listProjectBindQueue: Handler<'ListProjectBindQueue'> = (context, request) => {
  const rows = queuesOfProject(context.db, projectOf(context, request).id, filterOf(request));
  return { Queues: { Queue: rows.map(row => ({ QueueName: row.queueName, ClusterId: row.clusterId })) } };
};

export const listProjectBindQueueResource: Handler<'ListProjectBindQueueResource'> = async (
  context,
  request,
) => {
  const project = projectOf(context, request);
  const rows = queuesOfProject(context.db, project.id, filterOf(request));
  const live = currentInstancesOfProject(context.db, project.id);
  const queues = await Promise.all(
    rows.map(async row => {
      const used = await useOf(
        context,
        live.filter(({ queueName, clusterId }) => queueName === row.queueName && clusterId === row.clusterId),
      );
      return {
        QueueName: row.queueName,
        ClusterId: row.clusterId,
        MinVCore: 0,
        MaxVCore: row.maxVCore,
        UsedVCore: Math.min(used.vcores, row.maxVCore),
        MinMem: 0,
        MaxMem: row.maxMem,
        UsedMem: Math.min(used.mb, row.maxMem),
        MinGpu: 0,
        MaxGpu: 0,
        UsedGpu: 0,
      };
    }),
  );
  return { Queues: { Queue: queues } };
};

function filterOf(request: { readonly clusterId?: string; readonly queueName?: string }) {
  return { clusterId: filterText(request.clusterId), queueName: filterText(request.queueName) };
}

/** What the running instances hold together. */
async function useOf(context: Context, instances: readonly InstanceRow[]) {
  let vcores = 0;
  let mb = 0;
  for (const row of instances) {
    if ((await observe(context, row)).actual !== 'RUNNING') continue;
    const use = await context.engine.resource(runOf(row), context.clock.now());
    vcores += use.allocatedVcores;
    mb += use.allocatedMb;
  }
  return { vcores, mb };
}
