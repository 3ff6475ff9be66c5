import { beforeEach, describe, expect, it } from 'vitest';
import { SaveGuard, type Version } from './saveGuard.ts';

const FILE = 'blink://local/demo/orders.sql';
const version = (text: string, mtime: number): Version => ({ text, mtime, size: text.length });
const MINE = version('SELECT 1', 100);
const THEIRS = version('SELECT 2', 200);

/**
 * The editor's own rule (VS Code, fileService.ts, validateWriteFile): it refuses a save when the file's time is later
 * than the one it holds and the etag of held time and present size differs from the etag it holds.
 */
const editorRefuses = (held: { mtime: number; size: number }, now: { mtime: number; size: number }) =>
  held.mtime < now.mtime && held.size !== now.size;

let guard: SaveGuard;
let held: { mtime: number; size: number };

beforeEach(() => {
  guard = new SaveGuard();
  held = guard.tell(FILE, MINE, false);
  guard.bases.noteRead(FILE, MINE.text, MINE.mtime);
  guard.bases.noteClean(FILE, MINE.text);
});

describe('save guard', () => {
  it('tells the truth while there is no conflict', () => {
    expect(guard.tell(FILE, MINE, true)).toEqual({ mtime: 100, size: 8, isConflict: false });
    expect(guard.tell(FILE, THEIRS, false)).toEqual({ mtime: 200, size: 8, isConflict: false });
  });

  it('makes the editor refuse a save over another text of the same length', () => {
    expect(editorRefuses(held, THEIRS)).toBe(false); // why the truth is not enough
    expect(editorRefuses(held, guard.tell(FILE, THEIRS, true))).toBe(true);
  });

  it('makes it refuse every time, whatever it was told before', () => {
    for (let i = 0; i < 5; i++) {
      const now = guard.tell(FILE, THEIRS, true);
      expect(editorRefuses(held, now)).toBe(true);
      if (i > 0) held = now;
      expect(editorRefuses(held, guard.tell(FILE, THEIRS, true))).toBe(true);
    }
  });

  it('makes it refuse after a restart', () => {
    const memory = guard.memory(FILE);
    guard = new SaveGuard();
    guard.restore(FILE, memory!);
    expect(editorRefuses(held, guard.tell(FILE, THEIRS, true))).toBe(true);
    expect(guard.tell(FILE, MINE, true).isConflict).toBe(false);
  });

  it('lets a write replace only what the editor was shown', () => {
    expect(guard.mayReplace(FILE, THEIRS.text)).toBe(false);
    guard.tell(FILE, THEIRS, true);
    expect(guard.mayReplace(FILE, THEIRS.text)).toBe(true);
    expect(guard.mayReplace(FILE, 'SELECT 3')).toBe(false);
  });

  it('lets an agreed overwrite pass the editor, once', () => {
    guard.tell(FILE, THEIRS, true);
    guard.agree(FILE, THEIRS.text);
    expect(editorRefuses(held, guard.tell(FILE, THEIRS, true))).toBe(false);
    expect(editorRefuses(held, guard.tell(FILE, version('SELECT 33', 300), true))).toBe(true);
    guard.noteWritten(FILE, version('SELECT 9', 400));
    expect(guard.tell(FILE, THEIRS, true).isConflict).toBe(true);
    expect(guard.mayReplace(FILE, THEIRS.text)).toBe(true);
  });

  it('does not take a late write of our own for somebody else’s', () => {
    guard.noteUncertain(FILE, 'SELECT 7');
    expect(guard.tell(FILE, version('SELECT 7', 300), true).isConflict).toBe(false);
    expect(guard.mayReplace(FILE, 'SELECT 7')).toBe(true);
  });
});
