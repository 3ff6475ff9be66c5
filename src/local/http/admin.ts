import type { FastifyInstance } from 'fastify';
import { ApiError } from '../errors.ts';
import { isFault, type Fault, type Faults } from './faults.ts';
import type { Front } from './front.ts';
import type { Leases } from './leases.ts';
import { send, wireOf } from './server.ts';

export interface AdminSettings {
  readonly front: Front;
  readonly faults: Faults;
  readonly leases: Leases;
  /** Called before each sign of life is given. */
  readonly onHealth: () => void;
}

/** Outside of the cloud's paths, so that they can never meet. */
const PREFIX = '/-';

/**
 * What the local service can do that the cloud cannot. All but the sign of life has to be signed.
 *
 * - `GET /-/health`: `{"pid"}`.
 * - `POST /-/lease`: holds on to the service as long as the connection lives.
 * - `PUT /-/faults` with `{"faults":[Fault]}`: disturbs operations from now on, in place of what was ordered before.
 */
export function addAdminRoutes(
  server: FastifyInstance,
  { front, faults, leases, onHealth }: AdminSettings,
): void {
  server.get(`${PREFIX}/health`, (_request, reply) => {
    onHealth();
    return reply.send({ pid: process.pid });
  });

  server.post(`${PREFIX}/lease`, (request, reply) => {
    front.authenticate(wireOf(request));
    reply.hijack();
    leases.hold(reply.raw);
  });

  server.put(`${PREFIX}/faults`, (request, reply) => {
    const wire = wireOf(request);
    front.authenticate(wire);
    faults.replace(faultsOf(wire.body.toString('utf8')));
    return send(reply, {
      status: 200,
      headers: {},
      document: { contentType: 'application/json;charset=utf-8', text: '{}' },
    });
  });
}

/** @throws ApiError Invalidfaults */
function faultsOf(text: string): readonly Fault[] {
  const faults = listOf(text);
  if (faults?.every(isFault)) return faults;
  throw new ApiError(
    'Invalidfaults',
    400,
    'The body is {"faults":[{"operation":"ListJob","status":503,"delayMs":100,"times":1}]}.',
  );
}

function listOf(text: string): readonly unknown[] | undefined {
  try {
    const { faults } = JSON.parse(text) as { readonly faults?: unknown };
    return Array.isArray(faults) ? (faults as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}
