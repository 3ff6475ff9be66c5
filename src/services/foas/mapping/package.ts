import type { NewPackage, Package, PackageChange, PackageName } from '../../model.ts';
import type { Reply, Request } from '../operations.ts';
import { compact } from './compact.ts';
import { readPackageType } from './enums.ts';

type PackageRow = NonNullable<Reply<'GetPackage'>['Package']>;

export function readPackage(row: PackageRow | undefined): Package | undefined {
  if (!row?.PackageName) return undefined;
  return compact({
    name: row.PackageName as PackageName,
    type: readPackageType(row.Type),
    originName: row.OriginName,
    description: row.Description,
    tag: row.Tag,
    md5: row.Md5,
    ossEndpoint: row.OssEndpoint,
    ossBucket: row.OssBucket,
    ossOwner: row.OssOwner,
    ossPath: row.OssPath,
    creator: row.Creator,
    createTime: row.CreateTime,
    modifyTime: row.ModifyTime,
  });
}

type PackageFields = Omit<Request<'UpdatePackage'>, 'projectName' | 'packageName'>;

/** What a change sends; members that are left out stay as they are at the service. */
export function packageFields(change: PackageChange): PackageFields {
  const { originName, description, tag, md5, ossEndpoint, ossBucket, ossOwner, ossPath } = change;
  return compact({ originName, description, tag, md5, ossEndpoint, ossBucket, ossOwner, ossPath });
}

export function newPackageFields(item: NewPackage): Omit<Request<'CreatePackage'>, 'projectName'> {
  return { ...packageFields(item), packageName: item.name, type: item.type, ossPath: item.ossPath };
}
