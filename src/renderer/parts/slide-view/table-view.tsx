import { placeTable } from '../../../shared/slides/drawing/place-table'
import type { PointBox } from '../../../shared/slides/drawing/point-box'
import type { SceneTable } from '../../../shared/slides/scene'
import { ParagraphsView } from './paragraphs-view'
import { roleColour } from './role-colour'

/** A table that is read by rows and cells. */
export function TableView({ table, box: whole }: { readonly table: SceneTable; readonly box: PointBox }) {
  return (
    <g role="table" aria-label={table.alt} className="slide-figures">
      {placeTable(table, whole).map(({ header, box, fill, rules, cells }, index) => (
        <g key={index} role="row">
          <rect aria-hidden x={box.x} y={box.y} width={box.width} height={box.height} style={{ fill: roleColour(fill) }} />
          {rules.map(({ y, thickness, colour }) => (
            <rect key={y} aria-hidden x={box.x} y={y} width={box.width} height={thickness} style={{ fill: roleColour(colour) }} />
          ))}
          {cells.map((cell, column) => (
            <g key={column} role={header ? 'columnheader' : 'cell'}>
              <ParagraphsView paragraphs={cell.paragraphs} anchor="middle" box={cell.box} />
            </g>
          ))}
        </g>
      ))}
    </g>
  )
}
