import type { FolderPath } from '../services/model.ts';

/** What is wrong with a name being typed; the words are in commands/nameProblems.ts. */
export type NameProblem = 'empty' | 'tooLong' | 'space' | 'characters' | 'dots';

/** Neither edition of the API states a limit; the vendor's console takes 64. */
export const NAME_LIMIT = 64;

/** Characters with a meaning in a path, a file name of some system, or the metric and table names made from it. */
// eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const FORBIDDEN = /[/\\:*?"'`<>|%#\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/** The rule for a new job, folder or package name: anything that can also be a file name everywhere. */
export function nameProblem(name: string): NameProblem | undefined {
  if (name.trim() === '') return 'empty';
  if (/^\s|\s$/u.test(name)) return 'space';
  if (name.length > NAME_LIMIT) return 'tooLong';
  if (FORBIDDEN.test(name)) return 'characters';
  if (/^\.|\.$/u.test(name)) return 'dots';
  return undefined;
}

/** The path of a folder in another one. */
export function childPath(parent: FolderPath, name: string): FolderPath {
  return (parent === '/' ? `/${name}` : `${parent}/${name}`) as FolderPath;
}

/** The folder above; undefined for the root. */
export function parentPath(path: FolderPath): FolderPath | undefined {
  if (path === '/') return undefined;
  return (path.slice(0, path.lastIndexOf('/')) || '/') as FolderPath;
}

/** The last part of a path: what a row shows. */
export function folderName(path: FolderPath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether `path` is `folder` or lies somewhere in it. */
export function isWithin(path: FolderPath, folder: FolderPath): boolean {
  return folder === '/' || path === folder || path.startsWith(`${folder}/`);
}

/** A name that is not taken: `name`, `name_2`, `name_3`, ... within the limit. */
export function freeName(name: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let n = 2; ; n++) {
    const suffix = `_${n}`;
    // Half of a character of two units must not stay at the end.
    const kept = name.slice(0, NAME_LIMIT - suffix.length).replace(/[\ud800-\udbff]$/, '');
    const candidate = kept + suffix;
    if (!isTaken(candidate)) return candidate;
  }
}
