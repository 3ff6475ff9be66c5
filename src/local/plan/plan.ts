import { graphOf, type GraphSource } from './jobGraph.ts';
import type { OperatorGraph } from './graph.ts';

/** Values the vendor's manual advises or the launcher sets (blink-runtime-json.md, section 1). Memory in MB. */
const VCORE = 0.25;
const HEAP = 256;
const NATIVE = 10;
const STATEFUL_NATIVE = 256;
const MAX_PARALLELISM = 32_768;

export interface PlanWish {
  /** Cores and GB the plan may use; both or neither. */
  readonly expectedCore?: number | undefined;
  readonly expectedGB?: number | undefined;
}

/** PlanJson of a job: blink-openapi.json, embeddedJson (`PlanJson.sql`, `PlanJson.datastream`). */
export function printPlan(job: GraphSource, wish: PlanWish = {}): string {
  const graph = graphOf(job);
  const parallelism = parallelismFor(graph, wish);
  const plan = job.apiType === 'SQL' ? sqlPlan(graph, parallelism) : dataStreamPlan(graph, parallelism);
  return JSON.stringify(plan, null, 2);
}

/** As much as fits into the wish, at least 1. */
function parallelismFor({ operators }: OperatorGraph, { expectedCore, expectedGB }: PlanWish): number {
  if (expectedCore === undefined || expectedGB === undefined) return 1;
  const byCores = expectedCore / (operators.length * VCORE);
  const byMemory = (expectedGB * 1024) / (operators.length * (HEAP + NATIVE));
  return Math.max(1, Math.floor(Math.min(byCores, byMemory)));
}

function sqlPlan({ operators, links }: OperatorGraph, parallelism: number) {
  const stateful = new Set(links.filter(({ ship }) => ship !== 'FORWARD').map(({ target }) => target));
  return {
    global: [
      {
        jobManagerMinCpuCores: 0.1,
        jobManagerMinMemoryCores: 4096,
        jobManagerCpuCores: 0.25,
        jobManagerMemoryInMB: 1024,
      },
    ],
    nodes: operators.map(({ id, name, role }) => ({
      id,
      uid: String(id),
      name: name.replace(/^(Source|Sink): /, ''),
      pact: role,
      ...(role === 'Source' || stateful.has(id) ? { chainingStrategy: 'HEAD' } : {}),
      parallelism,
      maxParallelism: MAX_PARALLELISM,
      vcore: VCORE,
      heap_memory: HEAP,
      native_memory: stateful.has(id) ? STATEFUL_NATIVE : NATIVE,
    })),
    links: links.map(({ source, target, ship, isSecond }) => ({
      source,
      target,
      ...(ship === 'FORWARD' ? {} : { ship_strategy: ship }),
      ...(isSecond ? { side: 'second' } : {}),
    })),
    ...(stateful.size > 0 ? { statefulNodes: [...stateful] } : {}),
  };
}

const DATASTREAM_PACT = { Source: 'Data Source', Operator: 'Operator', Sink: 'Data Sink' } as const;

function dataStreamPlan({ operators, links }: OperatorGraph, parallelism: number) {
  return {
    nodes: operators.map(({ id, name, role }) => {
      const inputs = links.filter(({ target }) => target === id);
      return {
        id,
        type: name,
        pact: DATASTREAM_PACT[role],
        contents: name,
        parallelism,
        ...(inputs.length > 0
          ? {
              predecessors: inputs.map(({ source, ship, isSecond }) => ({
                id: source,
                ship_strategy: ship,
                ...(isSecond ? { side: 'second' } : {}),
              })),
            }
          : {}),
      };
    }),
  };
}

export interface PlanResource {
  readonly cores: number;
  readonly memoryGb: number;
}

interface PlanNode {
  readonly parallelism?: unknown;
  readonly vcore?: unknown;
  readonly core?: unknown;
  readonly heap_memory?: unknown;
  readonly native_memory?: unknown;
  readonly direct_memory?: unknown;
}

/**
 * What a plan needs: the sum of its nodes, each times its parallelism.
 * @returns undefined when the text is not a plan
 */
export function planResource(planJson: string): PlanResource | undefined {
  const nodes = nodesOf(planJson);
  if (!nodes) return undefined;
  let cores = 0;
  let mb = 0;
  for (const node of nodes) {
    const parallelism = Math.max(1, number(node.parallelism));
    cores += parallelism * (number(node.vcore) || number(node.core) || VCORE);
    mb +=
      parallelism *
      (number(node.heap_memory) + number(node.native_memory) + number(node.direct_memory) || HEAP);
  }
  return { cores: round(cores), memoryGb: round(mb / 1024) };
}

function nodesOf(planJson: string): readonly PlanNode[] | undefined {
  try {
    const plan = JSON.parse(planJson) as { readonly nodes?: unknown } | null;
    return Array.isArray(plan?.nodes)
      ? (plan.nodes as (PlanNode | null)[]).filter(node => node !== null)
      : undefined;
  } catch {
    return undefined;
  }
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
