import * as vscode from 'vscode';
import { endpointOf, REGION_ID } from '../../services/foas/endpoints.ts';
import type { ProjectName } from '../../services/model.ts';
import { readEndpoint } from '../endpoint.ts';
import { endpointText } from '../problemText.ts';
import { nameTaken, PROJECT_NAME } from '../profiles.ts';
import { isTemporary, type Draft } from './draft.ts';
import { regionItems, regionName } from './regions.ts';
import { BACK, LEAVE, type Step, type TextQuestion } from './steps.ts';

const LONGEST_NAME = 60;

export const REGION: Step<Draft> = {
  ask: async (asker, draft) => {
    const regionId = await asker.pick({
      placeholder: vscode.l10n.t('Region of the projects; type a region ID that is not listed'),
      items: regionItems(),
      active: draft.regionId,
      typed: text => typedRegion(text.trim()),
    });
    return regionId === BACK || regionId === LEAVE ? regionId : { ...draft, regionId };
  },
};

function typedRegion(id: string) {
  if (!REGION_ID.test(id) || regionItems().some(({ value }) => value === id)) return undefined;
  return { label: id, description: vscode.l10n.t('Use this region ID'), value: id, alwaysShow: true };
}

export const ENDPOINT: Step<Draft> = textStep(
  draft => ({
    prompt: vscode.l10n.t('Endpoint of the service. Leave it empty to use that of the region.'),
    placeholder: endpointOf(draft.regionId),
    value: draft.endpoint,
    validate: text => {
      if (text.trim() === '') return undefined;
      const read = readEndpoint(text);
      return 'problem' in read ? endpointText(read.problem) : undefined;
    },
  }),
  (draft, text) => {
    const read = text === '' ? { origin: '' } : readEndpoint(text);
    return { ...draft, endpoint: 'origin' in read ? read.origin : '' };
  },
);

/** @param others the connections whose names are taken */
export function nameStep(others: readonly { readonly name: string }[]): Step<Draft> {
  return textStep(
    draft => ({
      prompt: vscode.l10n.t('Name of the connection, as the sidebar shows it'),
      value: draft.name === '' ? freeName(regionName(draft.regionId) ?? draft.regionId, others) : draft.name,
      validate: text => {
        const name = text.trim();
        if (name === '') return vscode.l10n.t('Enter a name.');
        if (name.length > LONGEST_NAME) return vscode.l10n.t('Enter at most {0} characters.', LONGEST_NAME);
        return nameTaken(name, others)
          ? vscode.l10n.t('There is a connection "{0}" already. Enter another name.', name)
          : undefined;
      },
    }),
    (draft, name) => ({ ...draft, name }),
  );
}

function freeName(wanted: string, others: readonly { readonly name: string }[]): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!nameTaken(name, others)) return name;
  }
}

const KEY_ID: Step<Draft> = textStep(
  draft => ({
    prompt: vscode.l10n.t(
      'Access key ID. It is kept in the secret storage of the editor, never in settings.',
    ),
    placeholder: 'LTAI…',
    value: draft.accessKeyId,
    validate: keyProblem,
  }),
  (draft, accessKeyId) => ({ ...draft, accessKeyId }),
);

const KEY_SECRET: Step<Draft> = textStep(
  draft => ({
    prompt: vscode.l10n.t(
      'Access key secret. It is kept in the secret storage of the editor, never in settings.',
    ),
    value: draft.accessKeySecret,
    isPassword: true,
    validate: keyProblem,
  }),
  (draft, accessKeySecret) => ({ ...draft, accessKeySecret }),
);

const TOKEN: Step<Draft> = {
  ...textStep(
    draft => ({
      prompt: vscode.l10n.t('STS security token that belongs to this temporary access key'),
      value: draft.securityToken,
      isPassword: true,
      validate: keyProblem,
    }),
    (draft, securityToken) => ({ ...draft, securityToken }),
  ),
  isNeeded: ({ accessKeyId }) => isTemporary(accessKeyId),
};

export const KEY: readonly Step<Draft>[] = [KEY_ID, KEY_SECRET, TOKEN];

/** Keys are plain ASCII without spaces: what else is pasted is something else. */
function keyProblem(text: string): string | undefined {
  const key = text.trim();
  if (key === '') return vscode.l10n.t('Enter or paste it here.');
  return /^[\x21-\x7e]+$/.test(key)
    ? undefined
    : vscode.l10n.t('This has spaces or characters that no access key has. Paste it again.');
}

export const PROJECTS = projectsStep(() =>
  vscode.l10n.t('Names of the projects, separated by commas; shown where the access key may not list them'),
);

/** After a test that found out that the names are needed. */
export const NEEDED_PROJECTS = projectsStep(() =>
  vscode.l10n.t(
    'The access key works, but may not list the projects. Name those to show, separated by commas.',
  ),
);

/** @param prompt a function, since texts are not translated yet when this file is read */
function projectsStep(prompt: () => string): Step<Draft> {
  return textStep(
    draft => ({
      prompt: prompt(),
      placeholder: 'project_a, project_b',
      value: draft.projects.join(', '),
      validate: text => {
        const wrong = splitNames(text).find(name => !PROJECT_NAME.test(name));
        return wrong === undefined
          ? undefined
          : vscode.l10n.t('"{0}" cannot be the name of a project.', wrong);
      },
    }),
    (draft, text) => ({ ...draft, projects: splitNames(text) as ProjectName[] }),
  );
}

function splitNames(text: string): string[] {
  return [...new Set(text.split(/[,，;；\s]+/).filter(name => name !== ''))];
}

/** A step with one text; the text is trimmed. */
function textStep(
  question: (draft: Draft) => TextQuestion,
  apply: (draft: Draft, text: string) => Draft,
): Step<Draft> {
  return {
    ask: async (asker, draft) => {
      const text = await asker.text(question(draft));
      return text === BACK || text === LEAVE ? text : apply(draft, text.trim());
    },
  };
}
