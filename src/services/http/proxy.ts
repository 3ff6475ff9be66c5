import { HttpError } from './httpError.ts';
import { isExempt, isLoopback } from './hosts.ts';
import type { Environment, NetworkSettings } from './settings.ts';

/**
 * The proxy for an address: the setting, else HTTPS_PROXY, else HTTP_PROXY (in either letter case), and none for
 * loopback and for what `noProxy` or NO_PROXY exempt.
 * @throws HttpError of kind `proxy` when what is set is no http or https address
 */
export function proxyFor(url: URL, settings: NetworkSettings): URL | undefined {
  if (isLoopback(url.hostname)) return undefined;
  const environment = settings.environment ?? process.env;
  const text =
    settings.proxy?.trim() || variable(environment, 'HTTPS_PROXY') || variable(environment, 'HTTP_PROXY');
  if (!text) return undefined;
  const exempt = [...(settings.noProxy ?? []), ...(variable(environment, 'NO_PROXY') ?? '').split(/[,\s]+/)];
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return isExempt(url.hostname, port, exempt) ? undefined : parseProxy(text);
}

function variable(environment: Environment, name: string): string | undefined {
  return (environment[name] ?? environment[name.toLowerCase()])?.trim();
}

function parseProxy(text: string): URL {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  // The text itself is not repeated: it may hold a password.
  throw new HttpError(
    'proxy',
    'The proxy setting is not an http:// or https:// address. Correct http.proxy or HTTPS_PROXY.',
  );
}
