const COMMENT_OR_BLANK = /\s+|--[^\r\n]*|\/\*[\s\S]*?\*\//y;

/** Where a script's first statement begins, behind white space and comments; its end when there is none. */
export function firstStatement(text: string): number {
  COMMENT_OR_BLANK.lastIndex = 0;
  let at = 0;
  while (COMMENT_OR_BLANK.test(text)) at = COMMENT_OR_BLANK.lastIndex;
  return at;
}
