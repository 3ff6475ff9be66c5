import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import '../shared/notice.ts';
import type { Failure } from './messages.ts';
import type { Ui } from './ui.ts';

const ICONS: Readonly<Record<Failure['kind'], string>> = {
  denied: 'lock',
  offline: 'debug-disconnect',
  missing: 'search-stop',
  busy: 'watch',
  other: 'error',
};

/**
 * What failed, why, and what to do.
 * @param keptSince epoch ms of the data still shown; undefined when there is none
 */
export function failureNotice(ui: Ui, title: string, failure: Failure, keptSince?: number): TemplateResult {
  const { texts, formats, post } = ui;
  return html`<blink-notice
    data-failure=${failure.kind}
    icon=${ICONS[failure.kind]}
    kind=${failure.kind === 'offline' || failure.kind === 'busy' ? 'warning' : 'error'}
  >
    <strong>${title}</strong>
    <div>${failure.message}</div>
    ${
      keptSince === undefined
        ? nothing
        : html`<div class="kept">${texts.keptData(formats.time(keptSince))}</div>`
    }
    <vscode-button slot="actions" data-do="retry" @click=${() => post({ type: 'retry' })}
      >${texts.retry}</vscode-button
    >
    ${
      failure.canEditConnection
        ? html`<vscode-button slot="actions" secondary @click=${() => post({ type: 'editConnection' })}
            >${texts.editConnection}</vscode-button
          >`
        : nothing
    }
    <vscode-button slot="actions" secondary @click=${() => post({ type: 'showLog' })}
      >${texts.showLog}</vscode-button
    >
  </blink-notice>`;
}
