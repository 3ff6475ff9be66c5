import type { NewPackage, Package, PackageChange, PackageName } from '../../services/model.ts';

/** What can be entered about a package; its type is chosen from a list. */
export const PACKAGE_FIELDS = [
  'name',
  'ossPath',
  'ossBucket',
  'ossEndpoint',
  'ossOwner',
  'originName',
  'md5',
  'description',
  'tag',
] as const;
export type PackageField = (typeof PACKAGE_FIELDS)[number];

/** A package being filled in. */
export type PackageDraft = { -readonly [Field in PackageField]?: string } & { type: NewPackage['type'] };

/** `md5`: compared at download when present (blink-openapi-notes, section 8). */
const MD5 = /^[0-9a-f]{32}$/i;

export type FieldProblem = 'empty' | 'md5' | 'slash';

/** What is wrong with the text of a field, but for its name's rule. */
export function fieldProblem(field: PackageField, text: string): FieldProblem | undefined {
  if (field === 'ossPath' && text.trim() === '') return 'empty';
  if (field === 'ossPath' && /^\/|^\w+:\/\//.test(text)) return 'slash';
  if (field === 'md5' && text !== '' && !MD5.test(text)) return 'md5';
  return undefined;
}

/** The fields without which a package cannot be registered. */
export function missingFields({ name, ossPath }: PackageDraft): PackageField[] {
  return [...(name ? [] : ['name' as const]), ...(ossPath ? [] : ['ossPath' as const])];
}

export function draftOf(item: Package): PackageDraft {
  const draft: PackageDraft = { type: item.type };
  for (const field of PACKAGE_FIELDS) {
    const value = item[field];
    if (value !== undefined) draft[field] = value;
  }
  return draft;
}

/** @throws Error when a field is missing */
export function newPackageOf(draft: PackageDraft): NewPackage {
  const { name, type, ossPath, ...others } = draft;
  if (!name || !ossPath) throw new Error('A package needs a name and a path in OSS.');
  return { ...others, name: name as PackageName, type, ossPath };
}

/** Only what differs: what is left out stays as it is. */
export function changeOf(before: Package, draft: PackageDraft): PackageChange {
  const change: { -readonly [Member in keyof PackageChange]: PackageChange[Member] } = {};
  for (const field of PACKAGE_FIELDS) {
    const value = draft[field];
    if (field !== 'name' && value !== undefined && value !== (before[field] ?? '')) change[field] = value;
  }
  return change;
}
