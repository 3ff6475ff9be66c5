import type { ConnectionId, FolderPath, JobName, ProjectName } from '../services/model.ts';

/** Scheme of the job file system: `blink://<connection>/<project>/<folder>/.../<job>.sql`. */
export const SCHEME = 'blink';

/** What a job's files are: its code, its properties, its execution plan. */
export const JOB_FILE_KINDS = ['code', 'properties', 'plan'] as const;
export type JobFileKind = (typeof JOB_FILE_KINDS)[number];

/** `.conf` is the code of a DataStream job: configuration text, not SQL. */
const SUFFIX_OF = { code: '.sql', properties: '.properties', plan: '.plan.json' } as const;
const DATASTREAM_SUFFIX = '.conf';

/** Where a file lives, without the editor's types. */
export interface Place {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

export interface JobFile {
  readonly connection: ConnectionId;
  readonly project: ProjectName;
  readonly job: JobName;
  readonly folder: FolderPath;
  readonly kind: JobFileKind;
  /** The suffix says the job is a DataStream one; only the code's suffix tells. */
  readonly isDataStream: boolean;
}

/** The parts of a path that may be a folder: the connection's root has no project, a project's root is `/`. */
export interface FolderPlace {
  readonly connection: ConnectionId;
  readonly project?: ProjectName;
  readonly folder: FolderPath;
}

/** A job's file name. @param isDataStream the job's code is configuration text and gets its own suffix */
export function fileName(job: string, kind: JobFileKind, isDataStream: boolean): string {
  return job + (kind === 'code' && isDataStream ? DATASTREAM_SUFFIX : SUFFIX_OF[kind]);
}

const SUFFIXES: readonly (readonly [suffix: string, kind: JobFileKind])[] = [
  [SUFFIX_OF.plan, 'plan'],
  [SUFFIX_OF.properties, 'properties'],
  [SUFFIX_OF.code, 'code'],
  [DATASTREAM_SUFFIX, 'code'],
];

/** Reads a path as a job's file; undefined for what can only be a folder, and for other schemes. */
export function parseJobPath({ scheme, authority, path }: Place): JobFile | undefined {
  if (scheme !== SCHEME) return undefined;
  const [project, ...rest] = path.split('/').slice(1);
  const file = rest.pop();
  if (!project || !file) return undefined;
  for (const [suffix, kind] of SUFFIXES) {
    if (file.length <= suffix.length || !file.endsWith(suffix)) continue;
    return {
      connection: authority as ConnectionId,
      project: project as ProjectName,
      job: file.slice(0, -suffix.length) as JobName,
      folder: `/${rest.join('/')}` as FolderPath,
      kind,
      isDataStream: suffix === DATASTREAM_SUFFIX,
    };
  }
  return undefined;
}

/** Reads a path as a folder's. */
export function parseFolderPath({ scheme, authority, path }: Place): FolderPlace | undefined {
  if (scheme !== SCHEME) return undefined;
  const [project, ...rest] = path.split('/').filter(part => part !== '');
  const folder = `/${rest.join('/')}` as FolderPath;
  const connection = authority as ConnectionId;
  return project === undefined
    ? { connection, folder }
    : { connection, project: project as ProjectName, folder };
}

/**
 * Editors and their extensions look for `.vscode`, `.git` and the like in every folder of the workspace. None of
 * these is ever at the service, so they are answered without asking it.
 */
export function isHidden({ path }: Place): boolean {
  return /(?:^|\/)\./.test(path);
}
