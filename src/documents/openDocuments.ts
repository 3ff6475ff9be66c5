import * as vscode from 'vscode';
import type { JobRef } from '../connections/api.ts';
import { jobKey } from '../connections/api.ts';
import { parseJobFile, type JobFile } from './uris.ts';

export interface OpenJobFile {
  readonly document: vscode.TextDocument;
  readonly file: JobFile;
}

/** The job files that are open in this window. */
export class OpenDocuments {
  get all(): readonly OpenJobFile[] {
    return vscode.workspace.textDocuments.flatMap(document => {
      const file = parseJobFile(document.uri);
      return file && !document.isClosed ? [{ document, file }] : [];
    });
  }

  /** Those of one job, in whatever folder they were opened. */
  of(ref: JobRef): readonly OpenJobFile[] {
    const key = jobKey(ref);
    return this.all.filter(({ file }) => jobKey(file) === key);
  }

  document(uri: vscode.Uri): vscode.TextDocument | undefined {
    const key = uri.toString();
    return vscode.workspace.textDocuments.find(({ uri: other }) => other.toString() === key);
  }

  isDirty(uri: vscode.Uri): boolean {
    return this.document(uri)?.isDirty ?? false;
  }

  /** Those a person is looking at. */
  get visible(): readonly OpenJobFile[] {
    const shown = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    return this.all.filter(({ document }) => shown.has(document.uri.toString()));
  }
}
