import { readFileSync } from 'node:fs';

interface Named {
  readonly name: string;
}

function read(file: string): unknown {
  const url = new URL(`../../../shared/language/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as unknown;
}

/** Names of all functions the notes on the dialect list. */
export function functionNames(): string[] {
  return (read('blink-functions.json') as Named[]).map(item => item.name);
}

/** Types of all connectors with the names of their properties. */
export function connectorProperties(): Map<string, string[]> {
  const { connectors } = read('blink-connectors.json') as {
    connectors: { type: string; properties: Named[] }[];
  };
  return new Map(connectors.map(({ type, properties }) => [type, properties.map(item => item.name)]));
}

/** Names of all job parameters. */
export function jobPropertyNames(): string[] {
  return (read('blink-properties.json') as { properties: Named[] }).properties.map(item => item.name);
}
