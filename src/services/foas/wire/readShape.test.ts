import { describe, expect, it } from 'vitest';
import type { HttpReply } from '../../http.ts';
import { operation, OPERATION_NAMES, type OperationName } from '../operations.ts';
import type { Scalar, Shape } from '../operations/table.ts';
import { readContent } from './readReply.ts';
import { readShape } from './readShape.ts';

const BIG = '9223372036854775807';
const MAP = { 'a.b': '4.929E+8', n: 3, none: null };

/** One value of every member, and of every list two items. */
function sample(shape: Shape): unknown {
  if (typeof shape === 'string') return SAMPLES[shape];
  if (isList(shape)) return [sample(shape[0]), sample(shape[0])];
  return Object.fromEntries(Object.entries(shape).map(([name, member]) => [name, sample(member)]));
}

const SAMPLES: Readonly<Record<Scalar, unknown>> = {
  string: ' 中文 <a href="x">&amp;\n\t-- comment ',
  int: 3,
  long: 4_294_967_296,
  number: 1.25,
  boolean: false,
  id: BIG,
  ms: 1_599_794_335_000,
  map: MAP,
};

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function isMap(value: unknown): value is object {
  return value === MAP;
}

function rewrite(
  value: unknown,
  names: (name: string) => string,
  scalars: (value: unknown) => unknown,
): unknown {
  if (isMap(value)) return value;
  if (Array.isArray(value)) return value.map(each => rewrite(each, names, scalars));
  if (typeof value !== 'object' || value === null) return scalars(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [names(name), rewrite(each, names, scalars)]),
  );
}

const same = <T>(value: T): T => value;
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Takes `{X: [...]}` containers away, as the documents' metric samples do. */
function bare(value: unknown): unknown {
  if (isMap(value) || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(bare);
  const members = Object.entries(value) as [string, unknown][];
  if (members.length === 1 && Array.isArray(members[0]?.[1])) return bare(members[0][1]);
  return Object.fromEntries(members.map(([name, each]) => [name, bare(each)]));
}

/** JSON in which int64 ids are bare numbers, as on the wire. */
function wireJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(`"${BIG}"`, BIG);
}

function xml(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map(each => xml(name, each)).join('');
  if (isMap(value)) {
    const entries = Object.entries(value).map(
      ([key, each]) => `<entry>${xml('key', key)}${each === null ? '' : xml('value', each)}</entry>`,
    );
    return `<${name}>${entries.join('')}</${name}>`;
  }
  if (typeof value !== 'object' || value === null) return `<${name}>${escapeXml(String(value))}</${name}>`;
  return `<${name}>\n${Object.entries(value)
    .map(([key, each]) => xml(key, each))
    .join('\n')}</${name}>`;
}

function escapeXml(text: string): string {
  return text
    .replace(/[&<"]/g, char => `&#${char.charCodeAt(0)};`)
    .replaceAll('>', '&gt;')
    .replaceAll('\t', '&#x9;');
}

function received(body: string): HttpReply {
  return { status: 200, headers: {}, body };
}

function read(name: OperationName, body: string): unknown {
  return readShape(operation(name).reply, readContent(received(body)));
}

/** In XML a number within a map is text: nothing says which it was. */
function asText(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"n":3', '"n":"3"')) as unknown;
}

describe.each(OPERATION_NAMES)('the reply of %s', name => {
  const expected = sample(operation(name).reply) as object;

  it('is read as documented, with lower first letters, without containers, and with numbers as text', () => {
    expect(read(name, wireJson(expected))).toEqual(expected);
    expect(read(name, wireJson(rewrite(expected, camel, same)))).toEqual(expected);
    expect(read(name, wireJson(rewrite(expected, pascal, same)))).toEqual(expected);
    expect(read(name, wireJson(bare(expected)))).toEqual(expected);
    expect(read(name, wireJson(rewrite(expected, same, String)))).toEqual(expected);
  });

  it('is read from XML, with and without a root', () => {
    const root = `${name}Response`;
    const withId = { RequestId: 'r', ...expected };
    expect(read(name, `<?xml version="1.0" encoding="utf-8"?>\n${xml(root, withId)}`)).toEqual(
      asText(expected),
    );
    const members = Object.entries(withId).map(([key, value]) => xml(key, value));
    expect(read(name, members.join('\n'))).toEqual(asText(expected));
  });

  it('may be empty', () => {
    expect(read(name, '{}')).toEqual({});
    expect(read(name, `<${name}Response><RequestId>r</RequestId></${name}Response>`)).toEqual({});
  });
});

describe('readShape', () => {
  it('takes a single XML element for a list of one, and an empty one for none', () => {
    const one = '<ListJobResponse><Jobs><Job><JobName>j</JobName></Job></Jobs></ListJobResponse>';
    expect(read('ListJob', one)).toEqual({ Jobs: { Job: [{ JobName: 'j' }] } });
    expect(read('ListJob', '<ListJobResponse><Jobs></Jobs></ListJobResponse>')).toEqual({ Jobs: {} });
  });

  it('takes FileId as a number, a plan as an object, and leaves out what makes no sense', () => {
    const text =
      '{"Job":{"FileId":75724,"PlanJson":{"nodes":[]},"ModifyTime":"soon","IsCommitted":"perhaps","JobName":null}}';
    expect(read('GetJob', text)).toEqual({ Job: { FileId: '75724', PlanJson: '{"nodes":[]}' } });
  });

  it('takes nothing from prototypes', () => {
    const shape: Shape = Object.fromEntries([
      ['constructor', 'string' as const],
      ['valueOf', 'map' as const],
    ]);
    expect(readShape(shape, {})).toEqual({});
  });
});
