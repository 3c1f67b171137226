/**
 * A scene as an SVG that needs no typeface: every character is an outline, so that whoever draws it – here a renderer without fonts – sets it where the layout broke
 * it. The screen has a view of its own (`renderer/parts/slide-view`), whose words can be selected and read aloud; both draw the same marks.
 */
import { assertNever } from '../../assert-never'
import { emuToPoints } from '../../units'
import { advancesOf } from '../break-lines'
import { notoSansSc } from '../font-metrics'
import { slideSizeOf } from '../page'
import { pagesOf } from '../page-source'
import type { Deck, LayoutFrame, Scene, SceneItem, ScenePicture, SceneShape, SceneText } from '../scene'
import type { ColourRole, Theme } from '../theme'
import { chartMarks } from './chart-marks'
import type { Label, Mark } from './mark'
import { placeParagraphs } from './place-paragraphs'
import { placeTable } from './place-table'
import { type PointBox, pointBox } from './point-box'
import { croppedImage, type DrawnPicture, number } from './svg-parts'
import { templateSvg } from './template-svg'

/** What a drawing needs from outside. */
export type DrawnWith = {
  /**
   * The outline of a character as a path in thousandths of an em, its baseline at 0 and y downwards; empty for what draws nothing or is not in the typeface.
   */
  readonly outline: (codePoint: number, bold: boolean) => string
  /** Null when it is gone. */
  readonly picture: (hash: ScenePicture['asset']) => DrawnPicture | null
}

/** As far as browsers lean upright letters where a typeface has no italics. */
const LEAN = -14
/** The line under a link: its distance from the baseline and its thickness, in ems. */
const UNDERLINE = { below: 0.12, thickness: 0.05 }

/** A slide as an SVG document whose user unit is a point. The same scene gives the same text. */
export function sceneSvg(scene: Scene, deck: Pick<Deck, 'size'>, theme: Theme, drawn: DrawnWith): string {
  const [width, height] = [emuToPoints(deck.size.width), emuToPoints(deck.size.height)]
  const frame = pagesOf(theme, slideSizeOf(deck.size)).frame(scene.layout)
  const page = new Drawing(frame, frame.template?.colours ?? theme.colours, drawn)
  const whole = { x: 0, y: 0, width, height }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${page.rectangle(whole, frame.background)}${frame.template === undefined ? '' : templateSvg(frame.template, whole, { picture: drawn.picture, words: (runs, x, baseline, align) => page.line(runs.map(({ colour, italic, ...run }) => ({ ...run, paint: `#${colour}`, leans: italic === true })), x, baseline, align) })}${[...frame.decorations, ...scene.items].map((item) => page.item(item)).join('')}</svg>`
}

class Drawing {
  constructor(
    private readonly frame: LayoutFrame,
    private readonly colours: Theme['colours'],
    private readonly drawn: DrawnWith,
  ) {}

  item(item: SceneItem): string {
    const box = pointBox(item.box)
    switch (item.kind) {
      case 'text':
        return this.paragraphs(item.paragraphs, box, item.anchor, this.inherited(item.placeholder))
      case 'shape':
        return this.shape(item, box)
      case 'picture':
        return this.picture(item, box)
      case 'table':
        return placeTable(item, box)
          .map(({ box: row, fill, rules, cells }) => [this.rectangle(row, fill), ...rules.map(({ y, thickness, colour }) => this.rectangle({ ...row, y, height: thickness }, colour)), ...cells.map((cell) => this.paragraphs(cell.paragraphs, cell.box, 'middle'))].join(''))
          .join('')
      case 'chart':
        return chartMarks(item, box).map((mark) => this.mark(mark)).join('')
      default:
        return assertNever(item)
    }
  }

  rectangle(box: PointBox, fill: ColourRole | null): string {
    return painted(box, this.colour(fill))
  }

  private colour(role: ColourRole | null): string {
    return role === null ? 'none' : `#${this.colours[role]}`
  }

  private shape({ shape, fill, line, radius }: SceneShape, { x, y, width, height }: PointBox): string {
    const paint = `fill="${this.colour(fill)}"${line === null ? '' : ` stroke="${this.colour(line.colour)}" stroke-width="${number(line.width)}"`}`
    switch (shape) {
      case 'ellipse':
        return `<ellipse cx="${number(x + width / 2)}" cy="${number(y + height / 2)}" rx="${number(width / 2)}" ry="${number(height / 2)}" ${paint}/>`
      case 'line':
        return `<path d="M ${number(x)} ${number(y)} L ${number(x + width)} ${number(y + height)}" ${paint}/>`
      case 'rounded':
      case 'rectangle':
        return `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" rx="${number(shape === 'rounded' && radius !== undefined ? emuToPoints(radius) : 0)}" ${paint}/>`
      default:
        return assertNever(shape)
    }
  }

  private picture({ asset, crop }: ScenePicture, box: PointBox): string {
    const picture = this.drawn.picture(asset)
    return picture === null ? this.rectangle(box, 'neutral-1') : croppedImage(picture, box, crop)
  }

  private mark(mark: Mark): string {
    switch (mark.kind) {
      case 'rectangle':
        return this.rectangle(mark, mark.fill)
      case 'circle':
        return `<circle cx="${number(mark.x)}" cy="${number(mark.y)}" r="${number(mark.radius)}" fill="${this.colour(mark.fill)}"/>`
      case 'path':
        return `<path d="${mark.path}" fill="${this.colour(mark.fill)}"${mark.stroke === undefined ? '' : ` stroke="${this.colour(mark.stroke.colour)}" stroke-width="${number(mark.stroke.width)}" stroke-linejoin="round"`}/>`
      case 'label':
        return this.line([{ ...mark, paint: this.colour(mark.colour) }], mark.x, mark.y, mark.align)
      default:
        return assertNever(mark)
    }
  }

  /** Text of a template's placeholder that has the placeholder's role has the colour that the template gives it. */
  private inherited(role: SceneText['placeholder']): ((own: ColourRole) => string) | undefined {
    const found = this.frame.placeholders.find(({ placeholder }) => placeholder === role)
    return found?.inherits === undefined ? undefined : (own) => (own === found.style.colour ? `#${found.inherits?.colour}` : this.colour(own))
  }

  private paragraphs(paragraphs: SceneText['paragraphs'], box: PointBox, anchor: SceneText['anchor'], paint = (role: ColourRole) => this.colour(role)): string {
    return placeParagraphs(paragraphs, box, anchor)
      .map(({ align, x, marker, lines }) => {
        const hung = marker === null ? '' : marker.kind === 'dot' ? this.mark({ ...marker, kind: 'circle', fill: marker.colour }) : this.line([{ ...marker, bold: false, paint: this.colour(marker.colour) }], marker.x, marker.y, 'start')
        return hung + lines.map(({ baseline, runs }) => this.line(runs.map(({ text, style, italic, href }) => ({ text, size: style.size, bold: style.bold, paint: paint(style.colour), leans: italic === true, underlined: href !== undefined })), x, baseline, align)).join('')
      })
      .join('')
  }

  /** Stretches of text one after the other on one baseline. */
  line(stretches: readonly Stretch[], x: number, baseline: number, align: Label['align']): string {
    const advances = stretches.map(advancesIn)
    const widths = advances.map((each) => each.reduce((sum, one) => sum + one, 0))
    const width = widths.reduce((sum, one) => sum + one, 0)
    let at = x - (align === 'start' ? 0 : align === 'middle' ? width / 2 : width)
    return stretches
      .map((stretch, index) => {
        const start = at
        at += widths[index]!
        const line = stretch.underlined === true ? painted({ x: start, y: baseline + stretch.size * UNDERLINE.below, width: widths[index]!, height: stretch.size * UNDERLINE.thickness }, stretch.paint) : ''
        return line + this.outlines(stretch, advances[index]!, start, baseline)
      })
      .join('')
  }

  private outlines({ text, size, bold, paint, leans = false }: Stretch, advances: Float64Array, x: number, baseline: number): string {
    let at = x
    let offset = 0
    const scale = number(size / 1000, 6)
    const characters = Array.from(text).map((character) => {
      const codePoint = character.codePointAt(0) ?? 0
      const path = this.drawn.outline(codePoint, bold)
      const advance = advances[offset]!
      // The typeface has these at the end of a full em, of which Latin text leaves out the beginning.
      const left = OPENING_QUOTE.test(character) ? at + advance - notoSansSc.advance(codePoint, bold) * size : at
      const drawn = path === '' ? '' : `<path transform="translate(${number(left)} ${number(baseline)}) scale(${scale})${leans ? ` skewX(${LEAN})` : ''}" d="${path}"/>`
      at += advance
      offset += character.length
      return drawn
    })
    return `<g fill="${paint}">${characters.join('')}</g>`
  }
}

/** Text of one look. */
type Stretch = Pick<Label, 'text' | 'size' | 'bold'> & { readonly paint: string; readonly leans?: boolean; readonly underlined?: boolean }

const OPENING_QUOTE = /[\u2018\u201c]/

const advancesIn = ({ text, size, bold }: Stretch): Float64Array => advancesOf([{ text, style: { size, bold } }], notoSansSc)

const painted = ({ x, y, width, height }: PointBox, paint: string): string => `<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="${paint}"/>`
