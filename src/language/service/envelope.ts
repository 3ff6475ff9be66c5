/** A fault in the words of the service, before it is put into its frame. */
export interface ServiceFault {
  /** The ERR_ID, such as `PAR-00000001`. */
  readonly code: string;
  readonly cause: string;
  /** The service's advice; empty when it has none. */
  readonly action?: string;
  /** What lies behind the cause; may be a framed fault again. */
  readonly detail?: string;
}

const STARS = '************';

/** Values stand on lines of their own, indented by five blanks. */
function field(name: string, value: string): string {
  return `${name}:\n     ${value}`;
}

/** The frame the service prints a fault in (ERR_ID, CAUSE, ACTION, DETAIL). */
export function frame({ code, cause, action = '', detail = '' }: ServiceFault): string {
  const fields = [
    field('ERR_ID', code),
    field('CAUSE', cause),
    field('ACTION', action),
    field('DETAIL', detail),
  ];
  return [STARS, ...fields.map(text => text.trimEnd()), STARS].join('\n');
}
