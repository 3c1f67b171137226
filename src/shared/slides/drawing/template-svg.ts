/** What a template's layout draws beneath a slide, as SVG: its background, shapes, pictures and words, as far as Lectern draws them. The screen shows the same (`renderer/parts/slide-view/template-backdrop`). */
import { assertNever } from '../../assert-never'
import type { Paint, TemplateItem } from '../../model/template'
import { emuToPoints, type Emu } from '../../units'
import type { LayoutFrame, ScenePicture } from '../scene'
import { type PointBox, pointBox } from './point-box'
import { croppedImage, type DrawnPicture, number } from './svg-parts'
import { gradientCircle, gradientLine, pathIn, roundedRadius, tileIn, transformOf, uncropped } from './template-geometry'

type Shape = Pick<Extract<TemplateItem, { kind: 'shape' }>, 'shape' | 'path'>
type FindPicture = (hash: ScenePicture['asset']) => DrawnPicture | null
type TextLine = Extract<TemplateItem, { kind: 'text' }>['lines'][number]

/** What a template is drawn with. */
export type TemplateDrawnWith = {
  /** Null when it is gone. */
  readonly picture: FindPicture
  /** Words one after the other on one baseline; positions in points. */
  readonly words: (runs: TextLine['runs'], x: number, baseline: number, align: TextLine['align']) => string
}

/** @param page the whole slide, in points */
export function templateSvg({ background, items }: NonNullable<LayoutFrame['template']>, page: PointBox, { picture, words }: TemplateDrawnWith): string {
  const uprightSvg = (item: TemplateItem, box: PointBox, id: string): string => {
    switch (item.kind) {
      case 'picture':
        return croppedImage(picture(item.asset), box, item.crop)
      case 'shape':
        return shapeSvg(item, box, id, picture)
      case 'text':
        return item.lines.map(({ runs, x, baseline, align }) => words(runs, emuToPoints(x as Emu), emuToPoints(baseline as Emu), align)).join('')
      default:
        return assertNever(item)
    }
  }
  const drawn = items.map((item, index) => {
    const box = pointBox(item.box as Readonly<Record<keyof PointBox, Emu>>)
    const transform = transformOf(item, box)
    const upright = uprightSvg(item, box, `item-${index}`)
    return transform === null ? upright : `<g transform="${transform}">${upright}</g>`
  })
  return (background === null ? '' : painted(background, { shape: 'rectangle' }, page, 'ground', picture)) + drawn.join('')
}

function shapeSvg(item: Extract<TemplateItem, { kind: 'shape' }>, box: PointBox, id: string, picture: FindPicture): string {
  const outline = item.line === null ? '' : form(item, box, `fill="none" stroke="#${item.line.colour}" stroke-width="${number(item.line.width)}"`)
  return (item.fill === null ? '' : painted(item.fill, item, box, id, picture)) + outline
}

/** @param id of a gradient or pattern within the drawing */
function painted(paint: Paint, shape: Shape, box: PointBox, id: string, picture: FindPicture): string {
  switch (paint.kind) {
    case 'solid':
      return form(shape, box, `fill="#${paint.colour}" fill-opacity="${number(paint.opacity)}"`)
    case 'gradient': {
      const stops = paint.stops.map(({ at, colour, opacity }) => `<stop offset="${number(at)}" stop-color="#${colour}" stop-opacity="${number(opacity)}"/>`)
      const [name, places] = paint.focus === undefined ? ['linearGradient', gradientLine(paint)] : ['radialGradient', gradientCircle(paint.focus)]
      const attributes = Object.entries(places).map(([attribute, place]) => `${attribute}="${number(place)}"`)
      return `<${name} id="${id}" ${attributes.join(' ')}>${stops.join('')}</${name}>${form(shape, box, `fill="url(#${id})"`)}`
    }
    case 'picture': {
      const isWhole = paint.tile === undefined && shape.shape === 'rectangle'
      const tile = tileIn(paint.tile, box)
      const image = croppedImage(picture(paint.asset), isWhole ? box : { ...tile, x: 0, y: 0 }, uncropped)
      if (isWhole) return image
      return `<pattern id="${id}" patternUnits="userSpaceOnUse" x="${number(tile.x)}" y="${number(tile.y)}" width="${number(tile.width)}" height="${number(tile.height)}">${image}</pattern>${form(shape, box, `fill="url(#${id})"`)}`
    }
    default:
      return assertNever(paint)
  }
}

function form({ shape, path }: Shape, box: PointBox, paint: string): string {
  const { x, y, width, height } = box
  if (shape === 'free') return `<path d="${pathIn(path ?? '', box)}" fill-rule="evenodd" ${paint}/>`
  if (shape === 'line') return `<path d="M ${number(x)} ${number(y)} L ${number(x + width)} ${number(y + height)}" ${paint}/>`
  if (shape === 'ellipse') return `<ellipse cx="${number(x + width / 2)}" cy="${number(y + height / 2)}" rx="${number(width / 2)}" ry="${number(height / 2)}" ${paint}/>`
  return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="${number(shape === 'rounded' ? roundedRadius({ width, height }) : 0)}" ${paint}/>`
}
