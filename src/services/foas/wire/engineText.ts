/**
 * How the engine words what it finds in a job's code (blink-errors.md, section 2): told by its words, since nobody
 * documents the code or the status it comes with.
 */
export const ENGINE_TEXT = /ERR_ID\s*[:：]|SQL (parse|validation) failed|sql parse context error/i;
