import '@fontsource/noto-sans-sc/400.css'
import '@fontsource/noto-sans-sc/700.css'
import './slide-view.css'
import { memo } from 'react'
import { assertNever } from '../../../shared/assert-never'
import { pictureExtent } from '../../../shared/slides/drawing/picture-extent'
import { type PointBox, pointBox } from '../../../shared/slides/drawing/point-box'
import { slideSizeOf } from '../../../shared/slides/page'
import { pagesOf } from '../../../shared/slides/page-source'
import type { Deck, LayoutFrame, Scene, SceneItem, ScenePicture, SceneShape } from '../../../shared/slides/scene'
import type { Theme } from '../../../shared/slides/theme'
import { emuToPoints } from '../../../shared/units'
import { ChartView } from './chart-view'
import { type Inherited, ParagraphsView } from './paragraphs-view'
import { roleColour, themeVariables } from './role-colour'
import { TableView } from './table-view'
import { TemplateBackdrop } from './template-backdrop'

type SlideViewProps = {
  readonly scene: Scene
  readonly deck: Pick<Deck, 'size' | 'language'>
  readonly theme: Theme
  /** Address of a picture's bytes by its hash; null while it is being fetched or when it is gone. */
  readonly pictureUrl: (hash: string) => string | null
}

/** One slide exactly as it is exported. Fills its container's width at the slide's own ratio. */
export const SlideView = memo(function SlideView({ scene, deck, theme, pictureUrl }: SlideViewProps) {
  const width = emuToPoints(deck.size.width)
  const height = emuToPoints(deck.size.height)
  const frame = pagesOf(theme, slideSizeOf(deck.size)).frame(scene.layout)
  const inherited = (item: SceneItem): Inherited | null => (item.kind === 'text' && item.placeholder !== null ? inheritedIn(frame, item.placeholder) : null)
  return (
    <svg className="slide-view" role="group" aria-label={scene.title} lang={deck.language} viewBox={`0 0 ${width} ${height}`} style={themeVariables(theme, frame.template?.colours)}>
      <rect aria-hidden width={width} height={height} style={{ fill: roleColour(frame.background) }} />
      {frame.template && <TemplateBackdrop backdrop={frame.template} width={width} height={height} pictureUrl={pictureUrl} />}
      {frame.decorations.map((shape) => (
        <ShapeView key={shape.name} shape={shape} />
      ))}
      {scene.items.map((item) => (
        <ItemView key={item.name} item={item} inherited={inherited(item)} pictureUrl={pictureUrl} />
      ))}
    </svg>
  )
})

/** What a template's placeholder gives its text; the same object for the same frame, so that nothing is drawn again. */
function inheritedIn({ placeholders }: LayoutFrame, role: LayoutFrame['placeholders'][number]['placeholder']): Inherited | null {
  const found = placeholders.find(({ placeholder }) => placeholder === role)
  return found?.inherits === undefined ? null : (found as Inherited)
}

/** Items that a layouter remembers are the same objects: while a script is written, its slide is not drawn again. */
const ItemView = memo(function ItemView({ item, inherited, pictureUrl }: { readonly item: SceneItem; readonly inherited: Inherited | null; readonly pictureUrl: SlideViewProps['pictureUrl'] }) {
  const box = pointBox(item.box)
  switch (item.kind) {
    case 'text':
      return <ParagraphsView paragraphs={item.paragraphs} box={box} anchor={item.anchor} inherited={inherited} />
    case 'shape':
      return <ShapeView shape={item} />
    case 'picture':
      return <PictureView picture={item} box={box} url={pictureUrl(item.asset)} />
    case 'table':
      return <TableView table={item} box={box} />
    case 'chart':
      return <ChartView chart={item} box={box} />
    default:
      return assertNever(item)
  }
})

function ShapeView({ shape }: { readonly shape: SceneShape }) {
  const { x, y, width, height } = pointBox(shape.box)
  const style = { fill: roleColour(shape.fill), stroke: roleColour(shape.line?.colour ?? null), strokeWidth: shape.line?.width }
  switch (shape.shape) {
    case 'ellipse':
      return <ellipse aria-hidden cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} style={style} />
    case 'line':
      return <line aria-hidden x1={x} y1={y} x2={x + width} y2={y + height} style={style} />
    case 'rounded':
      return <rect aria-hidden x={x} y={y} width={width} height={height} rx={shape.radius === undefined ? 0 : emuToPoints(shape.radius)} style={style} />
    case 'rectangle':
      return <rect aria-hidden x={x} y={y} width={width} height={height} style={style} />
    default:
      return assertNever(shape.shape)
  }
}

/** The picture cropped to its box: the nested viewport cuts off what the crop names. What is transparent in it shows the page, as in the exported slide. */
function PictureView({ picture, box, url }: { readonly picture: ScenePicture; readonly box: PointBox; readonly url: string | null }) {
  return (
    <svg x={box.x} y={box.y} width={box.width} height={box.height} role="img" aria-label={picture.alt}>
      {url === null ? (
        <rect width={box.width} height={box.height} style={{ fill: roleColour('neutral-1') }} />
      ) : (
        <image href={url} {...pictureExtent(box, picture.crop)} preserveAspectRatio="none" />
      )}
    </svg>
  )
}
