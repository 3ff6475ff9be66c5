/**
 * The harness of the UI tests: a real VS Code with the packed extension, driven through its window. The tests are
 * `test/ui/*.test.ts`, run by vitest, the runner of the unit tests (one runner, one `expect`, one report):
 *
 *   npm test -- ui                         all of them
 *   npm run ui -- NAME                     those whose file name contains NAME
 *
 * A test file begins with `useEditor()`, which starts one editor for the whole file and ends it:
 *
 *   const editor = useEditor({ settings: { 'blink.validation': 'off' } });
 *
 *   it('shows the sample project', async () => {
 *     await showView(editor.page, 'Blink SQL');
 *     const job = await reveal(editor.page, 'Local service', 'sample', 'orders');
 *     await contextMenu(job, 'Start');
 *     await notification(editor.page, 'started').waitFor();
 *     await screenshot(editor.page, 'sidebar-light');
 *   });
 *
 * What there is:
 *   editor       editor.page (Playwright's page), .newWindow(), .reload(), .folder
 *   palette      runCommand, quickOpen, pick, answerInput, inputMessage, quickRows, offeredCommands
 *   files        answerFileDialog
 *   tree         showView, treeRow, treeRows, rowDescription, expand, expandTo, reveal, inlineAction
 *   menus        contextMenu, contextMenuTitles
 *   messages     dialogText, answerDialog, notification, answerNotification, statusItem
 *   documents    tab, visibleText, wholeText, replaceText, goTo, save, isDirty, closeEditors
 *   problems     squiggles (severity and the exact characters underlined), problems
 *   webviews     webview(page, selector, text?) -> Playwright frame
 *   settings     setSettings(page, { ... }): replaces the user's settings in the running editor
 *   themes       setTheme(editor, 'light' | 'dark'), themeSetting
 *   pictures     screenshot(page, name) -> test-results/screenshots/<name>.png
 *   service      startLocalService(seed) -> url and keys of a service of its own
 *   waiting      until(what, look): for states no locator can express; never sleep
 *
 * A failed test leaves test-results/screenshots/failed-<test>.png and the editor's logs in test-results/logs.
 */
export { openEditor, type Editor, type EditorOptions } from './editor.ts';
export { useEditor } from './useEditor.ts';
export {
  answerInput,
  inputMessage,
  offeredCommands,
  pick,
  quickInput,
  quickOpen,
  quickRows,
  runCommand,
} from './palette.ts';
export { answerFileDialog } from './fileDialog.ts';
export {
  expand,
  expandTo,
  inlineAction,
  reveal,
  rowDescription,
  showView,
  treeRow,
  treeRows,
} from './tree.ts';
export { contextMenu, contextMenuTitles, menuItems, openContextMenu } from './menus.ts';
export {
  answerDialog,
  answerNotification,
  dialog,
  dialogText,
  notification,
  statusItem,
} from './messages.ts';
export {
  closeEditors,
  focusText,
  goTo,
  isDirty,
  replaceText,
  save,
  tab,
  textEditor,
  visibleText,
  wholeText,
} from './documents.ts';
export { problems, squiggles, type Severity, type Squiggle } from './problems.ts';
export { webview } from './webviews.ts';
export { setTheme, themeSetting, type Theme } from './themes.ts';
export { setSettings } from './userSettings.ts';
export { screenshot } from './screenshots.ts';
export { startLocalService, type LocalService } from './service.ts';
export { until } from './until.ts';
