import { describe, expect, it } from 'vitest';
import { fileName, isHidden, parseFolderPath, parseJobPath } from './jobPath.ts';

const at = (path: string) => ({ scheme: 'blink', authority: 'local', path });

describe('job paths', () => {
  it.each([
    ['/demo/orders.sql', 'orders', '/', 'code', false],
    ['/demo/订单/实时大屏/gmv_分钟.sql', 'gmv_分钟', '/订单/实时大屏', 'code', false],
    ['/demo/etl.conf', 'etl', '/', 'code', true],
    ['/demo/a/orders.properties', 'orders', '/a', 'properties', false],
    ['/demo/orders.plan.json', 'orders', '/', 'plan', false],
    ['/demo/x.plan.json.sql', 'x.plan.json', '/', 'code', false],
    ['/demo/x.sql.properties', 'x.sql', '/', 'properties', false],
  ])('%s is a file of job %s', (path, job, folder, kind, isDataStream) => {
    expect(parseJobPath(at(path))).toEqual({
      connection: 'local',
      project: 'demo',
      job,
      folder,
      kind,
      isDataStream,
    });
  });

  it('reads back every name it makes', () => {
    for (const kind of ['code', 'properties', 'plan'] as const) {
      for (const isDataStream of [false, true]) {
        const file = parseJobPath(at(`/demo/f/${fileName('订单.v2', kind, isDataStream)}`));
        expect(file).toMatchObject({ job: '订单.v2', kind, folder: '/f' });
        if (kind === 'code') expect(file?.isDataStream).toBe(isDataStream);
      }
    }
  });

  it.each(['/demo', '/orders.sql', '/demo/folder', '/demo/.sql', '/demo/notes.txt', '/', '/demo/a.json'])(
    '%s is no job file',
    path => expect(parseJobPath(at(path))).toBeUndefined(),
  );

  it('leaves other schemes alone', () => {
    expect(parseJobPath({ scheme: 'file', authority: '', path: '/demo/a.sql' })).toBeUndefined();
    expect(parseFolderPath({ scheme: 'file', authority: '', path: '/demo' })).toBeUndefined();
  });

  it('tells the roots of connection and project from folders', () => {
    expect(parseFolderPath(at('/'))).toEqual({ connection: 'local', folder: '/' });
    expect(parseFolderPath(at('/demo'))).toEqual({ connection: 'local', project: 'demo', folder: '/' });
    expect(parseFolderPath(at('/demo/'))).toEqual({ connection: 'local', project: 'demo', folder: '/' });
    expect(parseFolderPath(at('/demo/a/b'))).toMatchObject({ folder: '/a/b' });
  });

  it('knows the names editors look for', () => {
    expect(isHidden(at('/demo/.vscode/settings.json'))).toBe(true);
    expect(isHidden(at('/.git'))).toBe(true);
    expect(isHidden(at('/demo/orders.v2.sql'))).toBe(false);
  });
});
