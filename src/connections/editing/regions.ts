import * as vscode from 'vscode';
import { KNOWN_REGIONS, PRODUCT_REGIONS } from '../../services/foas/endpoints.ts';

/** The names under which the vendor sells its regions; those without one are known by their id alone. */
export function regionName(id: string): string | undefined {
  switch (id) {
    case 'cn-hangzhou':
      return vscode.l10n.t('China (Hangzhou)');
    case 'cn-shanghai':
      return vscode.l10n.t('China (Shanghai)');
    case 'cn-shenzhen':
      return vscode.l10n.t('China (Shenzhen)');
    case 'cn-beijing':
      return vscode.l10n.t('China (Beijing)');
    case 'cn-zhangjiakou':
      return vscode.l10n.t('China (Zhangjiakou)');
    case 'cn-hangzhou-finance':
      return vscode.l10n.t('China (Hangzhou) Finance');
    case 'cn-shanghai-finance-1':
      return vscode.l10n.t('China (Shanghai) Finance');
    case 'cn-shenzhen-finance-1':
      return vscode.l10n.t('China (Shenzhen) Finance');
    case 'cn-hongkong':
      return vscode.l10n.t('China (Hong Kong)');
    case 'ap-northeast-1':
      return vscode.l10n.t('Japan (Tokyo)');
    case 'ap-southeast-1':
      return vscode.l10n.t('Singapore');
    case 'ap-southeast-3':
      return vscode.l10n.t('Malaysia (Kuala Lumpur)');
    case 'us-east-1':
      return vscode.l10n.t('US (Virginia)');
    case 'eu-central-1':
      return vscode.l10n.t('Germany (Frankfurt)');
    default:
      return undefined;
  }
}

/** The pick list: where the product is sold first, then every other region whose endpoint is known. */
export function regionItems(): (vscode.QuickPickItem & { readonly value?: string })[] {
  const others = KNOWN_REGIONS.filter(id => !PRODUCT_REGIONS.includes(id));
  return [
    // The id is the label: the list is sorted by how well labels match, and an id typed in full must come first.
    ...PRODUCT_REGIONS.map(id => ({ label: id, description: regionName(id) ?? '', value: id })),
    { label: vscode.l10n.t('Other regions'), kind: vscode.QuickPickItemKind.Separator },
    ...others.map(id => ({ label: id, value: id })),
  ];
}
