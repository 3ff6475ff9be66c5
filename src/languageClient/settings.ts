import * as vscode from 'vscode';
import type { ServerSettings, UserLanguage } from '../server/protocol.ts';
import { LANGUAGE_SETTINGS, type SettingName } from './settingNames.ts';

/** As set, or the manifest's default. Settings files are written by hand: it may be anything. */
function read(name: SettingName): unknown {
  return vscode.workspace.getConfiguration().get(LANGUAGE_SETTINGS[name]);
}

/** What the server is told of the settings; it takes what makes no sense for not set. */
export function serverSettings(): ServerSettings {
  return {
    checks: read('checks'),
    format: {
      keywordCase: read('keywordCase'),
      commaPlace: read('commaPlace'),
      lineWidth: read('lineWidth'),
      semicolon: read('semicolon'),
    },
    inlayHints: { types: read('inlayTypes') },
    codeLens: { references: read('referencesLens') },
  } as ServerSettings;
}

/** Whether plain `*.sql` files are taken for Blink SQL. */
export function takesSqlFiles(): boolean {
  return read('sqlFiles') === true;
}

/** Whether a job's code shows what can be done with the job. */
export function showsJobLens(): boolean {
  return read('jobLens') !== false;
}

export function isTraced(): boolean {
  return read('trace') === 'messages';
}

/** Calls back when one of these settings has changed. */
export function onDidChangeSettings(
  names: readonly SettingName[] | 'all',
  callback: () => void,
): vscode.Disposable {
  const keys =
    names === 'all' ? Object.values(LANGUAGE_SETTINGS) : names.map(name => LANGUAGE_SETTINGS[name]);
  return vscode.workspace.onDidChangeConfiguration(change => {
    if (keys.some(key => change.affectsConfiguration(key))) callback();
  });
}

/** The language the editor speaks to its user. */
export function userLanguage(): UserLanguage {
  return vscode.env.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
