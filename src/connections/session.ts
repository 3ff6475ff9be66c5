import { redact } from '../platform/redact.ts';
import { createFoasClient, type CallTrace } from '../services/foas/client.ts';
import { endpointOf } from '../services/foas/endpoints.ts';
import { createFoasJobService } from '../services/foas/jobService.ts';
import { createHttp, type Http } from '../services/http.ts';
import type { NetworkSettings } from '../services/http/settings.ts';
import type { JobService } from '../services/jobService.ts';
import type { Keys } from './keys.ts';

// This file alone brings in the client and its transport. It is imported when first needed, so that activation does
// not pay for them.

/** What a session is opened with. */
export interface SessionTarget {
  readonly regionId: string;
  /** Overrides the region's own endpoint. */
  readonly endpoint?: string | undefined;
  readonly keys: Keys;
}

export function openTransport(settings: NetworkSettings): Http {
  return createHttp(settings);
}

/**
 * @param trace gets one line per exchange, without anything secret
 * @throws ServiceError of kind `invalid` when region or endpoint cannot be used
 */
export function openSession(
  { regionId, endpoint, keys }: SessionTarget,
  http: Http,
  trace: (line: string) => void,
): JobService {
  const client = createFoasClient({
    http,
    origin: endpointOf(regionId, endpoint),
    regionId,
    credentials: keys,
    onCall: call => trace(traceLine(call)),
  });
  return createFoasJobService(client);
}

function traceLine({ operation, status, ms, requestId, attempt, error }: CallTrace): string {
  const again = attempt > 1 ? ` (attempt ${attempt})` : '';
  const fault = error ? ` ${error.kind} ${error.code ?? ''}: ${redact(error.message)}` : '';
  return `${operation} ${status ?? 'no answer'} ${Math.round(ms)} ms ${requestId ?? ''}${again}${fault}`;
}
