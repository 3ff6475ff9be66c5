/** Levels of nesting (parentheses, sub-queries, calls) a statement may have. Far above what people write. */
export const MAX_DEPTH = 300;
