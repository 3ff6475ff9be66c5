/** Texts by their keys; in the code's bundle the English text is the key. */
export type Texts = Readonly<Record<string, string>>;

export interface Translations {
  /** English texts that the code passes to `vscode.l10n.t`. */
  readonly used: readonly string[];
  /** l10n/bundle.l10n.zh-cn.json */
  readonly bundle: Texts;
  /** package.json, as text. */
  readonly manifest: string;
  /** package.nls.json and package.nls.zh-cn.json */
  readonly english: Texts;
  readonly chinese: Texts;
}

/** `{0}`, `{1}`, `{name}` of a text, sorted: a translation may move them, not lose them. */
function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');
}

function without(keys: Iterable<string>, texts: Iterable<string>): string[] {
  const present = new Set(texts);
  return [...new Set(keys)].filter(key => !present.has(key));
}

/** What is missing, left over or damaged in the translations; empty when they are complete. */
export function translationProblems({ used, bundle, manifest, english, chinese }: Translations): string[] {
  const referenced = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(match => match[1] ?? '');
  const pairs = [
    ...Object.entries(bundle),
    ...Object.entries(english).map(([key, text]): [string, string] => [text, chinese[key] ?? text]),
  ];
  return [
    ...without(used, Object.keys(bundle)).map(key => `l10n/bundle.l10n.zh-cn.json has no text for "${key}"`),
    ...without(Object.keys(bundle), used).map(
      key => `l10n/bundle.l10n.zh-cn.json has an unused text "${key}"`,
    ),
    ...without(referenced, Object.keys(english)).map(key => `package.nls.json has no text for %${key}%`),
    ...without(Object.keys(english), referenced).map(key => `package.nls.json has an unused text "${key}"`),
    ...without(Object.keys(english), Object.keys(chinese)).map(
      key => `package.nls.zh-cn.json has no "${key}"`,
    ),
    ...without(Object.keys(chinese), Object.keys(english)).map(
      key => `package.nls.zh-cn.json alone has "${key}"`,
    ),
    ...pairs
      .filter(([one, other]) => placeholders(one) !== placeholders(other))
      .map(([one, other]) => `the placeholders differ in "${one}" and "${other}"`),
  ];
}
