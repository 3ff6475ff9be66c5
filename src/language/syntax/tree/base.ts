/** Offsets in UTF-16 units from the statement's start; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One word of a name, without its back-quotes. */
export interface Identifier extends Span {
  readonly kind: 'identifier';
  readonly name: string;
  readonly quoted: boolean;
}

/** A name with dots: `a`, `t.a`, `t.*`. A star is no part of `parts`. */
export interface Name extends Span {
  readonly kind: 'name';
  readonly parts: readonly Identifier[];
  readonly star: boolean;
}

/** The name as one text, parts joined by dots. */
export function nameText(name: Name): string {
  return name.parts.length === 1 ? (name.parts[0]?.name ?? '') : name.parts.map(part => part.name).join('.');
}

/** A data type; `name` is upper case with synonyms resolved as Calcite does (`INT` is `INTEGER`). */
export interface DataType extends Span {
  readonly kind: 'dataType';
  readonly name: string;
  /** A name that is no type of the grammar: it parses, and fails when the service compiles. */
  readonly userDefined: boolean;
  readonly precision?: number;
  readonly scale?: number;
  /** Of `ARRAY<T>` and `MAP<K, V>`: what stands in the angle brackets. */
  readonly elements?: readonly DataType[];
}

/** The type as Calcite prints it: `DECIMAL(18,4)`. */
export function typeText({ name, precision, scale, elements }: DataType): string {
  if (elements !== undefined) return `${name}<${elements.map(typeText).join(',')}>`;
  if (precision === undefined) return name;
  return scale === undefined ? `${name}(${precision})` : `${name}(${precision},${scale})`;
}
