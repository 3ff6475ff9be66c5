import * as vscode from 'vscode';
import { PACKAGE_TYPES } from '../../services/model.ts';
import { askName } from '../nameInput.ts';
import {
  fieldProblem,
  missingFields,
  PACKAGE_FIELDS,
  type FieldProblem,
  type PackageDraft,
  type PackageField,
} from './fields.ts';

interface FormOptions {
  readonly title: string;
  /** What the last row does, for example "Create". */
  readonly answer: string;
  /** Name and type of a registered package stay as they are. */
  readonly isNew: boolean;
  readonly isTaken: (name: string) => Promise<boolean>;
}

interface FormItem extends vscode.QuickPickItem {
  readonly edits?: PackageField | 'type';
}

/**
 * A form in a quick pick: a row for each field, picked to be filled in, and one that ends it.
 * @returns undefined when it was left
 */
export async function fillIn(draft: PackageDraft, options: FormOptions): Promise<PackageDraft | undefined> {
  for (;;) {
    const missing = missingFields(draft);
    const items = rows(draft, options, missing);
    const picked = await vscode.window.showQuickPick(items, {
      title: options.title,
      placeHolder: vscode.l10n.t('Pick a field to fill it in'),
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.edits === undefined) {
      if (missing.length === 0) return draft;
      for (const field of missing) if (!(await edit(draft, field, options))) break;
    } else await edit(draft, picked.edits, options);
  }
}

function rows(draft: PackageDraft, { answer, isNew }: FormOptions, missing: readonly string[]): FormItem[] {
  const fields = PACKAGE_FIELDS.filter(field => isNew || field !== 'name');
  const end: FormItem = {
    label: `$(check) ${answer}`,
    ...(missing.length > 0 && { description: vscode.l10n.t('name and OSS path are needed') }),
  };
  return [
    end,
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    ...(isNew ? [{ label: vscode.l10n.t('Type'), description: draft.type, edits: 'type' as const }] : []),
    ...fields.map(field => ({
      label: fieldLabel(field),
      description: draft[field] || (missing.includes(field) ? vscode.l10n.t('(needed)') : '–'),
      edits: field,
    })),
  ];
}

/** @returns false when the question was left */
async function edit(
  draft: PackageDraft,
  field: PackageField | 'type',
  { title, isTaken }: FormOptions,
): Promise<boolean> {
  if (field === 'type') {
    const type = await vscode.window.showQuickPick(
      PACKAGE_TYPES.map(label => ({ label })),
      { title: vscode.l10n.t('Type'), ignoreFocusOut: true },
    );
    if (type) draft.type = type.label;
    return type !== undefined;
  }
  const value = draft[field] ?? '';
  const prompt = fieldLabel(field);
  const text =
    field === 'name'
      ? await askName({ title, prompt, value, isTaken })
      : await vscode.window.showInputBox({
          title,
          prompt,
          value,
          placeHolder: fieldExample(field),
          ignoreFocusOut: true,
          validateInput: typed => problemText(fieldProblem(field, typed)),
        });
  if (text !== undefined) draft[field] = text.trim();
  return text !== undefined;
}

function fieldLabel(field: PackageField): string {
  const labels: Record<PackageField, string> = {
    name: vscode.l10n.t('Name'),
    ossPath: vscode.l10n.t('OSS path'),
    ossBucket: vscode.l10n.t('OSS bucket'),
    ossEndpoint: vscode.l10n.t('OSS endpoint'),
    ossOwner: vscode.l10n.t('OSS owner (account ID)'),
    originName: vscode.l10n.t('Original file name'),
    md5: 'MD5',
    description: vscode.l10n.t('Description'),
    tag: vscode.l10n.t('Tag'),
  };
  return labels[field];
}

function fieldExample(field: PackageField): string {
  const examples: Partial<Record<PackageField, string>> = {
    ossPath: 'blink/udf/my-udf-1.0.jar',
    ossBucket: 'my-bucket',
    ossEndpoint: 'oss-cn-hangzhou-internal.aliyuncs.com',
    originName: 'my-udf-1.0.jar',
    md5: 'd41d8cd98f00b204e9800998ecf8427e',
  };
  return examples[field] ?? '';
}

function problemText(problem: FieldProblem | undefined): string | undefined {
  switch (problem) {
    case 'empty':
      return vscode.l10n.t('The path is needed.');
    case 'slash':
      return vscode.l10n.t('The path within the bucket, without a leading / or a scheme.');
    case 'md5':
      return vscode.l10n.t('32 hexadecimal digits.');
    case undefined:
      return undefined;
  }
}
