/** What is to be released; the same shape as vscode.Disposable, without the class. */
export interface Disposable {
  dispose(): void;
}
