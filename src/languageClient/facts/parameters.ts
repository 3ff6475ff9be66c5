/**
 * The parameters in a job's properties: lines of `name=value` (also `name: value`), `#` and `!` begin comments. The
 * value is what stands behind the first sign, without the blanks around it; the last of several lines counts.
 */
export function parametersOf(properties: string): Readonly<Record<string, string>> {
  const parameters = new Map<string, string>();
  for (const line of properties.split(/\r\n|[\r\n]/)) {
    const match = /^\s*(?![#!])([^\s=:]+)\s*[=:]\s*(.*?)\s*$/.exec(line);
    if (match) parameters.set(match[1] ?? '', match[2] ?? '');
  }
  return Object.fromEntries(parameters);
}
