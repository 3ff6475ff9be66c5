import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that tasks bring along or leave behind and that neither git nor the package sees. */
export const tools = join(root, '.tools');
