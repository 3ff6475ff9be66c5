import type * as vscode from 'vscode';
import type { JobRef, LocalState, ProjectRef } from '../../connections/api.ts';
import type { JobSummary, RunSummary } from '../../services/model.ts';
import type { JobNode, Node } from '../nodes.ts';
import { statusOf, type JobStatus } from '../status.ts';
import { jobRow } from './job.ts';
import { noticeRow } from './notice.ts';
import { connectionRow, folderRow, groupRow, moreRow, projectRow } from './places.ts';
import { packageRow, queueRow } from './resources.ts';

/** What a row needs to know beyond its node. */
export interface RowFacts {
  run(ref: JobRef): RunSummary | undefined;
  isChanged(ref: JobRef, job: JobSummary): boolean;
  /** Why the states of a project are not up to date; undefined when they are. */
  pollError(ref: ProjectRef): unknown;
  localState(): LocalState;
}

/** The state a job's row shows. */
export function statusOfNode({ ref, job }: JobNode, facts: RowFacts): JobStatus {
  return statusOf(job, facts.run(ref), facts.isChanged(ref, job));
}

/** How a node looks. */
export function rowOf(node: Node, facts: RowFacts): vscode.TreeItem {
  switch (node.kind) {
    case 'connection':
      return connectionRow(node, facts.localState());
    case 'project':
      return projectRow(node, facts.pollError(node.ref));
    case 'folder':
      return folderRow(node);
    case 'job':
      return jobRow(node, statusOfNode(node, facts), facts.run(node.ref));
    case 'packages':
    case 'queues':
      return groupRow(node);
    case 'package':
      return packageRow(node);
    case 'queue':
      return queueRow(node);
    case 'more':
      return moreRow(node);
    case 'notice':
      return noticeRow(node);
  }
}
