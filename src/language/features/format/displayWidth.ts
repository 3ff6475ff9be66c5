/** UTF-16 units that most fixed-width fonts draw two columns wide: CJK, kana, Hangul, full-width signs. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/g;

/** Whether a text is ASCII without controls. A loop: most texts are words, too short for a regular expression to pay. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}

/** Columns a text takes on the screen; of a text over several lines, those of its longest line. */
export function displayWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let widest = 0;
  for (const line of text.split(/\r\n|[\r\n]/))
    widest = Math.max(widest, line.length + (line.match(WIDE)?.length ?? 0));
  return widest;
}
