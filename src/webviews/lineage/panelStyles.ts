import { css } from 'lit';

export const panelStyles = css`
  :host {
    height: 100vh;
  }
  main {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }
  .content {
    flex: 1 1 0;
    min-height: 0;
  }
  .nothing {
    display: grid;
    place-content: center;
    height: 100%;
    padding: 24px;
  }
  .gaps {
    flex: none;
    margin: 8px 10px 0;
  }
  .busy {
    position: absolute;
    inset: 0 0 auto;
    height: 2px;
    z-index: 2;
    overflow: hidden;
    visibility: hidden;
  }
  .busy.on {
    visibility: visible;
    /* Most answers come at once: a bar that flashes would only disturb. */
    transition: visibility 0s 400ms;
  }
  .busy.on::before {
    content: '';
    position: absolute;
    inset: 0 75% 0 0;
    background: var(--vscode-progressBar-background);
    animation: run 1.6s linear infinite;
  }
  @keyframes run {
    to {
      transform: translateX(400%);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .busy.on::before {
      inset: 0;
      animation: none;
    }
  }
`;
