import { css } from 'lit';

export const graphStyles = css`
  :host {
    position: relative;
    min-height: 0;
    overflow: hidden;
  }
  svg {
    display: block;
    width: 100%;
    height: 100%;
    cursor: grab;
    touch-action: none;
    user-select: none;
    -webkit-user-select: none;
    outline: none;
  }
  svg.dragging {
    cursor: grabbing;
  }
  text {
    fill: var(--vscode-foreground);
    font-family: var(--vscode-font-family);
    font-size: 13px;
    dominant-baseline: central;
    white-space: pre;
  }
  .box {
    fill: var(--vscode-editorWidget-background, var(--vscode-editor-background));
    stroke: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, #8886)));
    stroke-width: 1;
  }
  .undeclared > .box {
    stroke: var(--vscode-descriptionForeground);
    stroke-dasharray: 5 4;
  }
  /* Over the dashes of the border. */
  .undeclared > .stripe {
    stroke: var(--role);
    stroke-width: 1;
  }
  .stripe {
    fill: var(--role);
  }
  .line {
    stroke: var(--vscode-contrastBorder, var(--vscode-widget-border, var(--vscode-panel-border, #8886)));
    stroke-width: 1;
  }
  .title {
    font-weight: 600;
  }
  .subtitle {
    fill: var(--vscode-descriptionForeground);
    font-size: 11px;
  }
  .type,
  .sign,
  .word {
    fill: var(--vscode-descriptionForeground);
    font-size: 11px;
  }
  .type {
    font-family: var(--vscode-editor-font-family, monospace);
    text-anchor: end;
  }
  .sign {
    font-size: 12px;
    font-style: italic;
    text-anchor: middle;
  }
  .condition .name {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 12px;
  }
  .more .name {
    fill: var(--vscode-textLink-foreground);
    font-size: 12px;
  }
  .stop {
    cursor: pointer;
    outline: none;
  }
  .back {
    fill: transparent;
    stroke: transparent;
    stroke-width: 1;
    pointer-events: all;
  }
  .stop:hover > .back {
    fill: var(--vscode-list-hoverBackground);
    stroke: var(--vscode-contrastActiveBorder, transparent);
    stroke-dasharray: 3 2;
  }
  .on > .back {
    fill: var(--vscode-list-inactiveSelectionBackground, var(--vscode-list-hoverBackground));
  }
  .active > .back {
    fill: var(--vscode-list-activeSelectionBackground);
    stroke: var(--vscode-contrastActiveBorder, transparent);
    stroke-dasharray: none;
  }
  .active > text {
    fill: var(--vscode-list-activeSelectionForeground, var(--vscode-foreground));
  }
  .match > .name {
    fill: var(--vscode-list-highlightForeground, var(--vscode-textLink-foreground));
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .stop:focus-visible > .back {
    stroke: var(--vscode-focusBorder);
    stroke-width: 2;
    stroke-dasharray: none;
  }
  .port {
    fill: var(--vscode-editorWidget-background, var(--vscode-editor-background));
    stroke: var(--wire);
    stroke-width: 1.25;
    pointer-events: none;
  }
  .on > .port {
    fill: var(--lit);
    stroke: var(--lit);
  }
  .world {
    --wire: color-mix(in srgb, var(--vscode-descriptionForeground) 75%, transparent);
    --lit: var(--vscode-contrastActiveBorder, var(--vscode-charts-blue, var(--vscode-focusBorder)));
  }
  .world.dense {
    --wire: color-mix(in srgb, var(--vscode-descriptionForeground) 38%, transparent);
  }
  .wire {
    fill: none;
    stroke: var(--wire);
    stroke-width: 1.25;
    pointer-events: none;
    transition: opacity 120ms;
  }
  .wire.many {
    stroke-width: 2.5;
  }
  .wire.conditional {
    stroke-dasharray: 4 3;
  }
  .wire.on {
    stroke: var(--lit);
    stroke-width: 2;
  }
  .wire.many.on {
    stroke-width: 3.25;
  }
  .hit {
    fill: none;
    stroke: transparent;
    stroke-width: 11;
    pointer-events: stroke;
    cursor: pointer;
    outline: none;
  }
  .hit:focus-visible {
    stroke: color-mix(in srgb, var(--vscode-focusBorder) 45%, transparent);
    stroke-width: 8;
  }
  .stop text,
  .head text,
  .port {
    transition: opacity 120ms;
  }
  .has-path .wire:not(.on) {
    opacity: 0.14;
  }
  .has-path .row:not(.on) > text,
  .has-path .row:not(.on) > .port,
  .has-path .table:not(.on) > .head > text {
    opacity: 0.42;
  }
  :host-context(.vscode-high-contrast) .has-path .row:not(.on) > text,
  :host-context(.vscode-high-contrast) .has-path .table:not(.on) > .head > text {
    opacity: 0.6;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
    }
  }
`;
