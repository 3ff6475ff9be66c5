import type { Embedded } from '../../model.ts';
import { maskSecrets } from '../../secrets.ts';
import { asObject, asText, readEmbedded, type JsonObject } from './json.ts';

/**
 * Reads the running configuration of GetInstanceConfig (blink-openapi.json `embeddedJson.Config`) as flat text
 * pairs. It carries temporary keys of the account: what looks like a secret is masked, in `raw` too.
 */
export function readConfig(raw: string | undefined): Embedded<Readonly<Record<string, string>>> {
  const { value } = readEmbedded(raw, object => maskSecrets(flatten(object)));
  return value
    ? { value, raw: JSON.stringify(value, undefined, 2) }
    : { raw: maskSecrets({ raw: raw ?? '' })['raw'] ?? '' };
}

/** `execution-config` and its `user-config` are levels without meaning to a reader: their members come to the top. */
function flatten(object: JsonObject): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [key, value] of Object.entries(object)) {
    const inner = key === 'execution-config' || key === 'user-config' ? asObject(value) : undefined;
    if (inner) Object.assign(out, flatten(inner));
    else if (value !== null) out[key] = asText(value) ?? JSON.stringify(value);
  }
  return out;
}
