import * as vscode from 'vscode';
import type { Documents } from '../../documents/documents.ts';
import { jobFileUri, type JobFile } from '../../documents/uris.ts';
import { jobKey, type JobRef } from '../../connections/api.ts';
import type { JobFacts as Message } from '../../server/protocol.ts';
import { parametersOf } from './parameters.ts';

type Facts = NonNullable<Message['facts']>;

/**
 * Tells the server what it cannot see of a job whose code is open: its parameters, its engine, where they are shown.
 * Told again when the job was read or its properties are edited, and only what has changed.
 */
export class JobFacts implements vscode.Disposable {
  readonly #documents: Documents;
  readonly #send: (facts: Message) => void;
  /** What the server has been told, as JSON, by document. */
  readonly #told = new Map<string, string>();
  readonly #subscriptions: vscode.Disposable;

  /** @param send to the server that runs; nothing is sent for documents it does not know */
  constructor(documents: Documents, send: (facts: Message) => void) {
    this.#documents = documents;
    this.#send = send;
    this.#subscriptions = vscode.Disposable.from(
      documents.onDidRead(ref => {
        this.#tellAgain(ref);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        const file = documents.jobOf(document.uri);
        if (file?.kind === 'properties') this.#tellAgain(file);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        const file = documents.jobOf(uri);
        // What was edited there and not saved does not count any more.
        if (file?.kind === 'properties') this.#tellAgain(file);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The server has just been told of a document. */
  opened({ uri }: vscode.TextDocument): void {
    const file = this.#documents.jobOf(uri);
    if (file?.kind !== 'code') return;
    this.#told.set(uri.toString(), '');
    this.#tell(uri, file);
  }

  /** The server does not know a document any more. */
  closed({ uri }: vscode.TextDocument): void {
    this.#told.delete(uri.toString());
  }

  /** There is another server, which knows nothing. */
  reset(): void {
    this.#told.clear();
  }

  #tellAgain(ref: JobRef): void {
    const key = jobKey(ref);
    for (const uri of [...this.#told.keys()].map(known => vscode.Uri.parse(known))) {
      const file = this.#documents.jobOf(uri);
      if (file && jobKey(file) === key) this.#tell(uri, file);
    }
  }

  #tell(uri: vscode.Uri, file: JobFile): void {
    const facts = this.#factsOf(file);
    const text = JSON.stringify(facts);
    if (this.#told.get(uri.toString()) === text) return;
    this.#told.set(uri.toString(), text);
    this.#send({ uri: uri.toString(), facts });
  }

  #factsOf(file: JobFile): Facts {
    const { connection, project } = file;
    const job = this.#documents.lastRead(file);
    const [onlyPackage, ...otherPackages] = job?.packages ?? [];
    const shown = otherPackages.length === 0 ? onlyPackage : undefined;
    const place = encodeURIComponent(JSON.stringify([{ connection, project, package: shown }]));
    return {
      parameters: parametersOf(this.#openProperties(file) ?? job?.properties ?? ''),
      ...(job?.engineVersion === undefined ? {} : { engineVersion: job.engineVersion }),
      links: {
        parameters: jobFileUri(file, file.folder, 'properties').toString(),
        // Which package a class is in, nobody says: the job's only one, or else all of the project.
        classes: { '*': `command:blink.package.reveal?${place}` },
      },
    };
  }

  /** As edited, saved or not: what a person sees. */
  #openProperties(ref: JobRef): string | undefined {
    return this.#documents
      .documentsOf(ref)
      .find(({ uri }) => this.#documents.jobOf(uri)?.kind === 'properties')
      ?.getText();
  }
}
