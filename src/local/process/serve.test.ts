import { describe, expect, it } from 'vitest';
import { listen } from './serve.ts';

describe('the port', () => {
  /** A machine on which port 5000 cannot be had, for this reason. */
  const without5000 = (code: string) => ({
    listen: (port: number) =>
      port === 5000
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : Promise.resolve(`http://127.0.0.1:${port === 0 ? 41234 : port}`),
  });

  it.each(['EADDRINUSE', 'EACCES'])('from before is only tried: %s leads to another one', async code => {
    expect(await listen(without5000(code), 0, 5000)).toBe('http://127.0.0.1:41234');
    expect(await listen(without5000(code), 0, 5001)).toBe('http://127.0.0.1:5001');
  });

  it('that was asked for is taken, or it is an error', async () => {
    expect(await listen(without5000('EACCES'), 5002, 5001)).toBe('http://127.0.0.1:5002');
    await expect(listen(without5000('EACCES'), 5000, 5001)).rejects.toThrow('EACCES');
  });
});
