import { css, unsafeCSS } from 'lit';
import plotCss from 'uplot/dist/uPlot.min.css' with { type: 'text' };
import { baseStyles } from '../shared/styles.ts';

/** The chart library's own sheet is a constant of the bundle: no text from outside gets into a style. */
export const chartStyles = [
  baseStyles,
  unsafeCSS(plotCss),
  css`
    :host {
      min-width: 0;
      padding: 10px 8px 6px 12px;
      background: var(--vscode-editorWidget-background);
      border: 1px solid var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border)));
      border-radius: 6px;
    }
    .head {
      display: flex;
      align-items: flex-start;
      justify-content: space-between;
      gap: 8px;
      min-height: 22px;
    }
    h3 {
      margin: 0;
      font-size: 1em;
      font-weight: 600;
      line-height: 22px;
      overflow-wrap: anywhere;
    }
    .legend {
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
      min-height: 22px;
      max-height: 66px;
      overflow: auto;
      line-height: 22px;
    }
    .entry {
      display: inline-flex;
      align-items: baseline;
      gap: 6px;
      max-width: 100%;
    }
    .entry i {
      flex: none;
      align-self: center;
      width: 9px;
      height: 9px;
      border-radius: 2px;
      forced-color-adjust: none;
    }
    .label {
      min-width: 0;
      color: var(--vscode-descriptionForeground);
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    b {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .hide {
      opacity: 0;
      margin-top: -1px;
    }
    :host(:hover) .hide,
    .hide:focus-within {
      opacity: 1;
    }
    .plot {
      position: relative;
      height: 190px;
      min-width: 0;
    }
    .canvas {
      height: 100%;
    }
    .plot:focus-visible {
      outline-offset: 0;
    }
    .u-cursor-x {
      border-right: 1px dashed var(--vscode-descriptionForeground) !important;
    }
    .empty {
      position: absolute;
      inset: 0 0 28px;
      display: grid;
      place-items: center;
      margin: 0;
      pointer-events: none;
    }
    .tooltip {
      position: absolute;
      top: 6px;
      z-index: 2;
      max-width: min(320px, 80%);
      padding: 5px 9px;
      background: var(--vscode-editorHoverWidget-background);
      color: var(--vscode-editorHoverWidget-foreground);
      border: 1px solid var(--vscode-editorHoverWidget-border);
      border-radius: 4px;
      box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
      pointer-events: none;
    }
    .tooltip .entry {
      display: flex;
    }
    .tooltip b {
      margin-left: auto;
      padding-left: 10px;
    }
    .after {
      margin-left: 12px;
    }
    .before {
      transform: translateX(calc(-100% - 12px));
    }
  `,
];
