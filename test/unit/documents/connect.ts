import { createFoasClient, type FoasClient } from '../../../src/services/foas/client.ts';
import { createFoasJobService } from '../../../src/services/foas/jobService.ts';
import type { Credentials } from '../../../src/services/foas/sign/request.ts';
import { createHttp } from '../../../src/services/http.ts';
import type { JobService } from '../../../src/services/jobService.ts';

/** The keys travel in the environment: arguments of a process can be read by everybody on the machine. */
export const KEYS = 'RACE_KEYS';

export function clientOf(url: string): FoasClient {
  const credentials = JSON.parse(process.env[KEYS] ?? '{}') as Credentials;
  return createFoasClient({ http: createHttp(), origin: url, credentials });
}

export function connect(url: string): JobService {
  return createFoasJobService(clientOf(url));
}
