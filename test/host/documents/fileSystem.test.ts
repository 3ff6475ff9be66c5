import * as assert from 'node:assert/strict';
import { after, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { at, closeAll, fresh, newJob, open, read, refusal, replaceAll, until, write } from './project.ts';

const { fs } = vscode.workspace;
const names = async (path: string) => (await fs.readDirectory(at(path))).map(([name]) => name);

describe('jobs as files', () => {
  after(closeAll);

  it('lists connection, project and folders', async () => {
    const root = vscode.Uri.from({ scheme: 'blink', authority: 'local', path: '/' });
    assert.deepEqual(await fs.readDirectory(root), [['retail_demo', vscode.FileType.Directory]]);
    assert.equal((await fs.stat(root)).type, vscode.FileType.Directory);
    assert.equal((await fs.stat(at(''))).type, vscode.FileType.Directory);
    const entries = await fs.readDirectory(at(''));
    assert.ok(entries.some(([name, type]) => name === '订单' && type === vscode.FileType.Directory));
    const nested = await vscode.workspace.fs.readDirectory(at('/订单'));
    assert.ok(nested.length > 0);
  });

  it('shows three files of each job', async () => {
    const uri = await newJob('three');
    const stem = uri.path.slice(uri.path.lastIndexOf('/') + 1, -'.sql'.length);
    const mine = (await names('')).filter(name => name.startsWith(stem)).sort();
    assert.deepEqual(mine, [`${stem}.plan.json`, `${stem}.properties`, `${stem}.sql`]);
  });

  for (const [what, text] of [
    ['Windows line ends', 'SELECT 1;\r\nSELECT 2;\r\n'],
    ['a byte order mark', '\uFEFFSELECT 1;\n'],
    ['Chinese and astral characters', "SELECT '订单 🎉' AS 名称;\n"],
    ['mixed line ends and no last one', 'a\r\nb\nc\rd'],
    ['nothing', ''],
    ['2 MB', 'SELECT 1; -- 一二三四五六七八九十\n'.repeat(40_000)],
  ] as const) {
    it(`gives back ${what}, byte by byte`, async () => {
      const uri = await newJob('bytes', text);
      assert.equal(await read(uri), text);
      const stat = await fs.stat(uri);
      assert.equal(stat.size, new TextEncoder().encode(text).byteLength);
      assert.ok(Math.abs(stat.mtime - Date.now()) < 60_000);
    });
  }

  it('moves the time of a file with every write', async () => {
    const uri = await newJob('time');
    const { mtime } = await fs.stat(uri);
    await write(uri, 'SELECT 2;\n');
    assert.ok((await fs.stat(uri)).mtime > mtime);
  });

  it('saves properties and plan without touching the code', async () => {
    const uri = await newJob('parts', 'SELECT 3;\n');
    const sibling = (suffix: string) => uri.with({ path: uri.path.replace(/\.sql$/, suffix) });
    await write(sibling('.properties'), 'blink.checkpoint.interval.ms=60000\n# 注释\n');
    await write(sibling('.plan.json'), '{"nodes":[]}');
    assert.equal(await read(uri), 'SELECT 3;\n');
    assert.equal(await read(sibling('.properties')), 'blink.checkpoint.interval.ms=60000\n# 注释\n');
    await write(uri, 'SELECT 4;\n');
    assert.equal(await read(sibling('.plan.json')), '{"nodes":[]}');
  });

  it('refuses bytes that are no text, and says why', async () => {
    const uri = await newJob('binary');
    const { code, message } = await refusal(fs.writeFile(uri, new Uint8Array([0x53, 0xff, 0xfe, 0x00])));
    assert.equal(code, 'Unavailable');
    assert.match(message, /UTF-8/);
    assert.equal(await read(uri), 'SELECT 1;\n');
  });

  it('does not know what is not there', async () => {
    for (const path of ['/nowhere.sql', '/nowhere', '/nowhere/a.sql', '/.vscode/settings.json', '/.git']) {
      assert.equal((await refusal(fs.stat(at(path)))).code, 'FileNotFound', path);
    }
    const elsewhere = vscode.Uri.from({ scheme: 'blink', authority: 'nobody', path: '/p/a.sql' });
    assert.equal((await refusal(fs.stat(elsewhere))).code, 'FileNotFound');
    assert.equal((await refusal(fs.readFile(at('/nowhere.sql')))).code, 'FileNotFound');
  });

  it('knows a job in its own folder and under its own ending only', async () => {
    const uri = await newJob('place');
    const stem = uri.path.slice(uri.path.lastIndexOf('/'), -'.sql'.length);
    assert.equal((await refusal(fs.stat(at(`/订单${stem}.sql`)))).code, 'FileNotFound');
    assert.equal((await refusal(fs.stat(at(`${stem}.conf`)))).code, 'FileNotFound');
    const { code, message } = await refusal(write(at(`/订单${stem}.sql`), 'x'));
    assert.equal(code, 'NoPermissions');
    assert.match(message, /unique in a project/);
  });

  it('takes job files only', async () => {
    assert.equal((await refusal(write(at('/notes.txt'), 'x'))).code, 'NoPermissions');
    assert.match(
      (await refusal(write(at(`/${fresh('none')}.properties`), 'x'))).message,
      /Create the job first/,
    );
  });

  it('creates DataStream jobs under their own ending', async () => {
    const uri = at(`/${fresh('stream')}.conf`);
    await write(uri, '-- comment\nblink.main.class=com.example.Main\n');
    assert.equal(await read(uri), '-- comment\nblink.main.class=com.example.Main\n');
    assert.notEqual((await open(uri)).languageId, 'blink-sql');
  });

  it('creates, renames, moves and deletes folders', async () => {
    const name = fresh('folder');
    await fs.createDirectory(at(`/${name}`));
    await write(at(`/${name}/${name}.sql`), 'SELECT 5;\n');
    await fs.rename(at(`/${name}`), at(`/${name}_renamed`));
    assert.equal(await read(at(`/${name}_renamed/${name}.sql`)), 'SELECT 5;\n');
    assert.equal((await refusal(fs.stat(at(`/${name}`)))).code, 'FileNotFound');
    const full = await refusal(fs.delete(at(`/${name}_renamed`), { recursive: true }));
    assert.equal(full.code, 'Unavailable');
    await fs.rename(at(`/${name}_renamed/${name}.sql`), at(`/${name}.sql`));
    assert.equal(await read(at(`/${name}.sql`)), 'SELECT 5;\n');
    await fs.delete(at(`/${name}_renamed`), { recursive: true });
    assert.equal((await refusal(fs.stat(at(`/${name}_renamed`)))).code, 'FileNotFound');
  });

  it('refuses to rename a job, and points to the command', async () => {
    const uri = await newJob('rename');
    const { code, message } = await refusal(fs.rename(uri, at(`/${fresh('other')}.sql`)));
    assert.equal(code, 'NoPermissions');
    assert.match(message, /Rename Job/);
  });

  it('copies a job with all it has, and never onto another', async () => {
    const uri = await newJob('copy', 'SELECT 6;\n');
    await write(uri.with({ path: uri.path.replace(/sql$/, 'properties') }), 'a=1\n');
    const stem = fresh('copied');
    await fs.copy(uri, at(`/${stem}.sql`));
    assert.equal(await read(at(`/${stem}.sql`)), 'SELECT 6;\n');
    assert.equal(await read(at(`/${stem}.properties`)), 'a=1\n');
    assert.equal((await refusal(fs.copy(uri, at(`/${stem}.sql`)))).code, 'FileExists');
  });

  it('deletes a draft; its properties alone cannot be deleted', async () => {
    const uri = await newJob('delete');
    const properties = uri.with({ path: uri.path.replace(/sql$/, 'properties') });
    assert.equal((await refusal(fs.delete(properties))).code, 'NoPermissions');
    await fs.delete(uri);
    assert.equal((await refusal(fs.stat(uri))).code, 'FileNotFound');
  });

  it('lists all pages of a folder', async () => {
    const name = fresh('many');
    await fs.createDirectory(at(`/${name}`));
    const jobs = Array.from({ length: 105 }, (_, i) => `${name}_${i}`);
    await Promise.all(jobs.map(job => write(at(`/${name}/${job}.sql`), 'SELECT 1;\n')));
    const listed = (await names(`/${name}`)).filter(entry => entry.endsWith('.sql'));
    assert.deepEqual(listed.sort(), jobs.map(job => `${job}.sql`).sort());
  });

  it('opens code as Blink SQL, and edits, undoes and saves it as a file', async () => {
    const uri = await newJob('edit', 'SELECT 1;\r\nSELECT 2;\r\n');
    const document = await open(uri);
    await until(
      'it is Blink SQL',
      () => document.languageId === 'blink-sql',
      vscode.workspace.onDidOpenTextDocument,
    );
    assert.equal(document.eol, vscode.EndOfLine.CRLF);
    await replaceAll(document, 'SELECT 7;\r\n');
    assert.equal(document.isDirty, true);
    await vscode.commands.executeCommand('undo');
    await until('it is clean', () => !document.isDirty, vscode.workspace.onDidChangeTextDocument);
    assert.equal(document.getText(), 'SELECT 1;\r\nSELECT 2;\r\n');
    await replaceAll(document, 'SELECT 8;\r\n');
    assert.equal(await document.save(), true);
    assert.equal(await read(uri), 'SELECT 8;\r\n');
  });

  it('tells the languages of the other files by their names', async () => {
    const uri = await newJob('languages');
    const kinds = { '.properties': 'properties', '.plan.json': 'json' };
    for (const [suffix, language] of Object.entries(kinds)) {
      const document = await open(uri.with({ path: uri.path.replace('.sql', suffix) }));
      assert.equal(document.languageId, language);
    }
  });
});
