/**
 * An answer outside 2xx, as the service words it. Codes and status: blink-openapi.json `errors`; those the vendor does
 * not document follow its naming.
 */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  /** What the caller can do about it, sent as `Recommend`. */
  readonly recommend: string | undefined;
  /** Seconds, sent as the header Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(
    code: string,
    status: number,
    message: string,
    extra: { readonly recommend?: string; readonly retryAfter?: number } = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
    this.status = status;
    this.recommend = extra.recommend;
    this.retryAfter = extra.retryAfter;
  }
}

export const missingParameter = (name: string): ApiError =>
  new ApiError(`Missing${name}`, 400, `${name} is mandatory for this action.`);

export function invalidParameter(name: string, why?: string): ApiError {
  const reason = why === undefined ? '' : ` ${why}`;
  return new ApiError(`Invalid${name}`, 400, `Specified parameter ${name} is not valid.${reason}`);
}

export const projectNotFound = (name: string): ApiError =>
  new ApiError('ProjectNotFound', 404, `The project ${name} does not exist.`);

export const jobNotFound = (name: string): ApiError =>
  new ApiError('JobNotFound', 404, `The job ${name} does not exist.`);

export const instanceNotFound = (id: string): ApiError =>
  new ApiError('InstanceNotFound', 404, `The instance ${id} does not exist.`);

export const folderNotFound = (path: string): ApiError =>
  new ApiError('FolderNotFound', 404, `The folder ${path} does not exist.`);

export const packageNotFound = (name: string): ApiError =>
  new ApiError('PackageNotFound', 404, `The package ${name} does not exist.`);

export const clusterNotFound = (id: string): ApiError =>
  new ApiError('ClusterNotFound', 404, `The cluster ${id} does not exist.`);

export const jobHasRunningInstance = (): ApiError =>
  new ApiError('JobHasRunningInstance', 409, 'The job has a live instance; stop it first.');

export const jobNotCommitted = (): ApiError =>
  new ApiError('JobNotCommitted', 409, 'The job is not committed.');

export const jobValidateFailed = (message: string): ApiError =>
  new ApiError('JobValidateFailed', 400, message);
