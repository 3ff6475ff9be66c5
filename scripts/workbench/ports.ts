import { createServer } from 'node:net';

/** Listens on a loopback port for a moment; resolves to its number, or undefined when somebody else has it. */
function probe(port: number): Promise<number | undefined> {
  return new Promise(done => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

/** Whether nobody listens on this TCP port of the loopback interface. */
export async function isFree(port: number): Promise<boolean> {
  return (await probe(port)) !== undefined;
}

/** A TCP port of the loopback interface that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const port = await probe(0);
  if (port === undefined) throw new Error('There is no free port on the loopback interface.');
  return port;
}
