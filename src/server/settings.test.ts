import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('readSettings', () => {
  it('reads what the protocol describes', () => {
    expect(
      readSettings({
        format: { keywordCase: 'lower', commaPlace: 'leading', lineWidth: 80, semicolon: 'add' },
        checks: { unused: 'off', percent: 'warning' },
        inlayHints: { types: true },
        codeLens: { references: false },
      }),
    ).toEqual({
      format: { keywordCase: 'lower', commaPlace: 'leading', lineWidth: 80, semicolon: 'add' },
      checks: { unused: 'off', percent: 'warning' },
      inlayTypes: true,
      lensReferences: false,
    });
  });

  it('takes for not set what makes no sense', () => {
    const none = { format: {}, checks: {}, inlayTypes: false, lensReferences: true };
    for (const odd of [
      undefined,
      null,
      7,
      [],
      'x',
      { format: 1, checks: null, inlayHints: 'x', codeLens: [] },
    ])
      expect(readSettings(odd)).toEqual(none);
    expect(
      readSettings({ format: { keywordCase: 'Upper', lineWidth: '80' }, checks: { unused: 'never', x: 1 } }),
    ).toEqual(none);
  });
});
