/**
 * The language server: a process of its own that speaks the Language Server Protocol over Node's channel to its parent
 * (`--node-ipc`) or over standard input and output (`--stdio`).
 */
import { createConnection } from 'vscode-languageserver/node';
import { keepHeapSmall } from './heap.ts';
import { serve } from './server.ts';

keepHeapSmall();

// Without its editor the server has no reason to live; nothing else tells it of a parent that was killed.
process.on('disconnect', () => process.exit(1));

serve(createConnection());
