/** Names of the environment variables that are read; upper case wins, as in the editor itself. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The user's network settings as plain data: the editor's adapter fills them from `http.*`, the rest from the environment. */
export interface NetworkSettings {
  /** `http.proxy`: an http or https address, credentials allowed. Wins over the variables. */
  readonly proxy?: string | undefined;
  /** `http.proxyAuthorization`: the value of the header Proxy-Authorization, before credentials in the address. */
  readonly proxyAuthorization?: string | undefined;
  /** `http.noProxy`, added to NO_PROXY. */
  readonly noProxy?: readonly string[];
  /** `http.proxyStrictSSL`, default true: false accepts any certificate, of the proxy and of the service. */
  readonly strictSSL?: boolean;
  /** `http.systemCertificates`, default true: trust what the operating system trusts, besides the built-in list. */
  readonly systemCertificates?: boolean;
  /** Further authorities, PEM. */
  readonly extraCertificates?: readonly string[];
  /**
   * Where HTTPS_PROXY, HTTP_PROXY and NO_PROXY are read; default process.env. An empty one together with no
   * `proxy` is what `http.proxySupport: off` means.
   */
  readonly environment?: Environment;
}
