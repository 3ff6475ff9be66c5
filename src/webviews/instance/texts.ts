import type { Language } from '../shared/language.ts';
import type { MetricGroup } from './metricCatalog.ts';
import type { Action, Phase } from './messages.ts';

/** Every text of the panel. A text missing in one language is a type error. */
export interface Texts {
  readonly panel: string;
  readonly phase: Readonly<Record<Phase, string>>;
  readonly action: Readonly<Record<Action, string>>;
  readonly acting: Readonly<Record<Action, string>>;
  readonly openCode: string;
  readonly becoming: (phase: string) => string;
  readonly simulated: string;
  readonly simulatedHint: string;
  readonly kind: (isBatch: boolean, isDataStream: boolean) => string;
  readonly facts: string;
  readonly state: string;
  readonly expected: string;
  readonly started: string;
  readonly ended: string;
  readonly uptime: string;
  readonly ranFor: string;
  readonly starter: string;
  readonly engine: string;
  readonly delay: string;
  readonly queue: string;
  readonly instanceId: string;
  readonly unknown: string;
  readonly copy: string;
  readonly copyInstanceId: string;
  readonly copied: string;
  readonly lastError: string;
  readonly loading: string;
  readonly charts: string;
  readonly ratesTitle: string;
  readonly range: string;
  readonly rangeName: Readonly<Record<300 | 900 | 1800 | 3600 | 7200, string>>;
  readonly rangeHint: Readonly<Record<300 | 900 | 1800 | 3600 | 7200, string>>;
  readonly tooFar: string;
  readonly pauseRefresh: string;
  readonly resumeRefresh: string;
  readonly updated: (time: string) => string;
  readonly updateStopped: (time: string) => string;
  readonly notUpdated: string;
  readonly metrics: string;
  readonly metricsHint: string;
  readonly filterMetrics: string;
  readonly noMetricMatches: string;
  readonly resetMetrics: string;
  readonly chosen: (count: number) => string;
  readonly group: Readonly<Record<MetricGroup, string>>;
  readonly hideChart: (title: string) => string;
  readonly noPoints: string;
  readonly noCharts: string;
  readonly chartSummary: (title: string, count: number, now: string) => string;
  readonly noValue: string;
  readonly idle: Readonly<Record<Exclude<Phase, 'running'>, readonly [what: string, whatToDo: string]>>;
  readonly frozen: string;
  readonly statusFailed: string;
  readonly pointsFailed: string;
  readonly keptData: (time: string) => string;
  readonly retry: string;
  readonly showLog: string;
  readonly editConnection: string;
}

const en: Texts = {
  panel: 'Instance panel',
  phase: {
    draft: 'Draft',
    committed: 'Committed',
    waiting: 'Waiting',
    running: 'Running',
    paused: 'Paused',
    stopped: 'Stopped',
    succeeded: 'Succeeded',
    failed: 'Failed',
    unknown: 'Unknown',
  },
  action: {
    commit: 'Commit',
    start: 'Start',
    startFrom: 'Start from a Time...',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop',
    offline: 'Take Offline',
  },
  acting: {
    commit: 'Committing...',
    start: 'Starting...',
    startFrom: 'Starting...',
    pause: 'Pausing...',
    resume: 'Resuming...',
    stop: 'Stopping...',
    offline: 'Taking offline...',
  },
  openCode: 'Open Code',
  becoming: phase => `becoming: ${phase}`,
  simulated: 'Simulated',
  simulatedHint: 'No engine runs behind this instance: all states, numbers and errors are simulated.',
  kind: (isBatch, isDataStream) =>
    `${isBatch ? 'Batch' : 'Stream'} job, ${isDataStream ? 'DataStream' : 'SQL'}`,
  facts: 'Facts about the instance',
  state: 'State',
  expected: 'Expected state',
  started: 'Started',
  ended: 'Ended',
  uptime: 'Uptime',
  ranFor: 'Ran for',
  starter: 'Started by',
  engine: 'Engine version',
  delay: 'Delay',
  queue: 'Queue',
  instanceId: 'Instance ID',
  unknown: 'not known',
  copy: 'Copy',
  copyInstanceId: 'Copy instance ID',
  copied: 'Copied',
  lastError: 'Last error',
  loading: 'Loading...',
  charts: 'Metrics',
  ratesTitle: 'Input and output rate',
  range: 'Time range',
  rangeName: { 300: '5m', 900: '15m', 1800: '30m', 3600: '1h', 7200: '2h' },
  rangeHint: {
    300: 'Last 5 minutes',
    900: 'Last 15 minutes',
    1800: 'Last 30 minutes',
    3600: 'Last hour',
    7200: 'Last 2 hours',
  },
  tooFar: 'The service does not keep metrics for that long',
  pauseRefresh: 'Pause refreshing',
  resumeRefresh: 'Resume refreshing',
  updated: time => `Updated ${time}`,
  updateStopped: time => `Refreshing paused, as of ${time}`,
  notUpdated: 'Not updated yet',
  metrics: 'Choose metrics',
  metricsHint: 'Metrics shown as charts',
  filterMetrics: 'Filter metrics',
  noMetricMatches: 'No metric matches.',
  resetMetrics: 'Reset to default',
  chosen: count => `${count} chosen`,
  group: {
    throughput: 'Throughput',
    delay: 'Delay',
    checkpoint: 'Checkpoints',
    state: 'State',
    task: 'Tasks and queues',
    jvm: 'Process',
  },
  hideChart: title => `Hide chart: ${title}`,
  noPoints: 'No data in this time range',
  noCharts: 'No metric is chosen.',
  chartSummary: (title, count, now) =>
    `${title}: now ${now}; ${count} points. Arrow keys move along the time.`,
  noValue: 'no value',
  idle: {
    draft: ['This job is a draft', 'Commit it to make it startable, then start it to see live metrics.'],
    committed: ['This job is not running', 'Start it to see live metrics.'],
    waiting: ['Waiting for resources', 'Metrics appear as soon as the instance runs.'],
    paused: ['This instance is paused', 'Resume it to see live metrics. It continues where it stopped.'],
    stopped: ['This instance was stopped', 'Start the job to see live metrics.'],
    succeeded: ['This instance has finished', 'Start the job to run it again.'],
    failed: [
      'This instance has failed',
      'Read the last error above, mend the cause, then start the job again.',
    ],
    unknown: ['The state of this instance is not known', 'Start the job, or try again in a moment.'],
  },
  frozen: 'These are the last metrics received.',
  statusFailed: 'The state could not be refreshed',
  pointsFailed: 'Metrics could not be refreshed',
  keptData: time => `Shown is what was received at ${time}.`,
  retry: 'Retry',
  showLog: 'Show log',
  editConnection: 'Edit connection',
};

const zh: Texts = {
  panel: '实例面板',
  phase: {
    draft: '草稿',
    committed: '已上线',
    waiting: '等待中',
    running: '运行中',
    paused: '已暂停',
    stopped: '已停止',
    succeeded: '成功',
    failed: '失败',
    unknown: '未知',
  },
  action: {
    commit: '上线',
    start: '启动',
    startFrom: '选择启动位点...',
    pause: '暂停',
    resume: '恢复',
    stop: '停止',
    offline: '下线',
  },
  acting: {
    commit: '上线中...',
    start: '启动中...',
    startFrom: '启动中...',
    pause: '暂停中...',
    resume: '恢复中...',
    stop: '停止中...',
    offline: '下线中...',
  },
  openCode: '打开代码',
  becoming: phase => `目标状态：${phase}`,
  simulated: '模拟',
  simulatedHint: '该实例背后没有真实引擎：所有状态、指标和错误均为模拟。',
  kind: (isBatch, isDataStream) => `${isBatch ? '批' : '流'}作业，${isDataStream ? 'DataStream' : 'SQL'}`,
  facts: '实例信息',
  state: '状态',
  expected: '期望状态',
  started: '启动时间',
  ended: '结束时间',
  uptime: '已运行',
  ranFor: '运行时长',
  starter: '启动人',
  engine: '引擎版本',
  delay: '延时',
  queue: '队列',
  instanceId: '实例 ID',
  unknown: '未知',
  copy: '复制',
  copyInstanceId: '复制实例 ID',
  copied: '已复制',
  lastError: '最近一次错误',
  loading: '加载中...',
  charts: '指标',
  ratesTitle: '输入与输出速率',
  range: '时间范围',
  rangeName: { 300: '5分', 900: '15分', 1800: '30分', 3600: '1小时', 7200: '2小时' },
  rangeHint: {
    300: '最近 5 分钟',
    900: '最近 15 分钟',
    1800: '最近 30 分钟',
    3600: '最近 1 小时',
    7200: '最近 2 小时',
  },
  tooFar: '服务不保留这么久的指标',
  pauseRefresh: '暂停刷新',
  resumeRefresh: '恢复刷新',
  updated: time => `更新于 ${time}`,
  updateStopped: time => `已暂停刷新，数据截至 ${time}`,
  notUpdated: '尚未更新',
  metrics: '选择指标',
  metricsHint: '以图表显示的指标',
  filterMetrics: '筛选指标',
  noMetricMatches: '没有匹配的指标。',
  resetMetrics: '恢复默认',
  chosen: count => `已选 ${count} 项`,
  group: {
    throughput: '吞吐',
    delay: '延时',
    checkpoint: 'Checkpoint',
    state: 'State',
    task: 'Task 与队列',
    jvm: '进程',
  },
  hideChart: title => `隐藏图表：${title}`,
  noPoints: '该时间范围内没有数据',
  noCharts: '尚未选择指标。',
  chartSummary: (title, count, now) => `${title}：当前 ${now}，共 ${count} 个点。用方向键沿时间移动。`,
  noValue: '无数据',
  idle: {
    draft: ['该作业是草稿', '请先上线，再启动，即可查看实时指标。'],
    committed: ['该作业未运行', '启动后即可查看实时指标。'],
    waiting: ['正在等待资源', '实例运行后将显示指标。'],
    paused: ['该实例已暂停', '恢复后即可查看实时指标，作业会从暂停处继续。'],
    stopped: ['该实例已停止', '启动作业即可查看实时指标。'],
    succeeded: ['该实例已运行完成', '启动作业可再次运行。'],
    failed: ['该实例运行失败', '请查看上方的最近一次错误，排除原因后重新启动。'],
    unknown: ['该实例状态未知', '请启动作业，或稍后重试。'],
  },
  frozen: '以下是最后一次收到的指标。',
  statusFailed: '状态刷新失败',
  pointsFailed: '指标刷新失败',
  keptData: time => `当前显示的是 ${time} 收到的数据。`,
  retry: '重试',
  showLog: '查看日志',
  editConnection: '编辑连接',
};

export const TEXTS: Readonly<Record<Language, Texts>> = { en, zh };
