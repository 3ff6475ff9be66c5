import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import '../../shared/emptyState.ts';
import { allowsMotion } from '../../shared/theme.ts';
import type { Reason } from '../messages.ts';
import type { Ui } from '../ui.ts';

const ICONS: Readonly<Record<Reason, string>> = {
  noDocument: 'file-code',
  noInsert: 'type-hierarchy',
  down: 'debug-disconnect',
  starting: 'loading',
  failed: 'error',
};

/** In place of the graph: why there is none, and what to do. */
export function nothingToShow({ texts, post }: Ui, reason: Reason): TemplateResult {
  const [what, whatToDo] = texts.nothing[reason];
  const canRestart = reason === 'down' || reason === 'failed';
  return html`<blink-empty-state data-reason=${reason} role=${canRestart ? 'alert' : 'status'}>
    <vscode-icon
      slot="icon"
      name=${ICONS[reason]}
      size="32"
      ?spin=${reason === 'starting' && allowsMotion()}
    ></vscode-icon>
    <strong>${what}</strong>
    <div class="quiet">${whatToDo}</div>
    ${
      canRestart
        ? html`<div slot="actions">
            <vscode-button data-do="restart" @click=${() => post({ type: 'restart' })}
              >${texts.restart}</vscode-button
            >
            <vscode-button secondary @click=${() => post({ type: 'showLog' })}
              >${texts.showLog}</vscode-button
            >
          </div>`
        : nothing
    }
  </blink-empty-state>`;
}
