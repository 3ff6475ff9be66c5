import type { Check } from './check.ts';

const SEVERITIES = { error: '错误', warning: '警告', information: '信息', hint: '提示' } as const;

/** The documentation page of a check, in Markdown: what it reports and why, an example of each kind, in both languages. */
export function checkPage({ id, severity, title, explain, bad, good }: Check): string {
  const code = (sql: string): string => `\`\`\`sql\n${sql}\n\`\`\``;
  return [
    `# ${id}: ${title.en}`,
    explain.en,
    `Default severity: ${severity}.`,
    `## ${title.zh}`,
    explain.zh,
    `默认级别：${SEVERITIES[severity]}。`,
    '## Example · 示例',
    'Reported · 会报告：',
    code(bad),
    'Right · 正确：',
    code(good),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
