import * as vscode from 'vscode';
import type { NetworkSettings } from '../services/http/settings.ts';

const SECTION = 'http';
const USED = [
  'proxy',
  'proxyAuthorization',
  'noProxy',
  'proxyStrictSSL',
  'systemCertificates',
  'proxySupport',
];

/** The editor's network settings as data for the transport. */
export function readHttpSettings(): NetworkSettings {
  const http = vscode.workspace.getConfiguration(SECTION);
  const common = {
    strictSSL: http.get<boolean>('proxyStrictSSL', true),
    systemCertificates: http.get<boolean>('systemCertificates', true),
  };
  // "off" means no proxy at all: the variables, which the transport reads by itself, do not count either.
  if (http.get<string>('proxySupport') === 'off') return { ...common, environment: {} };
  const proxy = http.get<string>('proxy', '').trim();
  const proxyAuthorization = http.get<string | null>('proxyAuthorization') ?? '';
  return {
    ...common,
    ...(proxy === '' ? {} : { proxy }),
    ...(proxyAuthorization === '' ? {} : { proxyAuthorization }),
    noProxy: http.get<readonly string[]>('noProxy', []),
  };
}

/** Calls back when one of them changed. */
export function onDidChangeHttpSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(change => {
    if (USED.some(name => change.affectsConfiguration(`${SECTION}.${name}`))) listener();
  });
}
