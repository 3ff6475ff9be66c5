import { isLosslessNumber, parse } from 'lossless-json';
import { ApiError } from '../errors.ts';
import { decodePairs, type WireRequest } from './wire.ts';

/** Texts by name, as all forms of a body come down to; rows of repeat lists stay objects. */
export type BodyValues = ReadonlyMap<string, unknown>;

const invalidBody = (why: string, status = 400): ApiError =>
  new ApiError('InvalidRequestBody', status, `The request body cannot be read. ${why}`);

/** What some SDKs can be told to send; read as a form, nothing would be found in it. */
const OTHER_TYPES = /xml|multipart/i;

/**
 * Reads a form or a JSON object; the content type decides, or the first character where there is none. No body is an
 * empty object (notes, section 2). Numbers keep all their digits.
 * @throws ApiError InvalidRequestBody, InvalidEncoding
 */
export function readBody({ headers, body }: WireRequest): BodyValues {
  const text = decode(body);
  if (text.trim() === '') return new Map();
  const type = headers['content-type'] ?? '';
  const isJson = /json/i.test(type) || (!/form/i.test(type) && /^\s*[[{]/.test(text));
  if (!isJson && OTHER_TYPES.test(type)) throw invalidBody('It is neither JSON nor a form.', 415);
  return new Map(Object.entries(isJson ? readJson(text) : decodePairs(text)));
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalidBody('It is not valid UTF-8.');
  }
}

function readJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw invalidBody(`It is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value) || isLosslessNumber(value)) {
    throw invalidBody('It is not a JSON object.');
  }
  return value as Record<string, unknown>;
}
