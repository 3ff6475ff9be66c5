import { spawn } from 'node:child_process';

/** Program and first arguments that open an address in the user's default browser. */
function opener(): readonly [string, ...string[]] | undefined {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  return hasScreen ? ['xdg-open'] : undefined;
}

/** Opens an `http:` address in the default browser; where that is impossible, the printed address has to do. */
export function openInBrowser(address: string): void {
  const command = opener();
  if (!command || !address.startsWith('http:')) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.once('error', () => console.error(`Open ${address} in a browser.`));
  child.unref();
}
