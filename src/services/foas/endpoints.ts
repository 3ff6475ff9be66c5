import { ServiceError } from '../serviceError.ts';

// Public API metadata of 2024, equal to the SDKs' endpoint maps where they overlap (blink-openapi.json
// `endpoints.byRegion`, 54 regions in three families).
const OWN_HOST = [
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-3',
  'cn-beijing',
  'cn-hangzhou',
  'cn-hangzhou-finance',
  'cn-north-2-gov-1',
  'cn-qingdao',
  'cn-shanghai',
  'cn-shanghai-finance-1',
  'cn-shenzhen',
  'cn-zhangjiakou',
];
const SERVED_BY_TOKYO = [
  'ap-northeast-2-pop',
  'ap-south-1',
  'ap-southeast-2',
  'ap-southeast-5',
  'eu-central-1',
  'eu-west-1',
  'eu-west-1-oxs',
  'me-east-1',
  'rus-west-1-pop',
  'us-east-1',
  'us-west-1',
];
const SERVED_BY_CENTRAL_HOST = [
  'cn-beijing-finance-1',
  'cn-beijing-finance-pop',
  'cn-beijing-gov-1',
  'cn-beijing-nu16-b01',
  'cn-chengdu',
  'cn-edge-1',
  'cn-fujian',
  'cn-haidian-cm12-c01',
  'cn-hangzhou-bj-b01',
  'cn-hangzhou-internal-prod-1',
  'cn-hangzhou-internal-test-1',
  'cn-hangzhou-internal-test-2',
  'cn-hangzhou-internal-test-3',
  'cn-hangzhou-test-306',
  'cn-hongkong',
  'cn-hongkong-finance-pop',
  'cn-huhehaote',
  'cn-qingdao-nebula',
  'cn-shanghai-et15-b01',
  'cn-shanghai-et2-b01',
  'cn-shanghai-inner',
  'cn-shanghai-internal-test-1',
  'cn-shenzhen-finance-1',
  'cn-shenzhen-inner',
  'cn-shenzhen-st4-d01',
  'cn-shenzhen-su18-b01',
  'cn-wuhan',
  'cn-yushanfang',
  'cn-zhangbei-na61-b01',
  'cn-zhangjiakou-na62-a01',
  'cn-zhengzhou-nebula-1',
];

const HOSTS: ReadonlyMap<string, string> = new Map([
  ...OWN_HOST.map(region => [region, ruleHost(region)] as const),
  ...SERVED_BY_TOKYO.map(region => [region, ruleHost('ap-northeast-1')] as const),
  ...SERVED_BY_CENTRAL_HOST.map(region => [region, 'foas.aliyuncs.com'] as const),
]);

/** Regions whose endpoint is known, for a pick list. */
export const KNOWN_REGIONS: readonly string[] = [...HOSTS.keys()].sort();

/** Where the vendor sells the product (blink-openapi.json `endpoints.publicProductRegions`): first in a pick list. */
export const PRODUCT_REGIONS: readonly string[] = [
  'cn-hangzhou',
  'cn-shanghai',
  'cn-shenzhen',
  'cn-beijing',
  'cn-zhangjiakou',
  'cn-hangzhou-finance',
  'cn-shanghai-finance-1',
  'cn-shenzhen-finance-1',
  'cn-hongkong',
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-3',
  'us-east-1',
  'eu-central-1',
];

function ruleHost(region: string): string {
  return `foas.${region}.aliyuncs.com`;
}

/** How a region id looks: it becomes part of a host name. */
export const REGION_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The origin a region's calls go to, for example `https://foas.cn-shanghai.aliyuncs.com`: the user's own endpoint,
 * else the table, else the rule (blink-openapi-notes.md, section 4).
 * @param override a host or an address, with or without `https://`
 * @throws ServiceError of kind `invalid` when neither is usable
 */
export function endpointOf(regionId: string, override?: string): string {
  const own = override?.trim();
  if (own) return originOf(own);
  if (!REGION_ID.test(regionId)) {
    throw invalid(`"${regionId}" is not a region id. Use one such as cn-shanghai, or set the endpoint.`);
  }
  return `https://${HOSTS.get(regionId) ?? ruleHost(regionId)}`;
}

function originOf(text: string): string {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username !== '' || url.pathname !== '/' || url.search !== '') {
    throw invalid('The endpoint is not a host name or an https:// address without a path.');
  }
  return url.origin;
}

function invalid(message: string): ServiceError {
  return new ServiceError(message, { operation: 'connect', kind: 'invalid' });
}
