import { placeIn, type Place } from './placeIn.ts';

/** The frame the service prints a fault of a job's code in has this field (blink-errors). */
const FRAMED = /\bERR_ID:/;

/** A fault of a job's code, and the characters that are meant; the end is exclusive. */
export interface FaultPlace {
  readonly start: Place;
  readonly end: Place;
  /** Without the service's frame. */
  readonly message: string;
}

/** Finds what a text of the service speaks of; undefined when it does not speak of code. */
export async function placeFault(message: string, code: string): Promise<FaultPlace | undefined> {
  if (!FRAMED.test(message)) return undefined;
  // With the parser it needs, only where something is wrong: not at the start of the editor.
  const { locateServiceError } = await import('../../language/service/locate.ts');
  const [fault] = locateServiceError(message, code);
  return (
    fault && { start: placeIn(code, fault.start), end: placeIn(code, fault.end), message: fault.message }
  );
}
