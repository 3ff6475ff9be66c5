import type { JobService } from '../../jobService.ts';
import type { FoasClient } from '../client.ts';
import { readJobSummary } from '../mapping/job.ts';
import { newPackageFields, packageFields, readPackage } from '../mapping/package.ts';
import { allPages, readPage } from '../paging.ts';
import { orUndefined, present } from './shared.ts';

type PackageCalls = Pick<
  JobService,
  'listPackages' | 'getPackage' | 'createPackage' | 'updatePackage' | 'deletePackage' | 'packageUsers'
>;

export function packageCalls(client: FoasClient): PackageCalls {
  return {
    listPackages: (projectName, options) =>
      allPages(
        async page => {
          const reply = await client.call('ListPackage', { projectName, ...page }, options);
          return readPage(reply, present((reply.Packages?.Package ?? []).map(readPackage)), page);
        },
        item => item.name,
      ),

    async getPackage(projectName, packageName, options) {
      const reply = await orUndefined(client.call('GetPackage', { projectName, packageName }, options));
      return readPackage(reply?.Package);
    },

    async createPackage(projectName, item, options) {
      await client.call('CreatePackage', { projectName, ...newPackageFields(item) }, options);
    },

    async updatePackage(projectName, packageName, change, options) {
      await client.call('UpdatePackage', { projectName, packageName, ...packageFields(change) }, options);
    },

    async deletePackage(projectName, packageName, options) {
      await client.call('DeletePackage', { projectName, packageName }, options);
    },

    packageUsers: (projectName, packageName, options) =>
      allPages(
        async page => {
          const reply = await client.call('GetRefPackageJob', { projectName, packageName, ...page }, options);
          return readPage(reply, present((reply.Jobs?.Job ?? []).map(readJobSummary)), page);
        },
        job => job.name,
      ),
  };
}
