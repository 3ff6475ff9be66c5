import { createFoasJobService } from '../foas/jobService.ts';
import type { JobService } from '../jobService.ts';
import type { InstanceId, JobName, ProjectName } from '../model.ts';
import { testClock, type TestClock } from './clock.ts';
import { startClient } from './foas.ts';
import type { Received, TestServer } from './servers.ts';

export const P = 'bayes_test' as ProjectName;
export const J = 'job1' as JobName;
export const I = '412536' as InstanceId;
export const BASE = `/api/v2/projects/${P}`;
const NOW = Date.parse('2020-09-11T03:00:00Z');

/** What an answer is made of, or makes it from the request and how often it came. */
type Route = object | ((request: Received, times: number) => object);

/** Answers by `METHOD path` (without the query) with JSON; `[status, body]` for an error. */
export async function startService(
  routes: Readonly<Record<string, Route>>,
): Promise<{ service: JobService; server: TestServer; clock: TestClock }> {
  const times = new Map<string, number>();
  const clock = testClock(NOW);
  const { client, server } = await startClient(
    (request, response) => {
      const key = `${request.method} ${request.url.replace(/\?.*/, '')}`;
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      const route = routes[key] ?? [404, { Code: 'InvalidAction.NotFound', Message: `no ${key}` }];
      const canned = isMaker(route) ? route(request, time) : route;
      const [status, body] = Array.isArray(canned) ? (canned as [number, unknown]) : [200, canned];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    },
    { clock },
  );
  return { service: createFoasJobService(client), server, clock };
}

export function queryOf(request: Received | undefined): Record<string, string> {
  return Object.fromEntries(new URL(request?.url ?? '', 'http://x').searchParams);
}

export function bodyOf(request: Received | undefined): unknown {
  return JSON.parse(request?.body ?? '');
}

function isMaker(route: Route): route is (request: Received, times: number) => object {
  return typeof route === 'function';
}
