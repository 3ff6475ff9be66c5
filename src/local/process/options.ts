import { parseArgs } from 'node:util';
import { OPERATION_NAMES } from '../../services/foas/operations.ts';
import type { KeyPair } from '../http/authenticate.ts';

export interface Options {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataFolder: string;
  readonly seed: 'none' | 'sample';
  /** The one key pair, in place of the one that the data folder has. */
  readonly keys: KeyPair | undefined;
  /** What a data folder without a key pair is to have; by default a new one. */
  readonly firstKeys: KeyPair | undefined;
  readonly regionId: string;
  readonly verifySignatures: boolean;
  readonly allow: readonly string[] | undefined;
  readonly deny: readonly string[] | undefined;
  readonly enforceLimits: boolean;
  readonly missingIs404: boolean;
  /** Ends with the process that started it, and serves as a window's hold on a service that runs already. */
  readonly exitWithParent: boolean;
  /** ms; undefined for the usual delays. */
  readonly startDelayMs: number | undefined;
  readonly endDelayMs: number | undefined;
  readonly batchMs: number | undefined;
  readonly planDelayMs: number | undefined;
  readonly firstInstanceId: bigint | undefined;
  readonly help: boolean;
}

export const USAGE = `usage: local-service --data DIR [options]

  --port N                  port on 127.0.0.1, 0 for any free one (default 0)
  --data DIR                folder of the data, made when it is not there
  --seed none|sample        what an empty store begins with (default none)
  --access-key-id ID        the one access key; also BLINK_LOCAL_ACCESS_KEY_ID
  --access-key-secret KEY   its secret; better BLINK_LOCAL_ACCESS_KEY_SECRET, which no process list shows.
                            Without keys those of the data folder hold (access-key.json), which are made once.
                            BLINK_LOCAL_FIRST_ACCESS_KEY_ID and BLINK_LOCAL_FIRST_ACCESS_KEY_SECRET are kept
                            there in place of new ones where there are none yet
  --region ID               region id it answers with (default cn-hangzhou)
  --exit-with-parent        end when the process that started it ends (its IPC channel or standard input closes)
  --no-verify               take requests without checking their signature
  --allow A,B  --deny A,B   operations the caller may, or may not, use
  --limits                  enforce the limits of the public product (100 jobs per project and so on)
  --missing-404             answer 404 for a job, folder or instance that is not there
  --start-delay-ms N, --end-delay-ms N, --batch-ms N, --plan-delay-ms N
                            how long the simulated engine takes
  --first-instance-id N     where instance ids begin in a new store
  --help
`;

const KNOWN_OPERATIONS: ReadonlySet<string> = new Set(OPERATION_NAMES);

/** A command line that cannot be understood. */
export class UsageError extends Error {}

/**
 * @param args the command line without the program
 * @throws UsageError
 */
export function parseOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parse(args);
  const help = values.help ?? false;
  if (!help && !values.data) throw new UsageError('--data DIR is needed: the folder that keeps the data.');
  const seed = values.seed ?? 'none';
  if (seed !== 'none' && seed !== 'sample') throw new UsageError(`--seed is none or sample, not "${seed}".`);
  return {
    port: whole('port', values.port, 65_535) ?? 0,
    dataFolder: values.data ?? '',
    seed,
    keys: keyPair(
      values['access-key-id'] ?? env['BLINK_LOCAL_ACCESS_KEY_ID'],
      values['access-key-secret'] ?? env['BLINK_LOCAL_ACCESS_KEY_SECRET'],
    ),
    firstKeys: keyPair(env['BLINK_LOCAL_FIRST_ACCESS_KEY_ID'], env['BLINK_LOCAL_FIRST_ACCESS_KEY_SECRET']),
    regionId: values.region ?? 'cn-hangzhou',
    verifySignatures: !values['no-verify'],
    allow: operations('allow', values.allow),
    deny: operations('deny', values.deny),
    enforceLimits: values.limits ?? false,
    missingIs404: values['missing-404'] ?? false,
    exitWithParent: values['exit-with-parent'] ?? false,
    startDelayMs: whole('start-delay-ms', values['start-delay-ms']),
    endDelayMs: whole('end-delay-ms', values['end-delay-ms']),
    batchMs: whole('batch-ms', values['batch-ms']),
    planDelayMs: whole('plan-delay-ms', values['plan-delay-ms']),
    firstInstanceId: int64('first-instance-id', values['first-instance-id']),
    help,
  };
}

function keyPair(id: string | undefined, secret: string | undefined): KeyPair | undefined {
  if (!id !== !secret) {
    throw new UsageError('An access key has two halves: give both the id and the secret, or neither.');
  }
  if (!id || !secret) return undefined;
  if (/[\s:]/.test(id)) throw new UsageError('The id of an access key must not contain blanks or colons.');
  return { accessKeyId: id, accessKeySecret: secret };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        port: text,
        data: text,
        seed: text,
        'access-key-id': text,
        'access-key-secret': text,
        region: text,
        allow: text,
        deny: text,
        'start-delay-ms': text,
        'end-delay-ms': text,
        'batch-ms': text,
        'plan-delay-ms': text,
        'first-instance-id': text,
        'no-verify': flag,
        limits: flag,
        'missing-404': flag,
        'exit-with-parent': flag,
        help: flag,
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string | undefined, most = Number.MAX_SAFE_INTEGER): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) throw new UsageError(`--${name} is a whole number from 0 to ${most}, not "${text}".`);
  return value;
}

function int64(name: string, text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,19}$/.test(text) ? BigInt(text) : undefined;
  if (value === undefined || value < 1n || value >= 2n ** 63n) {
    throw new UsageError(`--${name} is a positive whole number of 64 bits, not "${text}".`);
  }
  return value;
}

/** A name that is misspelt would leave an operation to everybody that was meant to be kept from them. */
function operations(name: string, text: string | undefined): string[] | undefined {
  const named = text?.split(',').filter(item => item !== '');
  const unknown = named?.find(item => !KNOWN_OPERATIONS.has(item));
  if (unknown !== undefined)
    throw new UsageError(`--${name} names operations; there is none called "${unknown}".`);
  return named;
}
