import { nothing, svg, type SVGTemplateResult } from 'lit';
import { stripePath } from '../export/asSvg.ts';
import { styled } from '../../shared/styled.ts';
import { moreId, SIZE, type PlacedRow, type PlacedTable } from '../graph/layout.ts';
import type { Links } from '../graph/paths.ts';
import type { Ui } from '../ui.ts';
import { ROLE_COLOR, signOf } from './looks.ts';

const INSET = 4;
const PORT = 3;

/** A table of the graph: its head, its rows, and the line for those it does not show. */
export function tableBox(placed: PlacedTable, links: Links, ui: Ui): SVGTemplateResult {
  const { table, x, y, width, height, title, subtitle, rows, more } = placed;
  const { texts } = ui;
  const columns = table.rows.filter(({ is }) => is === 'column').length;
  const firstCondition = rows.find(({ row }) => row.is === 'condition');
  return svg`<g class="table ${table.isDeclared ? '' : 'undeclared'}" data-role=${table.role} data-line=${table.id} transform="translate(${x} ${y})"
      ${styled({ '--role': ROLE_COLOR[table.role] })}>
    <rect class="box" width=${width} height=${height} rx="6"></rect>
    <path class="stripe" d=${stripePath(width)}></path>
    <g class="stop head" id=${table.id} data-stop=${table.id} tabindex="-1" role="button"
        aria-label=${texts.tableLabel(table.name, texts.role[table.role], columns, table.isDeclared)}>
      ${back(width, INSET, SIZE.header - 2 * INSET)}
      <text class="title" x=${SIZE.padding} y="17">${title}</text>
      <text class="subtitle" x=${SIZE.padding} y="32">${subtitle}</text>
    </g>
    <line class="line" x1="0" x2=${width} y1=${SIZE.header - 1} y2=${SIZE.header - 1}></line>
    ${rows.map(row => rowLine(row, placed, links, ui))}
    ${
      firstCondition && firstCondition !== rows[0]
        ? svg`<line class="line" x1=${SIZE.padding} x2=${width - SIZE.padding} y1=${firstCondition.y} y2=${firstCondition.y}></line>`
        : nothing
    }
    ${
      more
        ? svg`<g class="stop more" data-stop=${moreId(table.id)} tabindex="-1" role="button"
            aria-expanded=${more.hidden.length === 0} transform="translate(0 ${more.y})"
            aria-label=${more.hidden.length > 0 ? texts.more(more.hidden.length) : texts.less}>
          ${back(width, 1, SIZE.row - 2)}
          <text class="name" x=${SIZE.padding} y=${SIZE.row / 2}>${
            more.hidden.length > 0 ? `⋯ ${texts.more(more.hidden.length)}` : texts.less
          }</text>
        </g>`
        : nothing
    }
  </g>`;
}

function back(width: number, y: number, height: number): SVGTemplateResult {
  return svg`<rect class="back" x=${INSET} y=${y} width=${width - 2 * INSET} height=${height} rx="4"></rect>`;
}

function rowLine(placed: PlacedRow, { table, width }: PlacedTable, links: Links, ui: Ui): SVGTemplateResult {
  const { texts } = ui;
  const { row, y, name, type } = placed;
  const middle = SIZE.row / 2;
  const before = links.incoming.get(row.id)?.length ?? 0;
  const after = links.outgoing.get(row.id)?.length ?? 0;
  const isCondition = row.is === 'condition';
  const word = conditionWord(row.kind, ui);
  const label = isCondition
    ? texts.conditionLabel(word, row.name, table.name)
    : texts.columnLabel(row.name, row.type ?? '', table.name, texts.role[table.role]);
  return svg`<g class="stop row ${row.is}" data-stop=${row.id} tabindex="-1" role="button"
      transform="translate(0 ${y})" aria-label=${`${label}; ${texts.links(before, after)}`}>
    ${back(width, 1, SIZE.row - 2)}
    ${isCondition ? svg`<text class="word" x=${SIZE.padding} y=${middle}>${word}</text>` : nothing}
    <text class="name" x=${SIZE.padding + (isCondition ? placed.indent : 0)} y=${middle}>${name}</text>
    ${type === '' ? nothing : svg`<text class="type" x=${width - SIZE.padding} y=${middle}>${type}</text>`}
    ${isCondition ? nothing : svg`<text class="sign" x=${width - SIZE.padding - placed.typeWidth - SIZE.sign / 2} y=${middle}>${signOf(row)}</text>`}
    ${before > 0 ? svg`<circle class="port" cx="0" cy=${middle} r=${PORT}></circle>` : nothing}
    ${after > 0 ? svg`<circle class="port" cx=${width} cy=${middle} r=${PORT}></circle>` : nothing}
  </g>`;
}

/** The word before a condition, such as `FILTER`. */
export function conditionWord(kind: PlacedRow['row']['kind'], { texts }: Ui): string {
  return kind === 'filter' || kind === 'join' || kind === 'group' ? texts.condition[kind] : '';
}
