import type { Language } from '../../../shared/language'
import type { SceneTable } from '../../../shared/slides/scene'
import { points } from '../../../shared/units'
import type { Relationships } from '../opc-package'
import { el, text, type Xml } from '../xml'
import { noFill, nonVisual, outline, solidFill, transform } from './drawing'
import { tableNamespace } from './namespaces'
import { NO_TABLE_STYLE } from './presentation-parts'
import { paragraphsXml } from './text-body'

/** Hairline under every row. */
const RULE = points(0.75)

type Line = SceneTable['heavyRule']

/** Edges of a cell in the order of the schema (CT_TableCellProperties, ECMA-376-1 §21.1.3.17): nothing beside it. */
const borders = (above: Line, beneath: Line): Xml[] => [outline(null, 'a:lnL'), outline(null, 'a:lnR'), outline(above, 'a:lnT'), outline(beneath, 'a:lnB')]

/** A native table whose first row is a header row for screen readers and for PowerPoint's own table tools. */
export const tableXml = (table: SceneTable, id: number, language: Language, relationships: Relationships): Xml => {
  const { x, y } = table.inset
  const { heavyRule } = table
  const light: Line = { colour: table.rule, width: RULE }
  const last = table.rows.length - 1
  const rows = table.rows.map((row, index) =>
    el(
      'a:tr',
      { h: row.height },
      row.cells.map((cell) =>
        el(
          'a:tc',
          {},
          el('a:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), paragraphsXml(cell.paragraphs, { language, relationships, inherited: null })),
          el('a:tcPr', { marL: x, marR: x, marT: y, marB: y, anchor: 'ctr' }, borders(index === 0 || table.rows[index - 1]?.header ? heavyRule : null, row.header || index === last ? (heavyRule ?? light) : light), row.fill ? solidFill(row.fill) : noFill),
        ),
      ),
    ),
  )
  return el(
    'p:graphicFrame',
    {},
    el('p:nvGraphicFramePr', {}, nonVisual({ id, name: table.name, alt: table.alt }), el('p:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noGrp: true })), el('p:nvPr')),
    transform(table.box, 'p:xfrm'),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: tableNamespace },
        el(
          'a:tbl',
          {},
          el('a:tblPr', { firstRow: table.rows[0]?.header ? true : undefined }, el('a:tableStyleId', {}, text(NO_TABLE_STYLE))),
          el('a:tblGrid', {}, table.columns.map((w) => el('a:gridCol', { w }))),
          rows,
        ),
      ),
    ),
  )
}
