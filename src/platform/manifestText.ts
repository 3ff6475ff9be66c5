/**
 * A text of the manifest as an extension gets to see it. In an English editor it is a string; in another language VS
 * Code hands over the translation together with the English text (`ILocalizedString` of its sources).
 */
export type ManifestText = string | { readonly value: string; readonly original: string };

/** The text in the language of the editor. */
export function manifestText(text: ManifestText): string {
  return typeof text === 'string' ? text : text.value;
}
