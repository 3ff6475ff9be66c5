import { isServiceError } from '../services/serviceError.ts';
import type { JobService } from '../services/jobService.ts';
import type { Project, ProjectName } from '../services/model.ts';

/**
 * The projects a connection shows: as listed by the service, or those named in the profile where it refuses to list.
 * @throws ServiceError; the refusal itself where the profile names none
 */
export async function projectsOf(
  service: JobService,
  named: readonly ProjectName[],
  signal?: AbortSignal,
): Promise<readonly Project[]> {
  try {
    return await service.listProjects(signal ? { signal } : {});
  } catch (error) {
    if (named.length === 0 || !isDenied(error)) throw error;
    return named.map(name => ({ name }));
  }
}

/** What a test of a connection found out. */
export type Check =
  | { readonly kind: 'listed'; readonly projects: readonly Project[] }
  /** Listing is refused; the named projects were asked for one by one. */
  | {
      readonly kind: 'named';
      readonly found: readonly ProjectName[];
      readonly missing: readonly ProjectName[];
    }
  /** Listing is refused, and there is no name to ask for. */
  | { readonly kind: 'namesNeeded' };

/** Tries a connection out by reading. @throws ServiceError when it does not work at all */
export async function checkService(
  service: JobService,
  named: readonly ProjectName[],
  signal: AbortSignal,
): Promise<Check> {
  try {
    return { kind: 'listed', projects: await service.listProjects({ signal }) };
  } catch (error) {
    if (!isDenied(error)) throw error;
  }
  if (named.length === 0) return { kind: 'namesNeeded' };
  const answers = await Promise.all(named.map(name => isThere(service, name, signal)));
  return {
    kind: 'named',
    found: named.filter((_, index) => answers[index]),
    missing: named.filter((_, index) => !answers[index]),
  };
}

async function isThere(service: JobService, name: ProjectName, signal: AbortSignal): Promise<boolean> {
  try {
    return (await service.getProject(name, { signal })) !== undefined;
  } catch (error) {
    if (isDenied(error) || (isServiceError(error) && error.kind === 'not-found')) return false;
    throw error;
  }
}

function isDenied(error: unknown): boolean {
  return isServiceError(error) && error.kind === 'denied';
}
