import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSpec, type SpecField, type SpecOperation } from '../../services/testing/spec.ts';
import { DEFAULT_SIMULATION, SimulatedEngine } from '../engines/simulated/simulatedEngine.ts';
import { IMPLEMENTED, isImplemented } from '../lifecycle/operations.ts';
import { SAMPLE_PROJECT } from '../seed/sample/seed.ts';
import { openService, type LocalService } from '../service.ts';
import { callOperation, fetchText, KEYS } from '../testing/client.ts';
import { isOperationName, type OperationName } from '../../services/foas/operations.ts';

/** Runs at once, so that everything can be asked for without waiting. */
const engine = new SimulatedEngine({ ...DEFAULT_SIMULATION, startDelayMs: 0, endDelayMs: 0 });

let service: LocalService;
let url: string;
beforeAll(async () => {
  service = await openService({ file: ':memory:', seed: 'sample', keys: KEYS, engine });
  url = await service.listen(0);
});
afterAll(() => service.close());

const spec = readSpec();
const described = new Map(spec.operations.map(entry => [entry.name, entry]));

/** Members of a reply that are not in the description, with their way. */
function strangers(fields: readonly SpecField[], value: unknown, way = ''): string[] {
  const known = new Map(fields.map(field => [field.name, field]));
  return Object.entries(value as object).flatMap(([name, item]: [string, unknown]) => {
    const field = known.get(name);
    if (!field) return [`${way}${name}`];
    if (field.type === 'object') return strangers(field.fields ?? [], item, `${way}${name}.`);
    if (field.type !== 'array')
      return typeof item === kindOf(field) ? [] : [`${way}${name} is a ${typeof item}`];
    return (item as unknown[]).flatMap(row =>
      field.items?.fields ? strangers(field.items.fields, row, `${way}${name}[].`) : [],
    );
  });
}

function kindOf({ type }: SpecField): string {
  if (type === 'integer') return 'number';
  return type === 'map' ? 'object' : type;
}

/** Members every one of which should appear in some reply of the sample project. */
function leaves(fields: readonly SpecField[], way = ''): string[] {
  return fields.flatMap(field => {
    const inner = field.type === 'array' ? field.items?.fields : field.fields;
    return inner ? leaves(inner, `${way}${field.name}.`) : [`${way}${field.name}`];
  });
}

function present(value: unknown, way = ''): string[] {
  if (Array.isArray(value)) return value.flatMap(item => present(item, way));
  if (typeof value !== 'object' || value === null) return [way.slice(0, -1)];
  return [
    way.slice(0, -1),
    ...Object.entries(value).flatMap(([name, item]) => present(item, `${way}${name}.`)),
  ];
}

const project = { projectName: SAMPLE_PROJECT };
const job = { ...project, jobName: 'risk_login_pattern' };
const instance = { ...job, instanceId: '-1' };
const now = Date.now();
const metricJson = {
  start: now - 600_000,
  end: now,
  queries: [{ metric: `blink.${SAMPLE_PROJECT}.risk_login_pattern.delay`, downsample: '20s-avg' }],
};

/** Calls that succeed in the sample project, one or more for every operation that is carried out. */
async function calls(): Promise<[OperationName, Readonly<Record<string, unknown>>][]> {
  const raw = await callOperation(url, 'GetRawPlanJson', job);
  const { SessionId } = raw.json();
  const newJob = {
    jobName: 'j',
    jobType: 'FLINK_STREAM',
    apiType: 'DATASTREAM',
    code: 'blink.main.class=a.B',
  };
  const at = { ...project, jobName: 'j' };
  const plan = '{"nodes":[{"id":1,"parallelism":1,"vcore":1,"heap_memory":1024}]}';
  const pack = { ...project, packageName: 'p.jar' };
  return [
    [
      'CreateProject',
      { name: 'other', deployType: 'cell', clusterId: 'local-simulated', description: 'd', managerIds: '1' },
    ],
    ['GetProject', { projectName: 'other' }],
    ['ListProject', {}],
    ['ListCluster', {}],
    ['GetClusterEngineVersions', { clusterId: 'local-simulated' }],
    ['ListProjectBindQueue', project],
    ['ListProjectBindQueueResource', project],
    ['CreateFolder', { ...project, path: '/t' }],
    ['GetFolder', { ...project, path: '/t' }],
    ['MVFolder', { ...project, srcPath: '/t', destPath: '/u' }],
    ['ListChildFolder', { ...project, path: '/' }],
    ['DeleteFolder', { ...project, path: '/u' }],
    [
      'CreatePackage',
      {
        ...pack,
        type: 'JAR',
        ossPath: 'p',
        tag: 't',
        md5: 'm',
        description: 'd',
        originName: 'o',
        ossEndpoint: 'e',
        ossBucket: 'b',
        ossOwner: 'w',
      },
    ],
    ['GetPackage', pack],
    ['UpdatePackage', { ...pack, description: 'x' }],
    ['ListPackage', project],
    ['DeletePackage', pack],
    ['GetRefPackageJob', { ...project, packageName: 'login-udf-1.0.3.jar' }],
    ['CreateJob', { ...project, ...newJob }],
    ['UpdateJob', { ...at, planJson: plan }],
    ['CalcPlanJsonResource', at],
    ['CommitJob', { ...at, isOnOff: true, maxCU: 2, configure: '{}' }],
    ['StartJob', at],
    ['GetInstance', { ...at, instanceId: '-1' }],
    ['UpdateAutoScaleConfig', { ...at, instanceId: '-1', configJson: '{"autoscale.enable":false}' }],
    ['GetJobLatestAutoScalePlan', at],
    ['GetInstanceHistoryAutoScalePlanList', { ...at, instanceId: '-1' }],
    ['ModifyInstanceState', { ...at, instanceId: '-1', expectState: 'TERMINATED' }],
    ['OfflineJob', at],
    ['DeleteJob', at],
    ['GetJob', job],
    ['ListJob', project],
    ['ValidateJob', { ...project, jobName: 'order_wide_table' }],
    ['GetRawPlanJson', job],
    ['CheckRawPlanJson', { ...job, sessionId: SessionId }],
    ['BatchGetInstanceRunSummary', { ...project, jobNames: 'risk_login_pattern', jobType: 'FLINK_STREAM' }],
    ['GetInstance', instance],
    ['GetInstance', { ...project, jobName: 'risk_device_score', instanceId: '-1' }],
    ['GetInstanceRunSummary', instance],
    ['ListInstance', { ...project, jobType: 'FLINK_STREAM' }],
    ['GetInstanceResource', instance],
    ['GetInstanceCheckpoint', instance],
    ['GetInstanceConfig', instance],
    ['GetInstanceDetail', instance],
    ['GetInstanceExceptions', instance],
    ['GetInstanceFinalState', instance],
    ['GetInstanceMetric', { ...job, metricJson: JSON.stringify(metricJson) }],
  ];
}

/** What this service has no value for. */
const NEVER = [
  /^Package(s\.Package)?\.Scan/,
  /^Packages\.Package\.(Tag)$/,
  /^PlanJsonInfo\.(ErrorMessage|PlanJson)$/,
  /^Project\.GlobalJobConfig$/,
  /^Instances\.Instance\.(EndTime|PlanJson)$/,
];

it('answers every operation that it carries out with the members of the description', async () => {
  const seen = new Map<string, Set<string>>();
  for (const [name, parameters] of await calls()) {
    const answer = await callOperation(url, name, parameters);
    expect([name, answer.status, answer.text.slice(0, 200)]).toEqual([name, 200, answer.text.slice(0, 200)]);
    const fields = described.get(name)!.response.fields;
    expect([name, strangers(fields, answer.json())]).toEqual([name, []]);
    const paths = seen.get(name) ?? new Set();
    for (const path of present(answer.json())) paths.add(path);
    seen.set(name, paths);
  }
  // The content of a plan needs the name of one: the job of these calls is gone by then.
  const called = IMPLEMENTED.filter(name => name !== 'GetInstanceHistoryAutoScalePlanContent');
  expect([...seen.keys()].sort()).toEqual([...called].sort());
  const missing = [...seen].flatMap(([name, paths]) =>
    leaves(described.get(name)!.response.fields)
      .filter(path => !paths.has(path) && !NEVER.some(pattern => pattern.test(path)))
      .map(path => `${name}: ${path}`),
  );
  expect(missing).toEqual([]);
});

/** A request made of the examples that the description gives for each parameter. */
function exampleOf({ params }: SpecOperation): Record<string, unknown> {
  return Object.fromEntries(
    params.filter(param => param.in !== 'header').map(param => [param.name, param.example ?? 'x']),
  );
}

it('understands the requests that the description gives as examples', async () => {
  for (const entry of spec.operations) {
    if (!isOperationName(entry.name)) throw new Error(entry.name);
    const { status, text } = await callOperation(url, entry.name, exampleOf(entry));
    expect([entry.name, status, text]).toEqual([
      entry.name,
      isImplemented(entry.name) ? expect.any(Number) : 501,
      text,
    ]);
    // The examples name things that are not there: whatever is said of them, they were understood.
    if (isImplemented(entry.name)) expect([entry.name, status]).not.toEqual([entry.name, 500]);
    expect([entry.name, text]).not.toEqual([entry.name, expect.stringContaining('"Code":"Missing')]);
  }
});

it('answers a question without a signature with an error that a person can read', async () => {
  const { status, text } = await fetchText(`${url}/api/v2/projects`, {});
  expect(status).toBe(400);
  expect(text).toContain('<Code>IncompleteSignature</Code>');
});
