/** `node scripts/workbench.ts`: installs what the editor tests need (VS Code's workbench, Chromium), if it is missing. */
import { ensureChromium } from './workbench/chromium.ts';
import { ensureWorkbench } from './workbench/install.ts';

await Promise.all([ensureWorkbench(), ensureChromium()]);
