import { API_TYPES, INSTANCE_STATES, JOB_TYPES, PACKAGE_TYPES } from '../../model.ts';
import type { ApiType, InstanceState, JobType, PackageType } from '../../model.ts';

// Enumerations are compared without case (blink-openapi-notes.md, section 12). A value this version does not know
// becomes the one with which the least can go wrong.

function known<T extends string>(values: readonly T[], text: string | undefined): T | undefined {
  const upper = text?.trim().toUpperCase();
  return values.find(value => value === upper);
}

export function readJobType(text: string | undefined): JobType {
  return known(JOB_TYPES, text) ?? 'FLINK_STREAM';
}

/** An API that is not known opens as plain text, which DATASTREAM jobs do; none at all is SQL. */
export function readApiType(text: string | undefined): ApiType {
  return known(API_TYPES, text) ?? (text ? 'DATASTREAM' : 'SQL');
}

/** No action that changes anything but a start is offered for UNKNOWN, and the service refuses a second start. */
export function readState(text: string | undefined): InstanceState {
  return known(INSTANCE_STATES, text) ?? 'UNKNOWN';
}

export function readExpectedState(text: string | undefined): InstanceState | undefined {
  return known(INSTANCE_STATES, text);
}

export function readPackageType(text: string | undefined): PackageType {
  return known(PACKAGE_TYPES, text) ?? 'JAR';
}
