/** What an account signs with. `securityToken` belongs to temporary (STS) keys. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}

/** A request in the form all signatures are computed from. */
export interface Signable {
  /** Upper case. */
  readonly method: string;
  /** As it stands on the wire, that is with encoded segments; no query. */
  readonly path: string;
  /** Decoded names and values. */
  readonly query: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A request that still has to be signed. */
export interface Unsigned extends Signable {
  /** The exact text that is sent, '' for none. */
  readonly body: string;
}

/** What makes a signature unique: given from outside so that signing stays a pure function. */
export interface Stamp {
  readonly date: Date;
  readonly nonce: string;
}

/** What signing adds: the complete headers and query to send. */
export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** Names in the order all schemes sort by: UTF-16 code units, like the SDKs' sorted maps. */
export function sortedNames(record: Readonly<Record<string, string>>): string[] {
  return Object.keys(record).sort();
}
