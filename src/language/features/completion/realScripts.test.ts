import { describe, expect, it } from 'vitest';
import { corpusScripts } from '../../../../test/language/material.ts';
import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { complete } from './complete.ts';
import type { Completion } from './item.ts';

describe('completion in real scripts', () => {
  it('offers the name that stands at each place of the real scripts, whole or with the rest of the line missing', () => {
    const found = { whole: 0, cut: 0, all: 0 };
    for (const { text } of corpusScripts().filter(item => item.dialect === 'blink')) {
      const analysis = analyze(parseScript(text));
      for (const { offset, model } of analysis.statements) {
        if (model === undefined || model.broken) continue;
        for (const { start, target, use } of model.references) {
          if (use === 'declaration' || (target.kind === 'builtIn' && target.builtIn.kind === 'operator'))
            continue;
          const name = (target.kind === 'builtIn' ? target.builtIn.name : target.name).toLowerCase();
          const has = (given: Completion): boolean =>
            given.items.some(({ label }) =>
              [name, `${name}()`].includes(label.toLowerCase().replace(/^.*\./, '')),
            );
          const place = offset + start;
          const lineEnd = text.indexOf('\n', place);
          const cut = text.slice(0, place) + (lineEnd < 0 ? '' : text.slice(lineEnd));
          found.all++;
          if (has(complete(analysis, place, { language: 'en' }))) found.whole++;
          if (has(complete(analyze(parseScript(cut), analysis), place, { language: 'en' }))) found.cut++;
        }
      }
    }
    console.info(`names offered where they stand: ${found.whole} of ${found.all}, in cut lines ${found.cut}`);
    expect(found.all).toBeGreaterThan(900);
    expect(found.whole).toBe(found.all);
    expect(found.cut / found.all).toBeGreaterThan(0.98);
  });

  it('never fails, wherever it is asked for in real scripts, whole or cut off', () => {
    let asked = 0;
    for (const { text } of corpusScripts().slice(0, 30)) {
      const analysis = analyze(parseScript(text));
      for (const { offset, statement } of analysis.statements) {
        statement.tokens.ends.forEach((end, i) => {
          const found = complete(analysis, offset + end, { language: 'en' });
          expect(found.start).toBeLessThanOrEqual(offset + end);
          expect(found.end).toBeGreaterThanOrEqual(offset + end);
          if (i % 7 === 0)
            complete(analyze(parseScript(text.slice(0, offset + end))), offset + end, { language: 'zh' });
          asked++;
        });
      }
    }
    expect(asked).toBeGreaterThan(3000);
  });

  it('is fast in a script of 10,000 lines', () => {
    let text = '';
    const scripts = corpusScripts()
      .filter(item => item.dialect === 'blink')
      .map(item => item.text);
    for (let i = 0; text.split('\n').length < 10_000; i++) text += `${scripts[i % scripts.length] ?? ''};\n`;
    const analysis = analyze(parseScript(text));
    const places = analysis.statements.flatMap(({ offset, statement }) =>
      statement.tokens.ends.filter((_, i) => i % 40 === 20).map(end => offset + end),
    );
    const times: number[] = [];
    for (const place of places) {
      const before = performance.now();
      complete(analysis, place, { language: 'en' });
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
    console.info(
      `completion in 10,000 lines: ${times.length} times, median ${times[times.length >> 1]?.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`,
    );
    expect(p95).toBeLessThan(10);
  }, 60_000);
});
