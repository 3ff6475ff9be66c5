import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { onDidChangeHttpSettings, readHttpSettings } from '../../../src/connections/httpSettings.ts';

const NAMES = [
  'proxy',
  'proxyAuthorization',
  'noProxy',
  'proxyStrictSSL',
  'systemCertificates',
  'proxySupport',
];

function set(name: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);
}

describe('the network settings of the editor', () => {
  afterEach(async () => {
    for (const name of NAMES) await set(name, undefined);
  });

  it('are strict and trust the system at first', () => {
    const { strictSSL, systemCertificates, proxy } = readHttpSettings();
    assert.deepEqual([strictSSL, systemCertificates, proxy], [true, true, undefined]);
  });

  it('are handed on, and a change is told', async () => {
    const told = new Promise<void>(resolve => {
      const subscription = onDidChangeHttpSettings(() => {
        subscription.dispose();
        resolve();
      });
    });
    await set('proxy', ' http://proxy.example:3128 ');
    await told;
    await set('noProxy', ['*.internal']);
    await set('proxyStrictSSL', false);
    await set('proxyAuthorization', 'Basic eDp5');
    const settings = readHttpSettings();
    assert.equal(settings.proxy, 'http://proxy.example:3128');
    assert.deepEqual(settings.noProxy, ['*.internal']);
    assert.equal(settings.strictSSL, false);
    assert.equal(settings.proxyAuthorization, 'Basic eDp5');
  });

  it('leave out every proxy where the editor is told to use none', async () => {
    await set('proxy', 'http://proxy.example:3128');
    await set('proxySupport', 'off');
    const settings = readHttpSettings();
    assert.equal(settings.proxy, undefined);
    assert.deepEqual(settings.environment, {});
  });
});
