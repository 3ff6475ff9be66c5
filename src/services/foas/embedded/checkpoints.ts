import type { Checkpoint, Checkpoints, Embedded } from '../../model.ts';
import { compact } from '../mapping/compact.ts';
import { asAmount, asObject, asText, objectsOf, readEmbedded, type JsonObject } from './json.ts';

/** Reads Flink's checkpoint statistics (blink-openapi.json `embeddedJson.Checkpoints`). */
export function readCheckpoints(raw: string | undefined): Embedded<Checkpoints> {
  return readEmbedded(raw, object => {
    const counts = asObject(object['counts']);
    const count = (name: string): number => asAmount(counts?.[name]) ?? 0;
    return {
      total: count('total'),
      completed: count('completed'),
      failed: count('failed'),
      inProgress: count('in_progress'),
      restored: count('restored'),
      history: objectsOf(object['history'])
        .map(readCheckpoint)
        .sort((a, b) => (b.triggerTime ?? 0) - (a.triggerTime ?? 0)),
    };
  });
}

function readCheckpoint(row: JsonObject): Checkpoint {
  return compact({
    id: asText(row['id']),
    status: readStatus(asText(row['status']) ?? asText(row['@class'])),
    isSavepoint: row['is_savepoint'] === true,
    triggerTime: asAmount(row['trigger_timestamp']),
    duration: asAmount(row['end_to_end_duration']),
    stateSize: asAmount(row['state_size']),
    failureMessage: asText(row['failure_message']),
    externalPath: asText(row['external_path']),
  });
}

function readStatus(text: string | undefined): Checkpoint['status'] {
  const upper = text?.toUpperCase();
  return upper === 'COMPLETED' || upper === 'FAILED' ? upper : 'IN_PROGRESS';
}
