import type { Drawing } from '../drawing.ts';
import type { Ui } from '../ui.ts';
import { signOf } from '../view/looks.ts';
import { conditionWord } from '../view/tableBox.ts';
import { asSvg } from './asSvg.ts';
import { currentPalette } from './palette.ts';

/** The graph as it is drawn, in the colours of the page, as a file. */
export function drawingSvg({ layout }: Drawing, sink: string, ui: Ui): string {
  const { texts } = ui;
  return asSvg(
    layout,
    {
      title: texts.graphLabel(sink),
      sign: signOf,
      conditionWord: ({ kind }) => conditionWord(kind, ui),
      more: texts.more,
    },
    currentPalette(),
  );
}
