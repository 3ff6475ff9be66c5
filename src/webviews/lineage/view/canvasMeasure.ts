import type { Measure, TextFont } from '../graph/measure.ts';

const SIZES: Readonly<Record<TextFont, string>> = {
  title: '600 13px',
  subtitle: '11px',
  row: '13px',
  type: '11px',
  code: '12px',
};

/** Measures texts in the fonts of the editor, as the page has them now; each text once. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const styles = getComputedStyle(document.documentElement);
  const family = (name: string, rest: string) => styles.getPropertyValue(name).trim() || rest;
  const text = family('--vscode-font-family', 'sans-serif');
  const code = family('--vscode-editor-font-family', 'monospace');
  const known = new Map<string, number>();
  return (words, font) => {
    const key = `${font} ${words}`;
    const width = known.get(key);
    if (width !== undefined || !context) return width ?? 7 * words.length;
    context.font = `${SIZES[font]} ${font === 'type' || font === 'code' ? code : text}`;
    const measured = context.measureText(words).width;
    known.set(key, measured);
    return measured;
  };
}
