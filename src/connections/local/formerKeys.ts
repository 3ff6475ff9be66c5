import type { Keys, KeyStore } from '../keys.ts';
import { LOCAL_ID } from '../profiles.ts';
import type { LocalProcess } from './process.ts';

/**
 * Launches the service with the keys that an earlier version made in this editor and kept in SecretStorage: a data
 * folder without keys gets them, so that windows which still use them go on. From then on the folder has them, for
 * every window and every browser alike, and SecretStorage none. A secret storage that fails is no reason not to start,
 * since nobody but the service itself needs these keys.
 * @throws what `launch` throws
 */
export async function withFormerKeys(
  store: KeyStore,
  launch: (former: Keys | undefined) => Promise<LocalProcess>,
  warn: (text: string) => void,
): Promise<LocalProcess> {
  const former = await store.get(LOCAL_ID).catch((error: unknown) => {
    warn(`The secret storage cannot be read. ${String(error)}`);
    return undefined;
  });
  const launched = await launch(former);
  if (former) {
    await store.delete(LOCAL_ID).catch((error: unknown) => {
      warn(`The former keys of the local service are still in the secret storage. ${String(error)}`);
    });
  }
  return launched;
}
