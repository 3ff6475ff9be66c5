/** Steps of the tests of the language's help, as a person takes them: by keyboard, waiting for what is seen. */
import type { Locator, Page } from 'playwright-core';
import { goTo, replaceText, runCommand, tab, until } from '../harness.ts';

/** Two sources, a dimension and a sink, without a fault. */
export const TABLES = `CREATE TABLE orders (
  order_id VARCHAR,
  user_id BIGINT,
  amount DOUBLE,
  ts TIMESTAMP,
  WATERMARK FOR ts AS withOffset(ts, 1000)
) WITH (type = 'random');

CREATE TABLE users (
  id BIGINT,
  city VARCHAR,
  PRIMARY KEY (id),
  PERIOD FOR SYSTEM_TIME
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://db/shop',
  tableName = 'users',
  userName = 'reader',
  password = '\${password}'
);

CREATE TABLE totals (
  window_start TIMESTAMP,
  city VARCHAR,
  total DOUBLE
) WITH (type = 'print');

`;

/** A whole query over them. */
export const QUERY = `INSERT INTO totals
SELECT
  TUMBLE_START(o.ts, INTERVAL '1' MINUTE),
  CONCAT(u.city, '!'),
  SUM(o.amount) AS total
FROM orders AS o
JOIN users FOR SYSTEM_TIME AS OF PROCTIME() AS u ON o.user_id = u.id
GROUP BY TUMBLE(o.ts, INTERVAL '1' MINUTE), u.city;
`;

/** Opens an untitled script by its command, `title` in the editor's language. */
export async function newScript(page: Page, title = 'Blink: New Script'): Promise<void> {
  await runCommand(page, title);
  await tab(page, 'Untitled-1').waitFor();
  // Whoever types before the server has started gets no offers: its first lens shows that it has.
  await write(page, "|CREATE TABLE t (a INT) WITH (type = 'print');");
  await until('the server', async () => (await lenses(page)).length > 0);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
}

/** Makes `marked` the text of the active editor and puts the cursor where `|` stands in it. */
export async function write(page: Page, marked: string): Promise<void> {
  const [before = '', after = ''] = marked.split('|');
  await replaceText(page, before + after);
  const lines = before.split('\n');
  await goTo(page, lines.length, (lines.at(-1)?.length ?? 0) + 1);
}

/** The offers on display from the top, as a screen reader says them: label, what stands beside it, kind. */
export async function offers(page: Page): Promise<string[]> {
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  const found = await rows.evaluateAll(elements =>
    elements.map(element => ({
      top: Number.parseFloat((element as HTMLElement).style.top),
      text: element.getAttribute('aria-label') ?? '',
    })),
  );
  return found.sort((one, other) => one.top - other.top).map(({ text }) => text.replace(/, docs:.*/s, ''));
}

/** Waits until the offer that Enter would take begins with `label`, and returns all that are on display. */
export async function untilOffered(page: Page, label: string): Promise<string[]> {
  const focused = page.locator('.suggest-widget.visible .monaco-list-row.focused');
  await until(`"${label}" is offered first`, async () => {
    if ((await focused.count()) === 0) return false;
    return ((await focused.first().getAttribute('aria-label')) ?? '').startsWith(label);
  });
  return offers(page);
}

/**
 * Presses keys until `answer` is seen. Lenses and underlines that come in after a key move the text, and the editor then
 * closes what that key has opened: a person asks again.
 */
async function ask(page: Page, answer: Locator, ...keys: readonly string[]): Promise<void> {
  await until(`an answer to ${keys.join(' ')}`, async () => {
    for (const key of keys) await page.keyboard.press(key);
    return answer.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
  });
}

/** The documentation beside the list of offers; shows it when it is not. */
export async function documentation(page: Page): Promise<string> {
  const docs = page.locator('.suggest-details');
  if (!(await docs.isVisible())) await ask(page, docs.locator('.docs'), 'Control+Space');
  await docs.locator('.docs').waitFor();
  return docs.innerText();
}

/** Takes the offer in focus and waits until the list is gone. */
export async function take(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
}

/** What is shown over the text at the cursor. */
export async function hover(page: Page): Promise<string> {
  const text = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  await ask(page, text.first(), 'Control+K', 'Control+I');
  return (await text.allInnerTexts()).join('\n');
}

/** Opens the menu of the light bulb at the cursor. */
export async function fixes(page: Page): Promise<Locator> {
  const rows = page.locator('.action-widget').first().locator('.monaco-list-row.action');
  await ask(page, rows.first(), 'Control+.');
  return rows;
}

/** The lenses of the active editor from the top, each as its whole line. */
export async function lenses(page: Page): Promise<string[]> {
  const lines = page.locator('.editor-group-container.active .codelens-decoration');
  const found = await lines.evaluateAll(elements =>
    elements.map(element => ({ top: element.getBoundingClientRect().top, text: element.textContent })),
  );
  return found
    .sort((one, other) => one.top - other.top)
    .map(({ text }) => text.replaceAll('\u00a0', ' ').trim());
}
