import * as vscode from 'vscode';
import { escapeMarkdown } from '../escape.ts';

/** Longest piece of the service's text in a tooltip; the instance panel shows all of it. */
const LONGEST = 600;

/**
 * A tooltip of facts. Every value is put in as text: names and errors of a service are hostile until shown
 * otherwise, and must become neither markup nor links.
 */
export class Tooltip {
  readonly #markdown = new vscode.MarkdownString();

  constructor(title: string) {
    this.#markdown.isTrusted = false;
    this.#markdown.supportHtml = false;
    this.#markdown.appendMarkdown('**');
    this.#text(title);
    this.#markdown.appendMarkdown('**');
  }

  /** One line `label: value`; nothing where there is no value. */
  fact(label: string, value: string | undefined): this {
    if (!value) return this;
    this.#markdown.appendMarkdown('  \n');
    this.#text(`${label}: `);
    this.#text(value);
    return this;
  }

  /** A text of its own, as it is, for example an error of the service. */
  block(label: string, value: string | undefined): this {
    if (!value) return this;
    this.#markdown.appendMarkdown('\n\n---\n\n');
    this.#text(label);
    const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)} …` : value;
    this.#markdown.appendCodeblock(shown, 'text');
    return this;
  }

  get markdown(): vscode.MarkdownString {
    return this.#markdown;
  }

  #text(text: string): void {
    this.#markdown.appendMarkdown(escapeMarkdown(text));
  }
}
