import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A field of the description file, as far as tests read it. */
export interface SpecField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'map';
  readonly format?: string;
  readonly fields?: readonly SpecField[];
  readonly items?: SpecField;
  readonly example?: unknown;
}

export interface SpecParam extends SpecField {
  readonly in: 'path' | 'query' | 'body' | 'header';
  readonly required: boolean;
}

export interface SpecOperation {
  readonly name: string;
  readonly group: string;
  readonly method: string;
  readonly path: string;
  readonly params: readonly SpecParam[];
  readonly response: { readonly fields: readonly SpecField[] };
}

export interface SpecVector {
  readonly name?: string;
  readonly secret: string;
  readonly accessKeyId?: string;
  readonly stringToSign?: string;
  readonly signature: string;
}

export interface Spec {
  readonly operations: readonly SpecOperation[];
  readonly sdkOnlyOperations: readonly SpecOperation[];
  readonly endpoints: { readonly byRegion: Readonly<Record<string, string>> };
  readonly auth: {
    readonly schemes: readonly { readonly id: string; readonly vectors?: readonly SpecVector[] }[];
  };
  readonly metrics: readonly { readonly name: string }[];
  readonly embeddedJson: Readonly<Record<string, { readonly sample?: unknown }>>;
}

/** The service's machine-readable description, which lies beside the project (never shipped, tests only). */
export function readSpec(): Spec {
  const file = join(import.meta.dirname, '../../../../shared/api/blink-openapi.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Spec;
}
