import { expect, it } from 'vitest';
import { readBody } from './body.ts';

const read = (type: string, text: string) => () =>
  readBody({
    method: 'POST',
    path: '/',
    query: {},
    headers: { 'content-type': type },
    body: Buffer.from(text),
  });

it.each([
  ['application/xml', '<path>/x</path>'],
  ['text/xml;charset=utf-8', '<path>/x</path>'],
  [
    'multipart/form-data; boundary=b',
    '--b\r\nContent-Disposition: form-data; name="path"\r\n\r\n/x\r\n--b--\r\n',
  ],
])('a body of type %s is refused as what it is', (type, text) => {
  expect(read(type, text)).toThrow(expect.objectContaining({ status: 415, code: 'InvalidRequestBody' }));
});

it('a body that is JSON is taken whatever its type says, and none of any type is none', () => {
  expect(read('application/xml', '{"path":"/x"}')()).toEqual(new Map([['path', '/x']]));
  expect(read('application/xml', '')()).toEqual(new Map());
});
