import type { Embedded, Failures } from '../../model.ts';
import { compact } from '../mapping/compact.ts';
import { asAmount, asText, objectsOf, readEmbedded } from './json.ts';

/** Reads the failover history of GetInstanceExceptions (blink-openapi.json `embeddedJson.Exceptions`). */
export function readFailures(raw: string | undefined): Embedded<Failures> {
  return readEmbedded(raw, object =>
    compact({
      root: asText(object['root-exception']),
      time: asAmount(object['timestamp']),
      all: objectsOf(object['all-exceptions']).map(row =>
        compact({
          exception: asText(row['exception']) ?? '',
          task: asText(row['task']),
          location: asText(row['location']),
          time: asAmount(row['timestamp']),
        }),
      ),
      truncated: object['truncated'] === true,
    }),
  );
}
