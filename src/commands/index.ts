import * as vscode from 'vscode';
import type { MoreNode, Node } from '../explorer/nodes.ts';
import { registerCommand } from '../platform/commands.ts';
import { deleteFolder, newFolder, renameFolder } from './folders/folders.ts';
import { commit } from './jobs/commit.ts';
import { newJob } from './jobs/create.ts';
import { deleteJobs } from './jobs/delete.ts';
import { duplicateJob } from './jobs/duplicate.ts';
import { copyJobNames, openJobs, revealJob } from './jobs/open.ts';
import { operationCommand } from './jobs/operation.ts';
import { renameJob } from './jobs/rename.ts';
import { offline, pause, resume, stop } from './jobs/runControl.ts';
import { askStart, start, startNow } from './jobs/start.ts';
import { moveOnto, moveTo } from './moves/move.ts';
import {
  copyPackageNames,
  createPackage,
  deletePackage,
  editPackage,
  showPackageUsers,
} from './packages/packages.ts';
import { newScript } from './newScript.ts';
import type { CommandParts } from './parts.ts';
import { dispatch } from './view/dispatch.ts';
import { clearFilter, filterTree } from './view/filter.ts';

/** Registers the commands of the sidebar and of jobs, folders and packages. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { explorer } = parts;
  return vscode.Disposable.from(
    registerCommand('blink.explorer.refresh', (node?: Node) => {
      explorer.refresh(node);
    }),
    registerCommand('blink.explorer.retry', (node?: Node) => {
      explorer.refresh(node?.parent);
    }),
    registerCommand('blink.explorer.loadMore', (node: MoreNode) => {
      explorer.loadMore(node);
    }),
    registerCommand('blink.explorer.filter', filterTree(parts)),
    registerCommand('blink.explorer.clearFilter', clearFilter(parts)),
    registerCommand('blink.explorer.rename', dispatch(parts, 'rename')),
    registerCommand('blink.explorer.delete', dispatch(parts, 'delete')),
    registerCommand('blink.explorer.copyName', dispatch(parts, 'copyName')),
    registerCommand('blink.explorer.move', moveOnto(parts)),
    registerCommand('blink.explorer.moveTo', moveTo(parts)),

    registerCommand('blink.job.new', newJob(parts)),
    registerCommand('blink.job.open', openJobs(parts, 'code')),
    registerCommand('blink.job.openProperties', openJobs(parts, 'properties')),
    registerCommand('blink.job.openPlan', openJobs(parts, 'plan')),
    registerCommand('blink.job.reveal', revealJob(parts)),
    registerCommand('blink.job.copyName', copyJobNames(parts)),
    registerCommand('blink.job.rename', renameJob(parts)),
    registerCommand('blink.job.duplicate', duplicateJob(parts)),
    registerCommand('blink.job.delete', operationCommand(parts, deleteJobs(parts))),
    registerCommand('blink.job.commit', operationCommand(parts, commit(parts))),
    registerCommand('blink.job.start', operationCommand(parts, start(parts, startNow))),
    registerCommand('blink.job.startFrom', operationCommand(parts, start(parts, askStart(parts)))),
    registerCommand('blink.job.pause', operationCommand(parts, pause)),
    registerCommand('blink.job.resume', operationCommand(parts, resume(true))),
    registerCommand('blink.job.resumeAsBefore', operationCommand(parts, resume(false))),
    registerCommand('blink.job.stop', operationCommand(parts, stop)),
    registerCommand('blink.job.offline', operationCommand(parts, offline)),

    registerCommand('blink.script.new', newScript),

    registerCommand('blink.folder.new', newFolder(parts)),
    registerCommand('blink.folder.rename', renameFolder(parts)),
    registerCommand('blink.folder.delete', deleteFolder(parts)),

    registerCommand('blink.package.create', createPackage(parts)),
    registerCommand('blink.package.edit', editPackage(parts)),
    registerCommand('blink.package.delete', deletePackage(parts)),
    registerCommand('blink.package.showUsers', showPackageUsers(parts)),
    registerCommand('blink.package.copyName', copyPackageNames(parts)),
  );
}
