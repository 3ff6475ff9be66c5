import type * as vscode from 'vscode';

/** What a request is signed with. It lives in SecretStorage and in memory, nowhere else. */
export interface Keys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** With temporary credentials (STS). */
  readonly securityToken?: string;
}

const PREFIX = 'blink.connection.';

/** Keys by connection id in the editor's SecretStorage, which all windows share. */
export class KeyStore {
  readonly #secrets: vscode.SecretStorage;

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  /** Calls back with the connection's id when its keys changed in this or another window. */
  onDidChange(listener: (id: string) => void): vscode.Disposable {
    return this.#secrets.onDidChange(({ key }) => {
      if (key.startsWith(PREFIX)) listener(key.slice(PREFIX.length));
    });
  }

  /** @returns undefined where none are stored, or what is stored cannot be read */
  async get(id: string): Promise<Keys | undefined> {
    const text = await this.#secrets.get(PREFIX + id);
    return text === undefined ? undefined : parseKeys(text);
  }

  /** Stores keys as pasted: the spaces and line ends around them, which no key has, are cut off. */
  async set(id: string, { accessKeyId, accessKeySecret, securityToken }: Keys): Promise<void> {
    const token = securityToken?.trim() ?? '';
    const keys: Keys = {
      accessKeyId: accessKeyId.trim(),
      accessKeySecret: accessKeySecret.trim(),
      ...(token === '' ? {} : { securityToken: token }),
    };
    await this.#secrets.store(PREFIX + id, JSON.stringify(keys));
  }

  async delete(id: string): Promise<void> {
    await this.#secrets.delete(PREFIX + id);
  }
}

function parseKeys(text: string): Keys | undefined {
  try {
    const { accessKeyId, accessKeySecret, securityToken } = JSON.parse(text) as Partial<
      Record<keyof Keys, unknown>
    >;
    if (typeof accessKeyId !== 'string' || typeof accessKeySecret !== 'string') return undefined;
    return { accessKeyId, accessKeySecret, ...(typeof securityToken === 'string' ? { securityToken } : {}) };
  } catch {
    return undefined;
  }
}
