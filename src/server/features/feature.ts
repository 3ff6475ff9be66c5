import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Analysis } from '../../language/analysis/analyze.ts';
import type { Background } from '../background.ts';
import type { DiagnosticsPublisher } from '../diagnostics/publisher.ts';
import type { Documents } from '../documents/documents.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import { logFailure } from '../failures.ts';
import type { Session } from '../session.ts';

/** What every feature is made of. */
export interface Parts {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly session: Session;
  readonly publisher: Pick<DiagnosticsPublisher, 'published'>;
  readonly background: Background;
}

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError>;

/**
 * Answers one kind of request about one document, from its analysis.
 * @param isNeedless whether nobody wants the answer any more: what takes long asks now and then
 */
export type Answer<P, R> = (
  document: OpenDocument,
  analysis: Analysis,
  params: P,
  isNeedless: () => boolean,
) => R | Promise<R>;

/**
 * Makes the handler of a request about a document: it waits for the analysis of the text the request was made on, and
 * answers in one go. A request that was cancelled, or whose text has changed meanwhile, is refused as the protocol
 * wants it; an exception is logged and fails this request only.
 * @param empty the answer for a document that is not open, or too large
 */
export function answering<P extends AboutDocument, R>(
  { connection, documents }: Parts,
  feature: string,
  empty: R,
  answer: Answer<P, R>,
): Handler<P, R> {
  return guarded(connection, feature, async (params, token) => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return empty;
    return answerFrom(document, params, answer, empty, refusing(feature, document, token));
  });
}

/**
 * The same for what nobody waits for while typing: it comes behind the diagnostics, and behind all other requests that
 * have arrived.
 */
export function answeringLater<P extends AboutDocument, R>(
  { connection, documents, publisher, background }: Parts,
  feature: string,
  empty: R,
  answer: Answer<P, R>,
): Handler<P, R> {
  return guarded(connection, feature, async (params, token) => {
    const document = documents.get(params.textDocument.uri);
    if (document === undefined) return empty;
    const refusal = refusing(feature, document, token);
    await publisher.published(document.uri);
    return (
      refusal() ?? background.run(() => refusal() ?? answerFrom(document, params, answer, empty, refusal))
    );
  });
}

async function answerFrom<P, R>(
  document: OpenDocument,
  params: P,
  answer: Answer<P, R>,
  empty: R,
  refusal: Refusal,
): Promise<R | ResponseError> {
  const analysis = await document.analysis();
  const refused = refusal();
  if (refused !== undefined || analysis === undefined) return refused ?? empty;
  const answered = await answer(document, analysis, params, () => refusal() !== undefined);
  return refusal() ?? answered;
}

/** Says why a request is not to be answered any more. */
type Refusal = () => ResponseError | undefined;

function refusing(feature: string, document: OpenDocument, token: CancellationToken): Refusal {
  const { version } = document;
  return () => {
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, feature);
    const isStale = document.version !== version;
    return isStale ? new ResponseError(LSPErrorCodes.ContentModified, feature) : undefined;
  };
}

/** Keeps exceptions of a handler from the rest: they are logged under the feature's name, and fail one request. */
export function guarded<P, R>(
  connection: Connection,
  feature: string,
  handler: (params: P, token: CancellationToken) => R | ResponseError | Promise<R | ResponseError>,
): Handler<P, R> {
  return async (params, token) => {
    try {
      return await handler(params, token);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      logFailure(connection, feature, error);
      return new ResponseError(LSPErrorCodes.RequestFailed, `${feature} failed`);
    }
  };
}
