import type { OperationName } from '../../services/foas/operations.ts';
import * as autoScale from './autoScale.ts';
import * as clusters from './clusters.ts';
import * as commit from './commit.ts';
import type { Handler } from './context.ts';
import * as folders from './folders.ts';
import * as instances from './instances.ts';
import * as jobs from './jobs.ts';
import * as metrics from './metrics.ts';
import * as packages from './packages.ts';
import * as plans from './plans.ts';
import * as projects from './projects.ts';
import * as runControl from './runControl.ts';
import * as telemetry from './telemetry.ts';

type Handlers = { readonly [Name in OperationName]?: Handler<Name> };

/** What the service can do; the rest of the operations table is answered with "not implemented". */
export const HANDLERS = {
  CreateJob: jobs.createJob,
  UpdateJob: jobs.updateJob,
  GetJob: jobs.getJob,
  ListJob: jobs.listJob,
  ValidateJob: jobs.validateJob,
  DeleteJob: jobs.deleteJob,
  GetRawPlanJson: plans.getRawPlanJson,
  CheckRawPlanJson: plans.checkRawPlanJson,
  CalcPlanJsonResource: plans.calcPlanJsonResource,
  CommitJob: commit.commitJob,
  OfflineJob: commit.offlineJob,
  StartJob: runControl.startJob,
  ModifyInstanceState: runControl.modifyInstanceState,
  UpdateAutoScaleConfig: autoScale.updateAutoScaleConfig,
  GetJobLatestAutoScalePlan: autoScale.getJobLatestAutoScalePlan,
  GetInstanceHistoryAutoScalePlanList: autoScale.getInstanceHistoryAutoScalePlanList,
  GetInstanceHistoryAutoScalePlanContent: autoScale.getInstanceHistoryAutoScalePlanContent,
  BatchGetInstanceRunSummary: instances.batchGetInstanceRunSummary,
  GetInstanceRunSummary: instances.getInstanceRunSummary,
  GetInstance: instances.getInstance,
  ListInstance: instances.listInstance,
  GetInstanceResource: telemetry.getInstanceResource,
  GetInstanceCheckpoint: telemetry.getInstanceCheckpoint,
  GetInstanceConfig: telemetry.getInstanceConfig,
  GetInstanceDetail: telemetry.getInstanceDetail,
  GetInstanceExceptions: telemetry.getInstanceExceptions,
  GetInstanceFinalState: telemetry.getInstanceFinalState,
  GetInstanceMetric: metrics.getInstanceMetric,
  CreateFolder: folders.createFolder,
  DeleteFolder: folders.deleteFolder,
  GetFolder: folders.getFolder,
  ListChildFolder: folders.listChildFolder,
  MVFolder: folders.mvFolder,
  CreatePackage: packages.createPackage,
  UpdatePackage: packages.updatePackage,
  GetPackage: packages.getPackage,
  ListPackage: packages.listPackage,
  DeletePackage: packages.deletePackage,
  GetRefPackageJob: packages.getRefPackageJob,
  CreateProject: projects.createProject,
  GetProject: projects.getProject,
  ListProject: projects.listProject,
  ListProjectBindQueue: clusters.listProjectBindQueue,
  ListProjectBindQueueResource: clusters.listProjectBindQueueResource,
  ListCluster: clusters.listCluster,
  GetClusterEngineVersions: clusters.getClusterEngineVersions,
} as const satisfies Handlers;

export type ImplementedName = keyof typeof HANDLERS;

export const IMPLEMENTED = Object.keys(HANDLERS) as readonly ImplementedName[];

export function isImplemented(name: OperationName): name is ImplementedName {
  return Object.hasOwn(HANDLERS, name);
}
