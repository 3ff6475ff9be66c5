/**
 * A text as one line of Markdown that shows exactly it: no markup, link, address or icon comes of it. VS Code's own
 * `appendText` makes every blank a fixed one, and long lines then run out of the tooltip.
 */
export function escapeMarkdown(text: string): string {
  // CommonMark 2.4: a backslash takes any ASCII punctuation its meaning.
  return text.replace(/\s+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
