import { afterEach, expect } from 'vitest';
import { createFoasClient, type CallTrace, type ClientOptions, type FoasClient } from '../foas/client.ts';
import { createHttp } from '../http.ts';
import { ServiceError } from '../serviceError.ts';
import { testClock } from './clock.ts';
import { startServer, type Answer, type TestServer } from './servers.ts';

export const KEYS = {
  accessKeyId: 'LTAI5tTestKeyId',
  accessKeySecret: 'sEcReT0123456789',
  securityToken: 'CAIS/tok+en==',
};

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.close()));
});

/** Closes something when the present test ends. */
export function closing<T extends { close(): Promise<void> }>(resource: T): T {
  open.push(resource);
  return resource;
}

/** A client against a real server that answers as told, on a clock that does not wait. */
export async function startClient(
  answer: Answer,
  options: Partial<ClientOptions> = {},
): Promise<{ server: TestServer; client: FoasClient; traces: CallTrace[] }> {
  const server = closing(await startServer(answer));
  const http = closing(createHttp({ environment: {} }));
  const traces: CallTrace[] = [];
  const client = createFoasClient({
    http,
    origin: server.origin,
    credentials: KEYS,
    clock: testClock(),
    onCall: trace => traces.push(trace),
    ...options,
  });
  return { server, client, traces };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** Answers in turn, the last one for ever. */
export function inTurn(...answers: readonly Answer[]): Answer {
  let next = 0;
  return (request, response) => {
    const answer = answers[Math.min(next++, answers.length - 1)];
    answer?.(request, response);
  };
}

/** The ServiceError a call rejects with; fails the test when it does not. */
export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ServiceError);
  return error as ServiceError;
}
