import { ApiError, clusterNotFound, missingParameter } from '../errors.ts';
import { findCluster, insertQueue, listClusters } from '../store/clusters.ts';
import { findProject, insertProject, listProjects, type ProjectRow } from '../store/projects.ts';
import type { Context, Handler } from './context.ts';
import { projectOf } from './lookup.ts';
import { checkName, filterText, oneOf, optionalOneOf, pageOf, paging } from './rules.ts';

export const DEPLOY_TYPES = ['CELL', 'PUBLIC'] as const;

/** What a new project gets: 40 CU (1 CU is 1 core and 4 GB; blink-openapi.json, limits.resourceUnits). */
const QUEUE = { maxVCore: 4_000, maxMem: 163_840 };

function printed({ settings }: Context, project: ProjectRow) {
  return {
    Id: String(project.id),
    Name: project.name,
    State: 'ENABLE',
    DeployType: project.deployType,
    Description: project.description,
    Region: settings.regionId,
    ClusterId: project.clusterId,
    ManagerIds: project.managerIds,
    Creator: project.creator,
    CreateTime: project.createTime,
    Modifier: project.modifier,
    ModifyTime: project.modifyTime,
  };
}

/** A project gets a queue of its own on its cluster; without one its jobs could not run. */
export const createProject: Handler<'CreateProject'> = (context, request) => {
  const { db, clock, settings } = context;
  const name = checkName('name', request.name);
  const deployType = oneOf('deployType', request.deployType, DEPLOY_TYPES);
  if (deployType === 'CELL' && !request.clusterId) throw missingParameter('clusterId');
  if (request.clusterId && !findCluster(db, request.clusterId)) throw clusterNotFound(request.clusterId);
  if (findProject(db, name)) {
    throw new ApiError('ProjectAlreadyExists', 409, `A project named ${name} already exists.`);
  }
  const clusterId = filterText(request.clusterId) ?? listClusters(db, {})[0]?.clusterId ?? null;
  const now = clock.now();
  db.transaction(() => {
    const projectId = insertProject(db, {
      name,
      deployType,
      clusterId,
      managerIds: request.managerIds ?? null,
      description: request.description ?? null,
      creator: settings.accountId,
      modifier: settings.accountId,
      createTime: now,
      modifyTime: now,
    });
    if (clusterId !== null) insertQueue(db, { clusterId, queueName: `root.${name}`, projectId, ...QUEUE });
  });
  return {};
};

export const getProject: Handler<'GetProject'> = (context, request) => ({
  Project: printed(context, projectOf(context, request)),
});

export const listProject: Handler<'ListProject'> = (context, request) => {
  const page = paging(request);
  const region = filterText(request.region);
  const filter = {
    nameContains: filterText(request.name),
    deployType: optionalOneOf('deployType', request.deployType, DEPLOY_TYPES),
    clusterId: filterText(request.clusterId),
  };
  const elsewhere = region !== undefined && region !== context.settings.regionId;
  const { rows, total } = elsewhere ? { rows: [], total: 0 } : listProjects(context.db, filter, page);
  return { Projects: { Project: rows.map(row => printed(context, row)) }, ...pageOf(page, total) };
};
