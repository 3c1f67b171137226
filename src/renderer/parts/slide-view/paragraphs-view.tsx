import { type PlacedMarker, type PlacedParagraph, placeParagraphs } from '../../../shared/slides/drawing/place-paragraphs'
import type { PointBox } from '../../../shared/slides/drawing/point-box'
import type { SceneParagraph, SceneText } from '../../../shared/slides/scene'
import type { ColourRole } from '../../../shared/slides/theme'
import { roleColour } from './role-colour'

/** A placeholder of a template: text in its colour of a role is drawn in the colour that the template gives it. */
export type Inherited = { readonly style: { readonly colour: ColourRole }; readonly inherits: { readonly colour: string } }

type ParagraphsProps = { readonly paragraphs: readonly SceneParagraph[]; readonly box: PointBox; readonly anchor: SceneText['anchor']; readonly inherited?: Inherited | null }

/** Paragraphs in their box; one `<text>` a paragraph, so that it is read and copied as one. */
export function ParagraphsView({ paragraphs, box, anchor, inherited = null }: ParagraphsProps) {
  return placeParagraphs(paragraphs, box, anchor).map((paragraph, index) => <ParagraphView key={index} {...paragraph} inherited={inherited} />)
}

function ParagraphView({ align, x, marker, lines, inherited }: PlacedParagraph & { readonly inherited: Inherited | null }) {
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
              style={{ fill: inherited?.style.colour === run.style.colour ? `#${inherited.inherits.colour}` : roleColour(run.style.colour) }}
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
