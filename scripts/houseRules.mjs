/**
 * The one-way imports of the house, as a lint rule: each room (folder or file directly under src/) names the
 * rooms it may import from, and whether it may touch the editor (`vscode`) or Node's own modules.
 * A room absent from this table may import nothing, so a new room has to be declared here first.
 */
export const ROOMS = {
  'extension.ts': { rooms: '*', vscode: true, node: true },
  language: { rooms: [], vscode: false, node: false },
  server: { rooms: ['language'], vscode: false, node: true },
  services: { rooms: [], vscode: false, node: true },
  local: { rooms: ['language', 'services'], vscode: false, node: true },
  cli: { rooms: ['language', 'services', 'local'], vscode: false, node: true },
  connections: { rooms: ['services', 'platform'], vscode: true, node: true },
  explorer: { rooms: ['services', 'connections', 'documents', 'platform'], vscode: true, node: false },
  documents: { rooms: ['services', 'connections', 'platform'], vscode: true, node: false },
  editors: {
    rooms: ['services', 'documents', 'webviews', 'platform', 'language'],
    vscode: true,
    node: false,
  },
  instance: { rooms: ['services', 'connections', 'webviews', 'platform'], vscode: true, node: false },
  validation: {
    rooms: ['language', 'services', 'connections', 'documents', 'explorer', 'platform'],
    vscode: true,
    node: false,
  },
  commands: {
    rooms: [
      'services',
      'connections',
      'explorer',
      'documents',
      'instance',
      'validation',
      'platform',
      'language',
    ],
    vscode: true,
    node: false,
  },
  languageClient: {
    rooms: [
      'language',
      'server',
      'services',
      'connections',
      'documents',
      'explorer',
      'validation',
      'platform',
    ],
    vscode: true,
    node: true,
  },
  lineage: { rooms: ['server', 'languageClient', 'webviews', 'platform'], vscode: true, node: false },
  webviews: { rooms: ['language', 'server'], vscode: false, node: false },
  platform: { rooms: ['services'], vscode: true, node: true },
};

const NODE_MODULE = /^node:/;

/** The room of a file's path, or undefined outside src/. */
function roomOf(path) {
  const match = /(?:^|\/)src\/([^/]+)/.exec(path.replaceAll('\\', '/'));
  return match?.[1];
}

/** Resolves a relative import textually: enough, since aliases are not used in this project. */
function resolveRelative(fromFile, specifier) {
  const parts = fromFile.replaceAll('\\', '/').split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function problemOf(file, specifier) {
  const room = roomOf(file);
  if (room === undefined) return undefined;
  const rules = ROOMS[room];
  if (!rules) return `src/${room} is not in the table of rooms (scripts/houseRules.mjs)`;
  if (specifier === 'vscode') return rules.vscode ? undefined : `src/${room} must not import vscode`;
  if (NODE_MODULE.test(specifier)) return rules.node ? undefined : `src/${room} must not import ${specifier}`;
  if (!specifier.startsWith('.')) return undefined;
  const target = roomOf(resolveRelative(file, specifier));
  if (target === undefined || target === room || rules.rooms === '*' || rules.rooms.includes(target))
    return undefined;
  return `src/${room} must not import from src/${target}`;
}

const oneWayImports = {
  meta: { type: 'problem', schema: [], messages: { forbidden: '{{problem}}' } },
  create(context) {
    const check = (node, source) => {
      if (!source || typeof source.value !== 'string') return;
      const problem = problemOf(context.filename, source.value);
      if (problem) context.report({ node, messageId: 'forbidden', data: { problem } });
    };
    return {
      ImportDeclaration: node => check(node, node.source),
      ExportNamedDeclaration: node => check(node, node.source),
      ExportAllDeclaration: node => check(node, node.source),
      ImportExpression: node => check(node, node.source),
    };
  },
};

export default { rules: { 'one-way-imports': oneWayImports } };
