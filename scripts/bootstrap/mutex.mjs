import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const POLL_MS = 200;

/** A lock without a word in it, of a process that died while it made it, is given up after this time. */
const EMPTY_LIMIT_MS = 5_000;

/**
 * When a process was started (proc_pid_stat(5), field 22), where the system tells: numbers of processes are given out
 * again, in a container that is started anew even at once.
 */
function startOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** What a process writes into its locks. */
function identity(pid) {
  return `${pid} ${startOf(pid)}`;
}

/** Whether the process that wrote this lives (one of another user answers EPERM: it lives too). */
function lives(holder) {
  const [pid = '', start = ''] = holder.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return start === '' || start === startOf(pid);
}

/** Whether nobody will ever take the lock away. */
function isLeft(file, holder) {
  if (holder !== '') return !lives(holder);
  const { mtimeMs = Date.now() } = statSync(file, { throwIfNoEntry: false }) ?? {};
  return Date.now() - mtimeMs > EMPTY_LIMIT_MS;
}

function holderOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Removes the lock of a process that died. Moved aside first and looked at again, since another waiter may have done
 * the same and taken the lock in between: then it is put back.
 */
function clearDead(file, holder) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, 'utf8') === holder) rmSync(aside);
  else renameSync(aside, file);
}

/**
 * Runs `action` while no other process is inside a call with the same `file`. Waits for as long as the other lives;
 * `onWait` is called once if there is a wait.
 */
export async function withMutex(file, action, onWait = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      writeFileSync(file, identity(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder === undefined) continue;
    if (isLeft(file, holder)) {
      clearDead(file, holder);
      continue;
    }
    if (!waited) onWait();
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}
