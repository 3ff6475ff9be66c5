/**
 * Members that several replies share. Sources: the response tables of the 2021 edition and the public SDK models,
 * as collected in blink-openapi.json (`operations[].response`).
 */

export const PAGE = { PageIndex: 'int', PageSize: 'int', TotalPage: 'int', TotalCount: 'long' } as const;

export const JOB_ROW = {
  JobName: 'string',
  JobId: 'string',
  ProjectName: 'string',
  JobType: 'string',
  ApiType: 'string',
  Code: 'string',
  PlanJson: 'string',
  Properties: 'string',
  /** Comma separated package names. */
  Packages: 'string',
  Description: 'string',
  EngineVersion: 'string',
  ClusterId: 'string',
  QueueName: 'string',
  FolderId: 'id',
  IsCommitted: 'boolean',
  Creator: 'string',
  CreateTime: 'ms',
  Modifier: 'string',
  ModifyTime: 'ms',
} as const;

export const RUN_SUMMARY = {
  Id: 'id',
  JobName: 'string',
  ActualState: 'string',
  ExpectState: 'string',
  /** ms; -99999999 when the service does not know it. */
  InputDelay: 'long',
  EngineJobHandler: 'string',
  LastErrorTime: 'ms',
  LastErrorMessage: 'string',
} as const;

export const INSTANCE_ROW = {
  ...RUN_SUMMARY,
  ProjectName: 'string',
  JobType: 'string',
  ApiType: 'string',
  Code: 'string',
  PlanJson: 'string',
  Properties: 'string',
  Packages: 'string',
  EngineVersion: 'string',
  ClusterId: 'string',
  QueueName: 'string',
  Priority: 'int',
  Starter: 'string',
  StartTime: 'ms',
  EndTime: 'ms',
  LastOperator: 'string',
  LastOperateTime: 'ms',
} as const;

/** A table of a validated job. */
export const TABLE_USE = {
  Name: 'string',
  Alias: 'string',
  Type: 'string',
  Workspace: 'string',
  Properties: 'map',
} as const;

/** `Dps` maps epoch seconds (as text) to values that come as text or as numbers. */
export const METRIC = { MetricName: 'string', Tags: 'map', Summary: 'number', Dps: 'map' } as const;

export const FOLDER_ROW = { FolderId: 'id', Path: 'string' } as const;

export const PACKAGE_ROW = {
  PackageName: 'string',
  ProjectName: 'string',
  OriginName: 'string',
  Type: 'string',
  Description: 'string',
  Tag: 'string',
  Md5: 'string',
  OssEndpoint: 'string',
  OssBucket: 'string',
  OssOwner: 'string',
  OssPath: 'string',
  ScanState: 'string',
  ScanErrorMessage: 'string',
  ScanExtBizNo: 'string',
  ScanLink: 'string',
  Creator: 'string',
  CreateTime: 'ms',
  Modifier: 'string',
  ModifyTime: 'ms',
} as const;

/** 100 vcores are one core, memory is in MB. */
export const QUEUE_RESOURCE = {
  QueueName: 'string',
  ClusterId: 'string',
  MinVCore: 'int',
  MaxVCore: 'int',
  UsedVCore: 'int',
  MinMem: 'int',
  MaxMem: 'int',
  UsedMem: 'int',
  MinGpu: 'int',
  MaxGpu: 'int',
  UsedGpu: 'int',
} as const;

export const CLUSTER_ROW = {
  ClusterId: 'string',
  DisplayName: 'string',
  Description: 'string',
  State: 'string',
  RegionId: 'string',
  ZoneId: 'string',
  OwnerId: 'string',
  Operator: 'string',
  GmtCreate: 'ms',
  GmtModified: 'ms',
} as const;

export const PROJECT_ROW = {
  /** The project's id, although the 2021 edition describes it as a request id. */
  Id: 'string',
  Name: 'string',
  State: 'string',
  DeployType: 'string',
  Description: 'string',
  Region: 'string',
  ClusterId: 'string',
  ManagerIds: 'string',
  Creator: 'string',
  CreateTime: 'ms',
  Modifier: 'string',
  ModifyTime: 'ms',
} as const;

/** The tag operations answer in a style of their own. */
export const TAG_RESULT = {
  Success: 'boolean',
  Data: 'boolean',
  HttpStatusCode: 'int',
  Code: 'string',
  Message: 'string',
} as const;
