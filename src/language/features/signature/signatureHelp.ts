import type { Analysis } from '../../analysis/analyze.ts';
import { builtIn } from '../../catalog/functions.ts';
import type { BuiltIn } from '../../catalog/functions.ts';
import type { Signature } from '../../catalog/signature.ts';
import { signatureText } from '../../catalog/signature.ts';
import type { Language } from '../../catalog/texts.ts';
import { cursorTextAt } from '../completion/context/cursorText.ts';
import { framesBefore } from '../completion/context/frames.ts';
import { describe } from '../hover/describe.ts';

/** One way to call a function; parameters are ranges of `label`. */
export interface SignatureInformation {
  readonly label: string;
  readonly parameters: readonly { readonly start: number; readonly end: number }[];
}

/** Help for the call the cursor is in. */
export interface SignatureHelp {
  readonly signatures: readonly SignatureInformation[];
  /** Index of the overload that takes as many arguments as there are. */
  readonly active: number;
  /** Index of the parameter the cursor is at; absent when there is none so far on. */
  readonly parameter?: number;
  /** The function's documentation as Markdown. */
  readonly documentation: string;
}

/** Which parameter of which function is being written at an offset; undefined outside of calls of known functions. */
export function signatureHelpAt(
  analysis: Analysis,
  offset: number,
  language: Language,
): SignatureHelp | undefined {
  const cursor = cursorTextAt(analysis, offset);
  if (cursor === undefined || cursor.parameter !== undefined) return undefined;
  const frames = framesBefore(cursor.tokens, cursor.index);
  const frame = frames.findLast(item => item.kind === 'call' || item.select >= 0 || item.clause !== '');
  if (frame?.kind !== 'call' || analysis.names.function(frame.name) !== undefined) return undefined;
  const found = builtIn(frame.name);
  if (found === undefined) return undefined;
  const active = Math.max(
    0,
    found.signatures.findIndex(item => takesMore(item, frame.argument)),
  );
  const signature = found.signatures[active];
  const parameter = signature && parameterAt(signature, frame.argument);
  return {
    signatures: found.signatures.map(item => information(found, item)),
    active,
    ...(parameter === undefined ? {} : { parameter }),
    documentation: describe({ kind: 'function', name: found.name }, language) ?? '',
  };
}

const takesMore = ({ parameters }: Signature, argument: number): boolean =>
  argument < parameters.length || parameters.at(-1)?.variadic === true;

function parameterAt({ parameters }: Signature, argument: number): number | undefined {
  if (argument < parameters.length) return argument;
  return parameters.at(-1)?.variadic === true ? parameters.length - 1 : undefined;
}

function information({ name }: BuiltIn, signature: Signature): SignatureInformation {
  const label = `${signatureText(name, signature)} -> ${signature.returns}`;
  let at = name.length + 1;
  const parameters = signature.parameters.map(parameter => {
    const start = label.indexOf(`${parameter.name} ${parameter.type}`, at);
    const end = start + parameter.name.length + 1 + parameter.type.length;
    at = end;
    return { start, end };
  });
  return { label, parameters };
}
