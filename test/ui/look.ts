/**
 * `npm run look [-- options]`: takes pictures of the present build into test-results/screenshots, to look at: the
 * sidebar's view in the light, the dark and the Chinese editor.
 *
 *   --view TITLE      the view to show; "Blink" when absent
 *   --expand A,B,C    rows to open in it, one below the other
 *   --command TITLE   a command to run before the picture, by its English title
 */
import { parseArgs } from 'node:util';
import { openEditor, reveal, runCommand, screenshot, setTheme, showView, type Editor } from './harness.ts';

const { values } = parseArgs({
  options: {
    view: { type: 'string', default: 'Blink' },
    expand: { type: 'string' },
    command: { type: 'string' },
  },
});

async function arrange({ page }: Editor): Promise<void> {
  await showView(page, values.view);
  if (values.expand !== undefined) await reveal(page, ...values.expand.split(','));
  if (values.command !== undefined) await runCommand(page, values.command);
}

async function withEditor(
  language: string | undefined,
  take: (editor: Editor) => Promise<void>,
): Promise<void> {
  const editor = await openEditor(language === undefined ? {} : { language });
  try {
    await arrange(editor);
    await take(editor);
  } finally {
    await editor.close();
  }
}

await withEditor(undefined, async editor => {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(editor, theme);
    console.log(await screenshot(editor.page, `look-${theme}`));
  }
});
await withEditor('zh-cn', async editor => {
  console.log(await screenshot(editor.page, 'look-chinese'));
});
