import { PACKAGE_TYPES } from '../../services/model.ts';
import { ApiError, packageNotFound } from '../errors.ts';
import { listJobs } from '../store/jobs.ts';
import {
  countPackages,
  deletePackage as removePackage,
  findPackage,
  insertPackage,
  listPackages,
  updatePackage as changePackage,
  type PackageRow,
} from '../store/packages.ts';
import type { Context, Handler } from './context.ts';
import { printedJob } from './jobView.ts';
import { projectOf } from './lookup.ts';
import { checkName, filterText, laterThan, oneOf, optionalOneOf, pageOf, paging } from './rules.ts';

function packageOf(
  context: Context,
  request: { readonly projectName: string; readonly packageName: string },
): PackageRow {
  const found = findPackage(context.db, projectOf(context, request).id, request.packageName);
  if (!found) throw packageNotFound(request.packageName);
  return found;
}

/** Scan members are left out: this service scans nothing. */
function printed(row: PackageRow, projectName: string) {
  return {
    PackageName: row.packageName,
    ProjectName: projectName,
    OriginName: row.originName,
    Type: row.type,
    Description: row.description,
    Tag: row.tag,
    Md5: row.md5,
    OssEndpoint: row.ossEndpoint,
    OssBucket: row.ossBucket,
    OssOwner: row.ossOwner,
    OssPath: row.ossPath,
    Creator: row.creator,
    CreateTime: row.createTime,
    Modifier: row.modifier,
    ModifyTime: row.modifyTime,
  };
}

export const createPackage: Handler<'CreatePackage'> = (context, request) => {
  const { db, clock, settings } = context;
  const project = projectOf(context, request);
  const packageName = checkName('packageName', request.packageName);
  const type = oneOf('type', request.type, PACKAGE_TYPES);
  if (findPackage(db, project.id, packageName)) {
    throw new ApiError('PackageAlreadyExists', 409, `A package named ${packageName} already exists.`);
  }
  const limit = settings.limits?.packagesPerProject;
  if (limit !== undefined && countPackages(db, project.id) >= limit) {
    throw new ApiError('QuotaExceeded', 403, `A product limit was reached: ${limit} packages per project.`);
  }
  const now = clock.now();
  insertPackage(db, {
    projectId: project.id,
    packageName,
    type,
    originName: request.originName ?? null,
    description: request.description ?? null,
    md5: request.md5 ?? null,
    ossEndpoint: request.ossEndpoint ?? null,
    ossBucket: request.ossBucket ?? null,
    ossOwner: request.ossOwner ?? null,
    ossPath: request.ossPath,
    tag: request.tag ?? null,
    creator: settings.accountId,
    modifier: settings.accountId,
    createTime: now,
    modifyTime: now,
  });
  return {};
};

export const getPackage: Handler<'GetPackage'> = (context, request) => ({
  Package: printed(packageOf(context, request), request.projectName),
});

export const listPackage: Handler<'ListPackage'> = (context, request) => {
  const page = paging(request);
  const { rows, total } = listPackages(
    context.db,
    {
      projectId: projectOf(context, request).id,
      nameContains: filterText(request.packageName),
      type: optionalOneOf('type', request.type, PACKAGE_TYPES),
      tag: filterText(request.tag),
    },
    page,
  );
  return {
    Packages: { Package: rows.map(row => printed(row, request.projectName)) },
    ...pageOf(page, total),
  };
};

export const updatePackage: Handler<'UpdatePackage'> = (context, request) => {
  const found = packageOf(context, request);
  const { originName, description, md5, ossEndpoint, ossBucket, ossOwner, ossPath, tag } = request;
  changePackage(context.db, found.id, {
    originName,
    description,
    md5,
    ossEndpoint,
    ossBucket,
    ossOwner,
    ossPath,
    tag,
    modifier: context.settings.accountId,
    modifyTime: laterThan(found.modifyTime, context.clock.now()),
  });
  return {};
};

/** A draft that names the package does not stand in the way (notes, section 8). */
export const deletePackage: Handler<'DeletePackage'> = (context, request) => {
  const found = packageOf(context, request);
  const { total } = listJobs(
    context.db,
    { projectId: found.projectId, publishedPackage: found.packageName },
    { limit: 1, offset: 0 },
    false,
  );
  if (total > 0) throw new ApiError('PackageReferenced', 409, 'A committed job refers to the package.');
  removePackage(context.db, found.id);
  return {};
};

export const getRefPackageJob: Handler<'GetRefPackageJob'> = (context, request) => {
  const page = paging(request);
  const found = packageOf(context, request);
  const filter = { projectId: found.projectId, publishedPackage: found.packageName };
  const { rows, total } = listJobs(context.db, filter, page, true);
  return { Jobs: { Job: rows.map(row => printedJob(row, request.projectName)) }, ...pageOf(page, total) };
};
