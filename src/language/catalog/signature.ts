/** One parameter of a built-in function. */
export interface Parameter {
  readonly name: string;
  /** A data type, or a class: `ANY`, `NUMERIC`, `DATETIME`, `T`, `SYMBOL`, `TIMEATTR`. Choices are parted by `|`. */
  readonly type: string;
  readonly optional: boolean;
  /** It may be given any number of times; of a last parameter that is none at all is allowed. */
  readonly variadic: boolean;
}

/** One way to call a built-in function. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** A data type; `T`: that of the parameter of the same name; `TABLE(…)`: a table function. */
  readonly returns: string;
}

/** Reads the catalog's short form of a signature: `(str VARCHAR, n? INT, more VARCHAR...) -> VARCHAR`. */
export function parseSignature(text: string): Signature {
  const arrow = text.lastIndexOf(') -> ');
  const parameters = splitParameters(text.slice(1, arrow)).map(parameter);
  return { parameters, returns: text.slice(arrow + 5) };
}

/** Parts a list at its commas, but for those of `MAP<K,V>`. */
function splitParameters(list: string): string[] {
  return list === '' ? [] : list.split(', ');
}

function parameter(text: string): Parameter {
  const blank = text.indexOf(' ');
  const name = text.slice(0, blank);
  const type = text.slice(blank + 1);
  const optional = name.endsWith('?');
  const variadic = type.endsWith('...');
  return {
    name: optional ? name.slice(0, -1) : name,
    type: variadic ? type.slice(0, -3) : type,
    optional,
    variadic,
  };
}

/** How many arguments a signature takes, at least and at most. */
export function arity(signature: Signature): { readonly least: number; readonly most: number } {
  const { parameters } = signature;
  const needed = parameters.filter(item => !item.optional && !item.variadic).length;
  return { least: needed, most: parameters.some(item => item.variadic) ? Infinity : parameters.length };
}

/** The signature as a person writes it: `INSTR(str VARCHAR, sub VARCHAR)`. */
export function signatureText(name: string, { parameters }: Signature): string {
  const shown = parameters.map(({ name: parameterName, type, optional, variadic }) => {
    const text = `${parameterName} ${type}${variadic ? ', …' : ''}`;
    return optional ? `[${text}]` : text;
  });
  return `${name}(${shown.join(', ')})`;
}
