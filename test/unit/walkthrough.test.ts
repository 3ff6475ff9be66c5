import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bootstrap/paths.mjs';
import manifest from '../../package.json' with { type: 'json' };

type Texts = Readonly<Record<string, string>>;
const textsOf = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Texts;
const pictures = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
  steps.map(({ media }) => media.svg),
);
/** A picture that shows words has its path in the texts of each language: the editor puts it in as any other text. */
const pathOf = (picture: string, texts: Texts) => texts[/^%(.+)%$/.exec(picture)?.[1] ?? ''] ?? picture;
/** Names of jobs and what the service itself says, which are the same in every language. */
const NAMES =
  /^(retail_demo|hello_print|order_wide_table|user_active_hour|page_view_latest|\d{4}-\d\d-\d\d \d\d:\d\d)$/;

describe.each(['package.nls.json', 'package.nls.zh-cn.json'])(
  'the pictures of the walkthrough in %s',
  name => {
    it('are there', () => {
      expect(pictures.length).toBeGreaterThan(3);
      const paths = pictures.map(picture => pathOf(picture, textsOf(name)));
      expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([]);
    });
  },
);

it('the pictures of the walkthrough speak Chinese to Chinese readers', () => {
  const texts = textsOf('package.nls.zh-cn.json');
  for (const picture of pictures.filter(each => each.startsWith('%'))) {
    const svg = readFileSync(join(root, pathOf(picture, texts)), 'utf8');
    const words = [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, word = '']) => word);
    expect(words.length).toBeGreaterThan(1);
    expect(words.filter(word => /[a-z]{3}/i.test(word) && !NAMES.test(word))).toEqual([]);
  }
});
