import type { ApiType, JobType } from '../../../services/model.ts';

/** What has been done with a sample job before the user sees it. */
export type Story =
  | { readonly kind: 'draft' }
  | { readonly kind: 'committed' }
  /** Times are minutes before now. */
  | { readonly kind: 'running' | 'changed'; readonly startedAgo: number }
  | { readonly kind: 'paused' | 'stopped'; readonly startedAgo: number; readonly endedAgo: number };

export interface SampleJob {
  readonly name: string;
  readonly folder: string;
  readonly type: JobType;
  readonly api: ApiType;
  readonly description: string;
  readonly code: string;
  readonly properties: string;
  readonly packages?: string;
  readonly story: Story;
}

/** Properties most stream jobs have. */
export const STREAM_PROPERTIES = `# 检查点
blink.checkpoint.interval.ms=60000
blink.checkpoint.mode=EXACTLY_ONCE
# 状态保留 36 小时
blink.state.ttl.ms=129600000
blink.job.timeZone=Asia/Shanghai
`;
