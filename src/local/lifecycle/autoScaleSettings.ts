import type { Request } from '../../services/foas/operations.ts';
import { ApiError } from '../errors.ts';
import { oneOf } from './rules.ts';

/** Sources: blink-openapi-notes.md, section 10; blink-openapi.json, enums and embeddedJson. */
const POLICIES = ['EVERY_DAY_TIME', 'SPECIFIED_TIME'] as const;
const PLANS = ['ORIGINAL', 'CURRENT'] as const;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOMENT = /^\d{4}-(0\d|1[0-2])-[0-3]\d ([01]\d|2[0-3]):[0-5]\d$/;

export interface SuspendPeriod {
  readonly plan: string;
  readonly policy: string;
  readonly startTime: string;
  readonly endTime: string;
}

/** The members of Instance.AutoScaleParams, and what else CommitJob was told. */
export interface AutoScale {
  readonly isOnOff: boolean;
  readonly strategyConfigure: Readonly<Record<string, unknown>>;
  readonly maxCU: number;
  readonly recommendOnly: boolean;
  readonly suspendPeriods: readonly SuspendPeriod[];
}

export const invalidAutoScale = (why: string): ApiError =>
  new ApiError('InvalidAutoScaleParam', 400, `The AutoScale parameters are not valid. ${why}`);

/** A JSON object out of a text. @throws ApiError InvalidAutoScaleParam */
export function jsonObject(name: string, text: string): Readonly<Record<string, unknown>> {
  const value = parse(name, text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw invalidAutoScale(`${name} is not a JSON object.`);
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidAutoScale(`${name} is not valid JSON.`);
  }
}

/**
 * The AutoScale settings of a CommitJob, undefined when it is off.
 * @throws ApiError InvalidAutoScaleParam
 */
export function autoScaleOf(request: Request<'CommitJob'>, jobType: string): AutoScale | undefined {
  if (!request.isOnOff) return undefined;
  if (jobType !== 'FLINK_STREAM') throw invalidAutoScale('AutoScale is for stream jobs.');
  if (request.maxCU === undefined || !(request.maxCU > 0))
    throw invalidAutoScale('isOnOff needs maxCU above 0.');
  if (!request.configure) throw invalidAutoScale('isOnOff needs configure.');
  const configure = jsonObject('configure', request.configure);
  return {
    isOnOff: true,
    strategyConfigure: configure,
    maxCU: request.maxCU,
    // The parameter wins over the key of the same name inside configure (notes, 17.29).
    recommendOnly: request.recommendOnly ?? configure['recommendOnly'] === true,
    suspendPeriods: [
      ...(request.suspendPeriods ? periodsOf(request.suspendPeriods) : []),
      ...(request.suspendPeriodParam ?? []).map(checkPeriod),
    ],
  };
}

function periodsOf(text: string): SuspendPeriod[] {
  const value = parse('suspendPeriods', text);
  if (!Array.isArray(value)) throw invalidAutoScale('suspendPeriods is not a JSON array.');
  return value.map(item => {
    if (typeof item !== 'object' || item === null)
      throw invalidAutoScale('A suspend period is a JSON object.');
    return checkPeriod(item as Record<string, unknown>);
  });
}

function checkPeriod(period: Readonly<Record<string, unknown>>): SuspendPeriod {
  const { plan, policy, startTime, endTime } = period;
  if (typeof plan !== 'string' || typeof policy !== 'string') {
    throw invalidAutoScale('A suspend period has a plan and a policy.');
  }
  const checked = oneOf('suspendPeriodParam.policy', policy, POLICIES);
  const form = checked === 'EVERY_DAY_TIME' ? TIME_OF_DAY : MOMENT;
  if (
    typeof startTime !== 'string' ||
    typeof endTime !== 'string' ||
    !form.test(startTime) ||
    !form.test(endTime)
  ) {
    const wanted = checked === 'EVERY_DAY_TIME' ? 'HH:mm' : 'yyyy-MM-dd HH:mm';
    throw invalidAutoScale(`startTime and endTime of ${checked} are written ${wanted}.`);
  }
  return { plan: oneOf('suspendPeriodParam.plan', plan, PLANS), policy: checked, startTime, endTime };
}
