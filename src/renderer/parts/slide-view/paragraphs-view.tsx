import { type PlacedMarker, type PlacedParagraph, placeParagraphs } from '../../../shared/slides/drawing/place-paragraphs'
import type { PointBox } from '../../../shared/slides/drawing/point-box'
import type { SceneParagraph, SceneText } from '../../../shared/slides/scene'
import { roleColour } from './role-colour'

type ParagraphsProps = { readonly paragraphs: readonly SceneParagraph[]; readonly box: PointBox; readonly anchor: SceneText['anchor'] }

/** Paragraphs in their box; one `<text>` a paragraph, so that it is read and copied as one. */
export function ParagraphsView({ paragraphs, box, anchor }: ParagraphsProps) {
  return placeParagraphs(paragraphs, box, anchor).map((paragraph, index) => <ParagraphView key={index} {...paragraph} />)
}

function ParagraphView({ align, x, marker, lines }: PlacedParagraph) {
  return (
    <>
      {marker && <MarkerView marker={marker} />}
      <text textAnchor={align}>
        {lines.map(({ baseline, runs }, line) =>
          runs.map((run, index) => (
            <tspan
              key={`${line}.${index}`}
              {...(index === 0 ? { x, y: baseline } : {})}
              fontSize={run.style.size}
              fontWeight={run.style.bold ? 700 : 400}
              fontStyle={run.italic ? 'italic' : undefined}
              textDecoration={run.href ? 'underline' : undefined}
              className={run.style.font === 'heading' ? 'slide-heading' : undefined}
              style={{ fill: roleColour(run.style.colour) }}
            >
              {run.text}
            </tspan>
          )),
        )}
      </text>
    </>
  )
}

function MarkerView({ marker }: { readonly marker: PlacedMarker }) {
  const style = { fill: roleColour(marker.colour) }
  if (marker.kind === 'dot') return <circle aria-hidden cx={marker.x} cy={marker.y} r={marker.radius} style={style} />
  return (
    <text aria-hidden x={marker.x} y={marker.y} fontSize={marker.size} style={style}>
      {marker.text}
    </text>
  )
}
