import { propertiesByName } from '../../../catalog/connectors.ts';
import type { ConnectorProperty } from '../../../catalog/connectors.ts';
import type { Property } from '../../../syntax/tree/statements.ts';
import type { Check, Message, Severity } from '../check.ts';
import { isPlaceholderValue, keyOf, tableFacts } from './facts.ts';
import { dateTimeFault, timesFault } from './dateTimes.ts';

export const propertyRange: Check = {
  id: 'property-range',
  severity: 'warning',
  title: { en: 'Value out of the range of a property', zh: '属性值超出范围' },
  explain: {
    en: 'Numbers must fit what the connector reads them into and the limits the manual names; times are written yyyy-MM-dd hh:mm:ss, the start before the end. A number below what makes sense is a hint only.',
    zh: '数值不能超出连接器所用的类型和手册给出的限制；时间写作 yyyy-MM-dd hh:mm:ss，开始时间须早于结束时间。仅数值过小而不合理时为提示。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'datahub', endPoint = 'e', project = 'p', topic = 't', accessId = 'i', accessKey = '${k}', batchReadSize = '5000');",
  good: "CREATE TABLE t (a INT) WITH (type = 'datahub', endPoint = 'e', project = 'p', topic = 't', accessId = 'i', accessKey = '${k}', batchReadSize = '500');",
  statement(context) {
    const facts = tableFacts(context);
    const { connector } = facts ?? {};
    if (facts === undefined || connector === undefined) return;
    const known = propertiesByName(connector);
    const given = new Map(facts.properties.map(property => [keyOf(property), property]));
    for (const [key, property] of given) {
      const description = known.get(key);
      if (description === undefined || isPlaceholderValue(property.value.value)) continue;
      const fault = faultOf(description, property, given);
      if (fault !== undefined)
        context.report({ start: property.value.start, end: property.value.end, ...fault });
    }
  },
};

interface Fault {
  readonly message: Message;
  readonly atMost?: Severity;
}

function faultOf(
  description: ConnectorProperty,
  { value }: Property,
  given: ReadonlyMap<string, Property>,
): Fault | undefined {
  const text = value.value.trim();
  const key = description.name.toLowerCase();
  if (description.type === 'datetime')
    return dateTimeFault(text, key === 'endtime' ? given.get('starttime')?.value.value : undefined);
  if (key === 'cachereloadtimeblacklist') return timesFault(text);
  if (!/^-?\d{1,30}$/.test(text)) return undefined;
  return description.type === undefined ? undefined : numberFault(description, BigInt(text), given);
}

const INT_MAX = 2n ** 31n - 1n;
const LONG_MAX = 2n ** 63n - 1n;

/** Limits the manual names, by property. */
const LIMITS: Readonly<Record<string, readonly [least: bigint, most: bigint] | undefined>> = {
  batchreadsize: [1n, 1000n],
  port: [1n, 65_535n],
};

/** Of these none is as good as no work done; of other numbers 0 may switch something off. */
const POSITIVE = /(?:size|capacity|threads?|threadcount|parallelism)$/i;

function numberFault(
  { name, type }: ConnectorProperty,
  value: bigint,
  given: ReadonlyMap<string, Property>,
): Fault | undefined {
  const most = type === 'int' ? INT_MAX : LONG_MAX;
  if (value > most || value < -most)
    return {
      message: {
        en: `${name} is read as ${type === 'int' ? 'an int: at most' : 'a long: at most'} ${most}.`,
        zh: `${name} 按 ${type ?? ''} 读取，最大为 ${most}。`,
      },
    };
  const limits = LIMITS[name.toLowerCase()];
  if (limits !== undefined && (value < limits[0] || value > limits[1]))
    return {
      message: {
        en: `${name} is from ${limits[0]} to ${limits[1]}.`,
        zh: `${name} 的取值范围为 ${limits[0]} 到 ${limits[1]}。`,
      },
    };
  const interval = given.get('queryintervalms')?.value.value.trim() ?? '';
  if (name === 'queryTimeRangeMs' && /^\d{1,18}$/.test(interval) && value <= BigInt(interval))
    return {
      message: {
        en: `${name} must be more than queryIntervalMs, ${interval}.`,
        zh: `${name} 必须大于 queryIntervalMs（${interval}）。`,
      },
    };
  const least = POSITIVE.test(name) ? 1n : 0n;
  if (value >= least) return undefined;
  return {
    message: { en: `${name} is hardly less than ${least}.`, zh: `${name} 一般不小于 ${least}。` },
    atMost: 'hint',
  };
}
