import type { Embedded, GraphVertex, JobGraph } from '../../model.ts';
import { compact } from '../mapping/compact.ts';
import { asAmount, asNumber, asObject, asText, objectsOf, readEmbedded, type JsonObject } from './json.ts';

/** Reads the job overview of GetInstanceDetail (blink-openapi.json `embeddedJson.Detail`). */
export function readGraph(raw: string | undefined): Embedded<JobGraph> {
  return readEmbedded(raw, object => {
    const plan = objectsOf(asObject(object['plan'])?.['nodes']);
    const inputs = new Map(plan.map(node => [asText(node['id']), readInputs(node)]));
    return compact({
      state: asText(object['state']),
      vertices: objectsOf(object['vertices']).map(row =>
        readVertex(row, inputs.get(asText(row['id'])) ?? []),
      ),
    });
  });
}

function readInputs(node: JsonObject): GraphVertex['inputs'] {
  return objectsOf(node['inputs']).flatMap(input => {
    const id = asText(input['id']);
    return id === undefined ? [] : [{ id, shipStrategy: asText(input['ship_strategy']) ?? '' }];
  });
}

function readVertex(row: JsonObject, inputs: GraphVertex['inputs']): GraphVertex {
  const metrics = asObject(row['metrics']) ?? {};
  const id = asText(row['id']) ?? '';
  return compact({
    id,
    name: unescapeHtml(asText(row['name']) ?? id),
    parallelism: asNumber(row['parallelism']) ?? 1,
    status: asText(row['status']),
    startTime: asAmount(row['start-time']),
    tps: asAmount(metrics['tps']),
    delay: asAmount(metrics['delay']),
    readRecords: asAmount(metrics['read-records']),
    writeRecords: asAmount(metrics['write-records']),
    inPoolUsage: asAmount(metrics['buffers-in-pool-usage-max']),
    outPoolUsage: asAmount(metrics['buffers-out-pool-usage-max']),
    inputs,
  });
}

/** Texts of the plan are escaped for HTML even inside JSON (notes, section 14); they are shown as text, never as HTML. */
function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
