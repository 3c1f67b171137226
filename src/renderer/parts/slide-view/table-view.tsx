import type { SceneTable } from '../../../shared/slides/scene'
import type { ColourRole } from '../../../shared/slides/theme'
import { emuToPoints } from '../../../shared/units'
import { ParagraphsView, type PointBox } from './paragraphs-view'
import { roleColour } from './role-colour'

const LIGHT = 0.75

/** A table: filled rows, a hairline under each, text in the middle of its cell. */
export function TableView({ table, box }: { readonly table: SceneTable; readonly box: PointBox }) {
  const { heavyRule } = table
  const light = { colour: table.rule, width: LIGHT }
  const insetX = emuToPoints(table.inset.x)
  const insetY = emuToPoints(table.inset.y)
  const width = table.columns.reduce((sum, column) => sum + emuToPoints(column), 0)
  const lefts = table.columns.map((_, index) => box.x + table.columns.slice(0, index).reduce((sum, column) => sum + emuToPoints(column), 0))
  return (
    <g role="table" aria-label={table.alt} className="slide-figures">
      {table.rows.map((row, rowIndex) => {
        const y = box.y + table.rows.slice(0, rowIndex).reduce((sum, { height }) => sum + emuToPoints(height), 0)
        const height = emuToPoints(row.height)
        return (
          <g key={rowIndex} role="row">
            <rect aria-hidden x={box.x} y={y} width={width} height={height} style={{ fill: roleColour(row.fill) }} />
            {rowIndex === 0 && heavyRule && <RuleView x={box.x} y={y} width={width} rule={heavyRule} />}
            <RuleView x={box.x} y={y + height} width={width} rule={row.header || rowIndex === table.rows.length - 1 ? (heavyRule ?? light) : light} />
            {row.cells.map((cell, column) => (
              <g key={column} role={row.header ? 'columnheader' : 'cell'}>
                <ParagraphsView paragraphs={cell.paragraphs} anchor="middle" box={{ x: (lefts[column] ?? box.x) + insetX, y: y + insetY, width: emuToPoints(table.columns[column] ?? table.box.width) - 2 * insetX, height: height - 2 * insetY }} />
              </g>
            ))}
          </g>
        )
      })}
    </g>
  )
}

/** A line across the table, its middle at `y`. */
function RuleView({ x, y, width, rule }: { readonly x: number; readonly y: number; readonly width: number; readonly rule: { readonly colour: ColourRole; readonly width: number } }) {
  return <rect aria-hidden x={x} y={y - rule.width / 2} width={width} height={rule.width} style={{ fill: roleColour(rule.colour) }} />
}
