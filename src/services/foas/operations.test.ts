import { describe, expect, expectTypeOf, it } from 'vitest';
import { readSpec, type SpecField, type SpecOperation, type SpecParam } from '../testing/spec.ts';
import { GROUPS, OPERATIONS, OPERATION_NAMES, operation, type Reply, type Request } from './operations.ts';
import { isParamList, paramInfo, pathNames, pathScalar } from './operations/table.ts';
import type { Operation, Param, ParamList, Scalar, Shape } from './operations/table.ts';

const spec = readSpec();
const all = [...spec.operations, ...spec.sdkOnlyOperations];

interface Row {
  readonly place: string;
  readonly required: boolean;
  readonly type: unknown;
}

/** The spec's type of a scalar; which int64 is an id and which a time is this side's own distinction. */
const WIRE: Record<Scalar, string> = {
  string: 'string',
  int: 'integer int32',
  long: 'integer int64',
  id: 'integer int64',
  ms: 'integer int64',
  number: 'number float',
  boolean: 'boolean',
  map: 'map',
};

function specType(field: SpecField): unknown {
  if (field.type === 'object') return specMembers(field.fields ?? []);
  if (field.type === 'array') return [field.items ? specType(field.items) : 'nothing'];
  return field.format ? `${field.type} ${field.format}` : field.type;
}

function specMembers(fields: readonly SpecField[]): Record<string, unknown> {
  return Object.fromEntries(fields.map(field => [field.name, specType(field)]));
}

function specParams(params: readonly SpecParam[]): Record<string, Row> {
  const own = params.filter(param => param.name !== 'RegionId');
  return Object.fromEntries(
    own.map(param => [param.name, { place: param.in, required: param.required, type: specType(param) }]),
  );
}

function tableType(shape: Shape): unknown {
  if (typeof shape === 'string') return WIRE[shape];
  if (isList(shape)) return [tableType(shape[0])];
  return Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, tableType(member)]));
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function tableRow(place: string, param: Param | ParamList): Row {
  if (isParamList(param)) {
    const row = Object.entries(param[0]).map(([name, member]) => [name, WIRE[paramInfo(member).scalar]]);
    return { place, required: false, type: [Object.fromEntries(row)] };
  }
  const { scalar, required } = paramInfo(param);
  return { place, required, type: WIRE[scalar] };
}

function tableParams(entry: Operation): Record<string, Row> {
  const rows: [string, Row][] = pathNames(entry.path).map(name => [name, tableRow('path', pathScalar(name))]);
  for (const [name, param] of Object.entries(entry.query ?? {})) rows.push([name, tableRow('query', param)]);
  for (const [name, param] of Object.entries(entry.body ?? {})) rows.push([name, tableRow('body', param)]);
  return Object.fromEntries(rows);
}

describe('operations table', () => {
  it('holds the 62 documented operations and the 5 that only SDKs know, and nothing else', () => {
    expect(spec.operations).toHaveLength(62);
    expect(spec.sdkOnlyOperations).toHaveLength(5);
    expect([...OPERATION_NAMES].sort()).toEqual(all.map(entry => entry.name).sort());
  });

  it.each(all.map(entry => [entry.name, entry] as const))(
    '%s is as the description says',
    (name, expected) => {
      const entry = operation(expected.name as keyof typeof OPERATIONS);
      expect(entry.method).toBe(expected.method);
      expect(entry.path).toBe(expected.path);
      expect(Object.keys(GROUPS[expected.group as keyof typeof GROUPS])).toContain(name);
      expect(tableParams(entry)).toEqual(specParams(expected.params));
      const reply = specMembers(expected.response.fields);
      expect(reply['RequestId']).toBe('string');
      delete reply['RequestId'];
      expect(tableType(entry.reply)).toEqual(reply);
      expect(entry.doc).toMatch(/^[^\n]+\.$/);
    },
  );

  it('has RegionId as an optional header in every description that names it', () => {
    const headers = all.flatMap((entry: SpecOperation) =>
      entry.params.filter(param => param.in === 'header'),
    );
    expect(new Set(headers.map(param => `${param.name} ${String(param.required)}`))).toEqual(
      new Set(['RegionId false']),
    );
  });

  it('tells operations apart by method and path', () => {
    const routes = OPERATION_NAMES.map(name => `${OPERATIONS[name].method} ${OPERATIONS[name].path}`);
    expect(new Set(routes).size).toBe(routes.length);
  });

  it('gives requests and replies their types', () => {
    expectTypeOf<Request<'GetInstance'>>().toEqualTypeOf<{
      readonly projectName: string;
      readonly jobName: string;
      readonly instanceId: string;
    }>();
    expectTypeOf<Request<'CreateJob'>['folderId']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Request<'CommitJob'>['suspendPeriodParam']>().toExtend<
      readonly { plan?: string }[] | undefined
    >();
    expectTypeOf<Reply<'StartJob'>>().toEqualTypeOf<{
      readonly RequestId: string;
      readonly instanceId?: string;
    }>();
    expectTypeOf<NonNullable<Reply<'GetJob'>['Job']>['ModifyTime']>().toEqualTypeOf<number | undefined>();
    // @ts-expect-error a required body parameter is missing
    const missing: Request<'CreateFolder'> = { projectName: 'p' };
    expect(missing).toBeDefined();
  });
});
