import type { ApiType, JobType } from '../../services/model.ts';

/** A job to begin with. */
export interface Template {
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
  /** A name to propose. */
  readonly jobName: string;
  readonly type: JobType;
  readonly api: ApiType;
  /** With lines marked `-- en:` and `-- zh:`, or `# en:` and `# zh:`. */
  readonly text: string;
  readonly properties?: string;
}

const MARKED = /^(\s*(?:--|#)) (en|zh): ?/;

/** A template's text in one language: the lines of the other are dropped, the marks too. */
export function templateCode(text: string, language: string): string {
  const wanted = language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
  return text
    .trimStart()
    .split('\n')
    .filter(line => (MARKED.exec(line)?.[2] ?? wanted) === wanted)
    .map(line => line.replace(MARKED, '$1 '))
    .join('\n');
}
