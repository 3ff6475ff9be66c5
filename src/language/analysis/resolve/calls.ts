import { builtIn } from '../../catalog/functions.ts';
import type { BuiltIn } from '../../catalog/functions.ts';
import { arity } from '../../catalog/signature.ts';
import type { Signature } from '../../catalog/signature.ts';
import { RESERVED_FUNCTION_NAMES } from '../../syntax/lexer/keywords.ts';
import type { Call } from '../../syntax/tree/expressions.ts';
import type { TimeAttribute } from '../model.ts';
import { BIGINT, commonType, familyOf, typeNamed, UNKNOWN, VARCHAR, widerNumber } from '../types.ts';
import type { SqlType } from '../types.ts';
import type { Context, Resolution } from './resolution.ts';

/** Calls the grammar itself knows, and functions of Calcite the catalog does not describe. */
const OF_THE_GRAMMAR = new Set(
  '- CONVERT TRANSLATE CLASSIFIER MATCH_NUMBER RUNNING FINAL GROUPING CONTAINS'.split(' '),
);

const isOfTheGrammar = (name: string): boolean =>
  OF_THE_GRAMMAR.has(name) ||
  RESERVED_FUNCTION_NAMES.has(name) ||
  /^CURRENT_|^(?:SESSION|SYSTEM)_USER$| VALUE$/.test(name);

/** Aggregates whose type the planner chooses by rules that changed between versions. */
const VAGUE = new Set(
  'SUM SUM0 INCR_SUM STDDEV_POP STDDEV_SAMP STDDEV VAR_POP VAR_SAMP VARIANCE CEIL CEILING FLOOR ROUND DIV SIGN POWER'.split(
    ' ',
  ),
);

/** Finds the function of a call and the type it gives; its arguments have been resolved. */
export function resolveCall(r: Resolution, call: Call, types: readonly SqlType[], context: Context): SqlType {
  const own = r.environment.function(call.name);
  const found = own === undefined ? builtIn(call.name) : undefined;
  if (own !== undefined) r.refer(call.nameSpan, own);
  else if (found !== undefined) r.refer(call.nameSpan, { kind: 'builtIn', builtIn: found });
  else if (!isOfTheGrammar(call.name.toUpperCase()) && !call.name.includes('${')) unknownFunction(r, call);
  const { clause, select } = context;
  r.calls.push({
    call,
    types,
    clause,
    ...(found === undefined ? {} : { builtIn: found }),
    ...(select === undefined ? {} : { select }),
  });
  return found === undefined ? UNKNOWN : resultType(found, types);
}

function unknownFunction(r: Resolution, { name, nameSpan }: Call): void {
  r.fault({ kind: 'unknownFunction', name, start: nameSpan.start, end: nameSpan.end }, () => []);
}

/** The time attribute a call gives: PROCTIME(), TUMBLE_ROWTIME(…), … */
export function callTime(call: Call): TimeAttribute | undefined {
  const name = call.name.toUpperCase();
  if (name === 'PROCTIME' || name.endsWith('_PROCTIME')) return 'proc';
  return /^(?:TUMBLE|HOP|SESSION)_ROWTIME$/.test(name) ? 'row' : undefined;
}

function resultType(found: BuiltIn, types: readonly SqlType[]): SqlType {
  const fitting = found.signatures.filter(item => takes(item, types.length));
  const signature = fitting.find(item => accepts(item, types)) ?? fitting[0] ?? found.signatures[0];
  if (signature === undefined) return UNKNOWN;
  if (found.name === 'AVG' && types[0]?.name === 'DECIMAL') return { name: 'DECIMAL', vague: true };
  const type = returned(signature, types);
  return VAGUE.has(found.name) && familyOf(type) === 'number' ? { ...type, vague: true } : type;
}

/** Whether a signature takes that many arguments. */
export function takes(signature: Signature, count: number): boolean {
  const { least, most } = arity(signature);
  return count >= least && count <= most;
}

function returned({ returns, parameters }: Signature, types: readonly SqlType[]): SqlType {
  if (returns === 'T') return commonOf(parameters, types);
  if (returns.startsWith('TABLE') || returns === 'WINDOW') return UNKNOWN;
  const collection = /^(?:MAP<\w+,(\w+)>|ARRAY<(\w+)>)$/.exec(returns);
  if (collection !== null) {
    const name = returns.startsWith('MAP') ? 'MAP' : 'ARRAY';
    return { name, element: typeNamed(collection[1] ?? collection[2] ?? '') };
  }
  if (returns === 'BIGINT') return BIGINT;
  return returns === 'VARCHAR' ? VARCHAR : typeNamed(returns);
}

/** The type `T` stands for: what the arguments given for it have in common. */
function commonOf(parameters: Signature['parameters'], types: readonly SqlType[]): SqlType {
  const generic = parameters.some(item => item.type === 'T');
  if (!generic)
    return types.at(-1) !== undefined && types.length === 2 ? numbers(types) : (types[0] ?? UNKNOWN);
  let common: SqlType | undefined;
  types.forEach((type, i) => {
    const parameter = parameters[i] ?? parameters.at(-1);
    if (parameter?.type === 'T') common = common === undefined ? type : commonType(common, type);
    else if (parameter?.type.startsWith('ARRAY') === true) common ??= type.element;
  });
  return common ?? UNKNOWN;
}

function numbers(types: readonly SqlType[]): SqlType {
  const [a = UNKNOWN, b = UNKNOWN] = types;
  if (familyOf(a) !== 'number' || familyOf(b) !== 'number') return a;
  return { ...widerNumber(a, b), vague: true };
}

/** Whether arguments of these types may be given; what is unknown may. */
export function accepts(signature: Signature, types: readonly SqlType[]): boolean {
  return types.every((type, i) => fits(signature.parameters[i] ?? signature.parameters.at(-1), type));
}

const DATE_TIMES = new Set(['date', 'time', 'timestamp']);

/** Whether a value of the type may be given for the parameter. Numbers of any size go for one another. */
export function fits(parameter: Signature['parameters'][number] | undefined, type: SqlType): boolean {
  const family = familyOf(type);
  if (parameter === undefined || family === 'unknown') return true;
  return parameter.type.split('|').some(word => {
    if (word === 'NUMERIC') return family === 'number';
    if (word === 'DATETIME') return DATE_TIMES.has(family);
    if (word === 'TIMEATTR') return family === 'timestamp';
    const wanted = familyOf(typeNamed(word.replace(/<.*/, '')));
    return wanted === 'unknown' || wanted === family;
  });
}
