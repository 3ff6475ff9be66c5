import { existsSync } from 'node:fs';
import { ensure, runQuietly } from '../bootstrap/install.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chinese glyphs are for the Chinese screenshots: without them every character is an empty box. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

function find(): string | undefined {
  return [process.env['CHROME_PATH'] ?? '', ...PLACES].find(path => path !== '' && existsSync(path));
}

async function aptGet(...args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (await runQuietly('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 2], env })) === 0;
}

async function install(): Promise<void> {
  if (process.getuid?.() === 0 && (await aptGet('update'))) {
    if (await aptGet('install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES)) return;
  }
  throw new Error(
    'The editor tests need Chromium. Install it (Debian, Ubuntu: `apt-get install chromium fonts-noto-cjk`), ' +
      'or set CHROME_PATH to a Chrome or Chromium that is there.',
  );
}

/**
 * Path of a Chromium: CHROME_PATH, a known place, else Debian's package, which is installed when we may.
 * @throws Error saying what to install when there is none
 */
export async function ensureChromium(): Promise<string> {
  await ensure('Chromium', () => find() !== undefined, install);
  const found = find();
  if (found === undefined)
    throw new Error('apt-get installed Chromium, but it is at none of the known places.');
  return found;
}
