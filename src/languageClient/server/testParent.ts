/** `node testParent.ts SERVER`: an extension host to be killed. Prints a line when its server answers, or has ended. */
import { spawn } from 'node:child_process';

const [entry = ''] = process.argv.slice(2);
// As `startServerProcess` does, but for the standard output: who started us sees by it when all have ended.
const child = spawn(process.execPath, [entry, '--node-ipc'], {
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
});
child.once('message', () => {
  console.log('the server answers');
});
child.once('exit', () => {
  console.log('the server has ended');
});
child.send({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: process.pid, rootUri: null, capabilities: {} },
});
