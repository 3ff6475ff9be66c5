import { expect, it } from 'vitest';
import { panelPage } from './panelPage.ts';

it('lets nothing run but the panel’s own script', () => {
  const page = panelPage({
    element: 'blink-some-panel',
    cspSource: 'https://*.example',
    script: 'https://x.example/some.js',
    iconStyles: 'https://x.example/codicon.css',
    language: 'zh-cn',
    nonce: 'abc',
  });
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'nonce-abc'",
    'style-src https://*.example',
    'font-src https://*.example',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(policy).not.toMatch(/unsafe/);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/style="|onload|onerror/);
  expect(page).toContain('<blink-some-panel></blink-some-panel>');
});
