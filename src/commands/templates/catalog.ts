import * as vscode from 'vscode';
import { dataStream, dataStreamProperties } from './dataStream.ts';
import { datahubToRds } from './datahubToRds.ts';
import { deduplicate } from './deduplicate.ts';
import { dimensionJoin } from './dimensionJoin.ts';
import { empty } from './empty.ts';
import { kafkaToHbase } from './kafkaToHbase.ts';
import { kafkaToPrint } from './kafkaToPrint.ts';
import { patternMatch } from './patternMatch.ts';
import { slsToAds } from './slsToAds.ts';
import type { Template } from './template.ts';
import { topN } from './topN.ts';
import { tumbleWindow } from './tumbleWindow.ts';

const STREAM_SQL = { type: 'FLINK_STREAM', api: 'SQL' } as const;

/** The jobs to begin with, the plain one first. Asked for each time: the language is known only at run time. */
export function templates(): readonly Template[] {
  const sql = (icon: string, jobName: string, text: string, label: string, detail: string): Template => ({
    ...STREAM_SQL,
    icon,
    jobName,
    text,
    label,
    detail,
  });
  return [
    sql(
      'file',
      'new_job',
      empty,
      vscode.l10n.t('Small frame'),
      vscode.l10n.t('Random rows to a print table: runs as it is'),
    ),
    sql(
      'database',
      'datahub_to_rds',
      datahubToRds,
      'DataHub → RDS',
      vscode.l10n.t('Filter rows, update by primary key'),
    ),
    sql(
      'output',
      'sls_to_ads',
      slsToAds,
      'SLS → ADS',
      vscode.l10n.t('Count log lines by minute, with a watermark'),
    ),
    sql(
      'terminal',
      'kafka_to_print',
      kafkaToPrint,
      'Kafka → print',
      vscode.l10n.t('Take JSON messages apart and look at them'),
    ),
    sql(
      'table',
      'kafka_to_hbase',
      kafkaToHbase,
      'Kafka → HBase',
      vscode.l10n.t('The newest state of each key'),
    ),
    sql(
      'references',
      'dimension_join',
      dimensionJoin,
      vscode.l10n.t('Dimension join'),
      vscode.l10n.t('Look up each row in a dimension table, with a cache'),
    ),
    sql(
      'watch',
      'tumble_window',
      tumbleWindow,
      vscode.l10n.t('Tumbling window'),
      vscode.l10n.t('Sums and counts by five minutes of event time'),
    ),
    sql(
      'list-ordered',
      'top_n',
      topN,
      'TopN',
      vscode.l10n.t('The ten best of each group, always up to date'),
    ),
    sql(
      'filter',
      'deduplicate',
      deduplicate,
      vscode.l10n.t('Deduplication'),
      vscode.l10n.t('The first row of each key'),
    ),
    sql(
      'search',
      'pattern_match',
      patternMatch,
      vscode.l10n.t('Pattern matching (CEP)'),
      vscode.l10n.t('A sequence of events within ten minutes'),
    ),
    {
      icon: 'file-binary',
      jobName: 'datastream_job',
      type: 'FLINK_STREAM',
      api: 'DATASTREAM',
      text: dataStream,
      properties: dataStreamProperties,
      label: 'DataStream',
      detail: vscode.l10n.t('The settings of a program in a package'),
    },
  ];
}
