import type { Context } from '../lifecycle/context.ts';
import { insertCluster, listClusters } from '../store/clusters.ts';
import { beginInstanceIds } from '../store/instances.ts';

/** Instance ids of the documentation's samples have this size. */
const FIRST_INSTANCE_ID = 1_268_600n;

/** Engine versions of blink-openapi.json's samples: the recommended one first. */
const ENGINE_VERSIONS = ['current--blink-3.4.4', 'beta--blink-3.7.8', 'blink-3.6.8', 'blink-3.2.3'] as const;

export const LOCAL_CLUSTER = 'local-simulated';

/**
 * Puts into a new store what cannot be made through the service: the machine it runs on, as a cluster. Does nothing to
 * one that has it.
 */
export function prepareStore({ db, clock, settings }: Context, firstInstanceId = FIRST_INSTANCE_ID): void {
  if (listClusters(db, {}).length > 0) return;
  const now = clock.now();
  db.transaction(() => {
    insertCluster(
      db,
      {
        clusterId: LOCAL_CLUSTER,
        displayName: 'Local (simulated)',
        description: 'Simulated engine: jobs are not really run.',
        regionId: settings.regionId,
        zoneId: `${settings.regionId}-a`,
        ownerId: settings.accountId,
        gmtCreate: now,
        gmtModified: now,
      },
      ENGINE_VERSIONS,
    );
    beginInstanceIds(db, firstInstanceId);
  });
}
