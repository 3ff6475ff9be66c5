import '@vscode-elements/elements/dist/vscode-icon/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { styled } from '../shared/styled.ts';
import { allowsMotion } from '../shared/theme.ts';
import '../shared/emptyState.ts';
import { actionButtons } from './actionButtons.ts';
import { PHASE_LOOK } from './looks.ts';
import type { Action, Phase } from './messages.ts';
import type { PanelView } from './state.ts';
import type { Ui } from './ui.ts';

/** The actions that bring live data, as opposed to those that end something. */
const TOWARDS_DATA: ReadonlySet<Action> = new Set(['commit', 'start', 'resume']);

/** Why there are no live metrics, and the button that changes it. */
export function idleNotice(ui: Ui, phase: Exclude<Phase, 'running'>, view: PanelView): TemplateResult {
  const [what, whatToDo] = ui.texts.idle[phase];
  const { icon, color } = PHASE_LOOK[phase];
  const actions = (view.status.value?.actions ?? []).filter(action => TOWARDS_DATA.has(action)).slice(0, 1);
  return html`<blink-empty-state data-phase=${phase} ?compact=${view.points.value !== undefined}>
    <vscode-icon
      slot="icon"
      name=${icon}
      size="28"
      ?spin=${icon === 'loading' && allowsMotion()}
      ${styled({ color })}
    ></vscode-icon>
    <strong>${what}</strong>
    <div class="quiet">${whatToDo}${view.points.value ? html` ${ui.texts.frozen}` : nothing}</div>
    <div slot="actions">${actionButtons(ui, actions, view.acting)}</div>
  </blink-empty-state>`;
}
