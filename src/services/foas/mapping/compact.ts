import type { PackageName } from '../../model.ts';

type Compact<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without its undefined members: absent and undefined are not the same in the model. */
export function compact<T extends object>(object: T): Compact<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Compact<T>;
}

/** Comma separated package names as a list. */
export function packageNames(text: string | undefined): readonly PackageName[] {
  const names = (text ?? '').split(',').map(name => name.trim());
  return names.filter(name => name !== '') as PackageName[];
}
