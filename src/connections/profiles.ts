import { REGION_ID } from '../services/foas/endpoints.ts';
import type { ConnectionId, ProjectName } from '../services/model.ts';
import type { Connection } from './api.ts';
import { readEndpoint, type EndpointProblem } from './endpoint.ts';

/** The id of the built-in connection; a profile cannot take it. */
export const LOCAL_ID = 'local' as ConnectionId;

/** One entry of the setting `blink.connections`. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly regionId: string;
  readonly endpoint?: string;
  readonly projects?: readonly string[];
}

export type ProfileProblem =
  | { readonly kind: 'notAList' }
  | { readonly kind: 'notAnObject'; readonly index: number }
  | { readonly kind: 'missing' | 'notText'; readonly index: number; readonly member: string }
  | { readonly kind: 'id' | 'region'; readonly index: number; readonly value: string }
  | { readonly kind: 'duplicateId' | 'duplicateName'; readonly index: number; readonly value: string }
  | { readonly kind: 'endpoint'; readonly index: number; readonly reason: EndpointProblem }
  | { readonly kind: 'projects'; readonly index: number }
  /** The entry is used, but the key in it is not, and has to go. */
  | { readonly kind: 'secret'; readonly index: number; readonly member: string };

/** Lower case because an id is the authority of a `blink:` URI, which editors compare without case. */
const ID = /^[a-z0-9][a-z0-9-]{0,62}$/;
const SECRET_MEMBER = /access_?key|secret|token|password/i;
export const PROJECT_NAME = /^[A-Za-z0-9_-]{1,128}$/;

/** Reads the setting; an entry with a fault is left out and reported, the others are not touched by it. */
export function readProfiles(setting: unknown): {
  readonly connections: readonly Connection[];
  readonly problems: readonly ProfileProblem[];
} {
  const connections: Connection[] = [];
  const problems: ProfileProblem[] = [];
  if (!Array.isArray(setting)) {
    return { connections, problems: setting === undefined || setting === null ? [] : [{ kind: 'notAList' }] };
  }
  for (const [index, entry] of (setting as unknown[]).entries()) {
    const read = readEntry(entry, index, connections);
    if ('connection' in read) connections.push(read.connection);
    else problems.push(read.problem);
    problems.push(...secretsIn(entry, index));
  }
  return { connections, problems };
}

type Read = { readonly connection: Connection } | { readonly problem: ProfileProblem };

function readEntry(entry: unknown, index: number, before: readonly Connection[]): Read {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return { problem: { kind: 'notAnObject', index } };
  }
  const members = entry as Readonly<Record<string, unknown>>;
  const text: Record<string, string> = {};
  for (const member of ['id', 'name', 'regionId']) {
    const value = members[member];
    if (value === undefined || value === '') return { problem: { kind: 'missing', index, member } };
    if (typeof value !== 'string') return { problem: { kind: 'notText', index, member } };
    text[member] = value.trim();
  }
  const { id = '', name = '', regionId = '' } = text;
  if (!ID.test(id) || id === LOCAL_ID) return { problem: { kind: 'id', index, value: id } };
  if (before.some(other => other.id === id)) return { problem: { kind: 'duplicateId', index, value: id } };
  if (nameTaken(name, before)) return { problem: { kind: 'duplicateName', index, value: name } };
  if (!REGION_ID.test(regionId)) return { problem: { kind: 'region', index, value: regionId } };
  const endpoint = endpointOf(members['endpoint']);
  if ('problem' in endpoint) return { problem: { kind: 'endpoint', index, reason: endpoint.problem } };
  const projects = projectsOf(members['projects']);
  if (!projects) return { problem: { kind: 'projects', index } };
  return {
    connection: {
      id: id as ConnectionId,
      name,
      kind: 'foas',
      regionId,
      ...(endpoint.origin === undefined ? {} : { endpoint: endpoint.origin }),
      projects,
    },
  };
}

/** Names are compared as a person would: without case. */
export function nameTaken(name: string, among: readonly { readonly name: string }[]): boolean {
  const wanted = name.trim().toLocaleLowerCase();
  return among.some(other => other.name.toLocaleLowerCase() === wanted);
}

function endpointOf(
  value: unknown,
): { readonly origin: string | undefined } | { readonly problem: EndpointProblem } {
  if (value === undefined || value === '') return { origin: undefined };
  return typeof value === 'string' ? readEndpoint(value) : { problem: 'syntax' };
}

function projectsOf(value: unknown): readonly ProjectName[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  const names = (value as unknown[]).map(name => (typeof name === 'string' ? name.trim() : ''));
  return names.every(name => PROJECT_NAME.test(name)) ? ([...new Set(names)] as ProjectName[]) : undefined;
}

function secretsIn(entry: unknown, index: number): ProfileProblem[] {
  if (typeof entry !== 'object' || entry === null) return [];
  return Object.keys(entry)
    .filter(member => SECRET_MEMBER.test(member))
    .map(member => ({ kind: 'secret', index, member }));
}

/**
 * An id for a new profile, made from its name where that has Latin letters or digits ("生产 cn-1" gives `cn-1`).
 * @param taken ids in use
 */
export function newProfileId(name: string, taken: ReadonlySet<string>): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  const base = slug === '' ? 'connection' : slug;
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (id !== LOCAL_ID && !taken.has(id)) return id;
  }
}
