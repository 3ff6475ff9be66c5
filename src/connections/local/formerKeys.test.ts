import type * as vscode from 'vscode';
import { describe, expect, it } from 'vitest';
import { KeyStore, type Keys } from '../keys.ts';
import { LOCAL_ID } from '../profiles.ts';
import { withFormerKeys } from './formerKeys.ts';
import type { LocalProcess } from './process.ts';

const FORMER: Keys = { accessKeyId: 'LOCALformer', accessKeySecret: 'former-secret' };
const CHILD: LocalProcess = {
  address: () => ({ url: 'http://127.0.0.1:1', regionId: 'r', accessKeyId: 'i', accessKeySecret: 's' }),
  ended: new Promise(() => undefined),
  stop: () => Promise.resolve(),
  release: () => undefined,
};

/** A secret storage whose calls can be made to fail. */
function secretsOf(entries: readonly (readonly [string, string])[], fails: 'get' | 'delete' | undefined) {
  const kept = new Map(entries);
  const unless = <T>(call: 'get' | 'delete', result: () => T) =>
    fails === call ? Promise.reject(new Error('no keyring')) : Promise.resolve(result());
  const storage = {
    get: (key: string) => unless('get', () => kept.get(key)),
    delete: (key: string) => unless('delete', () => void kept.delete(key)),
  } as unknown as vscode.SecretStorage;
  return { kept, store: new KeyStore(storage) };
}

const ENTRY = [`blink.connection.${LOCAL_ID}`, JSON.stringify(FORMER)] as const;
const OTHER = ['blink.connection.prod', JSON.stringify(FORMER)] as const;

/** What the service was launched with, what is kept afterwards, and what was warned of. */
async function run(
  entries: readonly (readonly [string, string])[],
  fails?: 'get' | 'delete',
  launch: () => Promise<LocalProcess> = () => Promise.resolve(CHILD),
) {
  const { kept, store } = secretsOf(entries, fails);
  const given: (Keys | undefined)[] = [];
  const warnings: string[] = [];
  const launched = await withFormerKeys(
    store,
    former => {
      given.push(former);
      return launch();
    },
    text => warnings.push(text),
  ).catch((error: unknown) => error);
  return { launched, given, kept: [...kept.keys()], warnings };
}

describe('keys of an earlier version', () => {
  it('are handed on, and then forgotten here, those of other connections being kept', async () => {
    expect(await run([ENTRY, OTHER])).toEqual({
      launched: CHILD,
      given: [FORMER],
      kept: [OTHER[0]],
      warnings: [],
    });
  });

  it('are not made where there are none', async () => {
    expect(await run([])).toEqual({ launched: CHILD, given: [undefined], kept: [], warnings: [] });
  });

  it('stay until a service has them', async () => {
    const error = new Error('did not start');
    const { launched, kept } = await run([ENTRY], undefined, () => Promise.reject(error));
    expect([launched, kept]).toEqual([error, [ENTRY[0]]]);
  });

  it('do not keep the service from starting when the secret storage fails, and are not told', async () => {
    const unread = await run([ENTRY], 'get');
    expect([unread.launched, unread.given]).toEqual([CHILD, [undefined]]);
    const unforgotten = await run([ENTRY], 'delete');
    expect([unforgotten.launched, unforgotten.given]).toEqual([CHILD, [FORMER]]);
    const said = [...unread.warnings, ...unforgotten.warnings];
    expect(said).toHaveLength(2);
    expect(said.join()).not.toContain(FORMER.accessKeySecret);
  });
});
