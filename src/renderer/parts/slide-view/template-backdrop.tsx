import { memo, useId } from 'react'
import { assertNever } from '../../../shared/assert-never'
import type { Paint, TemplateItem } from '../../../shared/model/template'
import { pictureExtent } from '../../../shared/slides/drawing/picture-extent'
import { gradientCircle, gradientLine, pathIn, roundedRadius, tileIn, transformOf, uncropped } from '../../../shared/slides/drawing/template-geometry'
import type { LayoutFrame } from '../../../shared/slides/scene'
import { emuToPoints, type Emu } from '../../../shared/units'

type BackdropProps = {
  readonly backdrop: NonNullable<LayoutFrame['template']>
  readonly width: number
  readonly height: number
  readonly pictureUrl: (hash: string) => string | null
}

/** What a template's layout draws beneath a slide: its background, its shapes, pictures and words, as far as Lectern draws them. The same for as long as the layout is: a key in the text draws none of it again. */
export const TemplateBackdrop = memo(function TemplateBackdrop({ backdrop: { background, items }, width, height, pictureUrl }: BackdropProps) {
  return (
    <g aria-hidden>
      {background && <Painted paint={background} box={{ x: 0, y: 0, width, height }} pictureUrl={pictureUrl} />}
      {items.map((item, index) => {
        const box = { x: emuToPoints(item.box.x as Emu), y: emuToPoints(item.box.y as Emu), width: emuToPoints(item.box.width as Emu), height: emuToPoints(item.box.height as Emu) }
        return (
          <g key={index} transform={transformOf(item, box) ?? undefined}>
            {item.kind === 'picture' && <Cropped url={pictureUrl(item.asset)} box={box} crop={item.crop} />}
            {item.kind === 'shape' && item.fill && <Painted paint={item.fill} box={box} shape={item} pictureUrl={pictureUrl} />}
            {item.kind === 'shape' && item.line && <Outline box={box} shape={item} colour={item.line.colour} width={item.line.width} />}
            {item.kind === 'text' && item.lines.map((line, at) => <Words key={at} {...line} />)}
          </g>
        )
      })}
    </g>
  )
})

function Words({ x, baseline, align, runs }: Extract<TemplateItem, { kind: 'text' }>['lines'][number]) {
  return (
    <text x={emuToPoints(x as Emu)} y={emuToPoints(baseline as Emu)} textAnchor={align}>
      {runs.map(({ text, size, bold, italic, colour }, index) => (
        <tspan key={index} fontSize={size} fontWeight={bold ? 700 : 400} fontStyle={italic ? 'italic' : undefined} style={{ fill: `#${colour}` }}>
          {text}
        </tspan>
      ))}
    </text>
  )
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
type Shape = Pick<Extract<TemplateItem, { kind: 'shape' }>, 'shape' | 'path'>

const RECTANGLE: Shape = { shape: 'rectangle' }

function Outline({ box, shape, colour, width }: { readonly box: Box; readonly shape: Shape; readonly colour: string; readonly width: number }) {
  const style = { fill: 'none', stroke: `#${colour}`, strokeWidth: width }
  if (shape.shape === 'line') return <line x1={box.x} y1={box.y} x2={box.x + box.width} y2={box.y + box.height} style={style} />
  return <Form box={box} shape={shape} style={style} />
}

function Form({ box, shape: { shape, path }, style }: { readonly box: Box; readonly shape: Shape; readonly style: React.CSSProperties }) {
  const { x, y, width, height } = box
  if (shape === 'free') return <path d={pathIn(path ?? '', box)} fillRule="evenodd" style={style} />
  if (shape === 'ellipse') return <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} style={style} />
  return <rect x={x} y={y} width={width} height={height} rx={shape === 'rounded' ? roundedRadius({ width, height }) : 0} style={style} />
}

function Painted({ paint, box, shape = RECTANGLE, pictureUrl }: { readonly paint: Paint; readonly box: Box; readonly shape?: Shape; readonly pictureUrl: BackdropProps['pictureUrl'] }) {
  const id = useId()
  switch (paint.kind) {
    case 'solid':
      return <Form box={box} shape={shape} style={{ fill: `#${paint.colour}`, fillOpacity: paint.opacity }} />
    case 'gradient': {
      const stops = paint.stops.map((stop, index) => <stop key={index} offset={stop.at} stopColor={`#${stop.colour}`} stopOpacity={stop.opacity} />)
      return (
        <>
          {paint.focus ? (
            <radialGradient id={id} {...gradientCircle(paint.focus)}>
              {stops}
            </radialGradient>
          ) : (
            <linearGradient id={id} {...gradientLine(paint)}>
              {stops}
            </linearGradient>
          )}
          <Form box={box} shape={shape} style={{ fill: `url(#${id})` }} />
        </>
      )
    }
    case 'picture': {
      const isWhole = paint.tile === undefined && shape.shape === 'rectangle'
      const tile = tileIn(paint.tile, box)
      const image = <Cropped url={pictureUrl(paint.asset)} box={isWhole ? box : { ...tile, x: 0, y: 0 }} crop={uncropped} />
      if (isWhole) return image
      return (
        <>
          <pattern id={id} patternUnits="userSpaceOnUse" {...tile}>
            {image}
          </pattern>
          <Form box={box} shape={shape} style={{ fill: `url(#${id})` }} />
        </>
      )
    }
    default:
      return assertNever(paint)
  }
}

/** A picture stretched over its box, as templates have them; nothing while it is being fetched. */
function Cropped({ url, box, crop }: { readonly url: string | null; readonly box: Box; readonly crop: typeof uncropped }) {
  if (url === null) return null
  return (
    <svg x={box.x} y={box.y} width={box.width} height={box.height}>
      <image href={url} {...pictureExtent(box, crop)} preserveAspectRatio="none" />
    </svg>
  )
}
