/**
 * Calls back after the editor's colours changed: VS Code rewrites the style of the root element and the classes of
 * the body. Canvases do not follow CSS variables by themselves.
 * @returns ends it
 */
export function onThemeChange(callback: () => void): () => void {
  let frame = 0;
  const observer = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(callback);
  });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/** Whether things may move. */
export function allowsMotion(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}
