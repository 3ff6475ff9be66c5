import { signAcs3 } from './acs3.ts';
import type { Credentials, Signed, Stamp, Unsigned } from './request.ts';
import { signRoa } from './roa.ts';
import { signRpc } from './rpc.ts';

/** `roa`: headers, HMAC-SHA1 (default); `rpc`: query parameters; `acs3`: headers, HMAC-SHA256. */
export type SignatureForm = 'roa' | 'rpc' | 'acs3';

type Signer = (request: Unsigned, credentials: Credentials, stamp: Stamp) => Signed;

const SIGNERS: Readonly<Record<SignatureForm, Signer>> = { roa: signRoa, rpc: signRpc, acs3: signAcs3 };

export function sign(form: SignatureForm, request: Unsigned, credentials: Credentials, stamp: Stamp): Signed {
  return SIGNERS[form](request, credentials, stamp);
}
