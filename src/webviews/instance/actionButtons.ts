import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { allowsMotion } from '../shared/theme.ts';
import { ACTION_ICON } from './looks.ts';
import type { Action } from './messages.ts';
import type { Ui } from './ui.ts';

/**
 * Buttons for what can be done now; the first one is the likely one. While one is at work all of them wait: the
 * answer decides what fits next.
 */
export function actionButtons(
  ui: Ui,
  actions: readonly Action[],
  acting: Action | undefined,
): TemplateResult {
  return html`${actions.map(
    (action, index) =>
      html`<vscode-button
        data-action=${action}
        icon=${acting === action ? 'loading' : ACTION_ICON[action]}
        ?icon-spin=${acting === action && allowsMotion()}
        ?secondary=${index > 0}
        ?disabled=${acting !== undefined}
        aria-busy=${acting === action ? 'true' : nothing}
        @click=${() => ui.post({ type: 'act', action })}
        >${acting === action ? ui.texts.acting[action] : ui.texts.action[action]}</vscode-button
      >`,
  )}`;
}
