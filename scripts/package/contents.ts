/** 1.5 MB: what a user downloads. */
export const SIZE_LIMIT = 1_500_000;

/** Everything a package may hold; vsce lowers and renames some of the files at the top. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|package\.nls(\.zh-cn)?\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/(l10n\/bundle\.l10n|syntaxes\/)[\w.-]*\.json$/,
  /^extension\/media\/([\w-]+\/)*[\w-]+\.(png|svg)$/,
  /^extension\/dist\/(extension|undici|language-client|server)\.cjs$/,
  /^extension\/dist\/(local-service|cli)\.mjs$/,
  /^extension\/dist\/webviews\/[\w-]+\.(js|css|ttf)$/,
];

const REQUIRED = [
  'extension/package.json',
  'extension/LICENSE.txt',
  'extension/dist/extension.cjs',
  'extension/dist/undici.cjs',
  'extension/dist/language-client.cjs',
  'extension/dist/server.cjs',
  'extension/dist/local-service.mjs',
  'extension/dist/webviews/instance.js',
  'extension/dist/webviews/lineage.js',
];

/** What is wrong with a package of these entries and of `size` bytes; empty when it may be shipped. */
export function packageProblems(names: readonly string[], size: number): string[] {
  const strangers = names.filter(name => !ALLOWED.some(pattern => pattern.test(name)));
  const missing = REQUIRED.filter(name => !names.includes(name));
  return [
    ...strangers.map(name => `${name} does not belong into the package`),
    ...missing.map(name => `${name} is missing`),
    ...(size > SIZE_LIMIT ? [`${size} bytes are more than the limit of ${SIZE_LIMIT}`] : []),
  ];
}

/** Files of the package that its manifest (as text) names and that are not in it, such as a grammar or an icon. */
export function danglingPaths(manifest: string, names: readonly string[]): string[] {
  const paths = [...manifest.matchAll(/"(?:\.\/)?([\w-]+(?:\/[\w.-]+)*\.(?:json|svg|png|cjs|mjs|md|ttf))"/g)];
  return paths
    .map(([, path = '']) => path)
    .filter(path => !names.includes(`extension/${path}`))
    .map(path => `package.json names ${path}, which is missing`);
}
