/** `:::picture{focus="40 30" crop="10 0 80 100"}` around an image: what part of it is shown, in percent; `poster="…"` around a film: what stands for it. Markdown readers that do not know it still show the image. */
import type { BlockContent, PictureContent, PictureCrop, PicturePoint } from '../model/block'
import type { Warning } from '../outcome'
import type { ReadDirective } from './directive-content'
import type { FlowNode } from './flow-points'
import { plainContentOf } from './plain-content'
import { badAttribute, contentNotShown } from './talk-warnings'

/** What a block shows whose picture is framed: what stands around the picture is read as if the frame were not there. */
export const pictureOf = ({ attributes, flow, line }: ReadDirective, beside: readonly FlowNode[], warnings: Warning[]): BlockContent => {
  const content = plainContentOf([...flow, ...beside], warnings)
  const picture = content.kind === 'picture' || content.kind === 'points' ? content.picture : null
  if (picture === null || (content.kind !== 'picture' && content.kind !== 'points')) {
    warnings.push(contentNotShown(line, '“:::picture”里没有图片，它的取景', 'There is no picture in “:::picture”; its frame'))
    return content
  }
  return { ...content, picture: { ...picture, ...framing(attributes, line, warnings) } }
}

/** What the attributes of `:::picture` say; what cannot be read is warned of and left out. */
export const framing = (attributes: ReadDirective['attributes'], line: number, warnings: Warning[]): Pick<PictureContent, 'crop' | 'focus' | 'poster'> => {
  const focus = percents(attributes['focus'], 2)
  const crop = percents(attributes['crop'], 4)
  const point = focus === null ? null : pointOf(focus)
  const part = crop === null ? null : partOf(crop)
  if (focus !== null && point === null) warnings.push(badAttribute(line, `焦点“${attributes['focus'] ?? ''}”读不懂。请写两个 0–100 的数，例如 focus="40 30"。`, `The focus “${attributes['focus'] ?? ''}” cannot be read. Write two numbers from 0 to 100, such as focus="40 30".`))
  if (crop !== null && part === null) warnings.push(badAttribute(line, `取景“${attributes['crop'] ?? ''}”读不懂。请写左、上、宽、高四个百分数，例如 crop="10 0 80 100"。`, `The crop “${attributes['crop'] ?? ''}” cannot be read. Write left, top, width and height in percent, such as crop="10 0 80 100".`))
  const poster = attributes['poster']?.trim() ?? ''
  return { ...(part === null ? {} : { crop: part }), ...(point === null ? {} : { focus: point }), ...(poster === '' ? {} : { poster: { src: poster, line } }) }
}

/** Null without the attribute; NaN where a number is missing or is none. */
const percents = (text: string | undefined, count: number): readonly number[] | null => {
  if (text === undefined || text.trim() === '') return null
  const numbers = text.trim().split(/[\s,，;]+/).map(Number)
  return numbers.length === count ? numbers : [Number.NaN]
}

const isPercent = (value: number | undefined): value is number => value !== undefined && value >= 0 && value <= 100

const pointOf = ([x, y]: readonly number[]): PicturePoint | null => (isPercent(x) && isPercent(y) ? { x, y } : null)

/** A sliver of less than a percent shows nothing; a hair beyond the edge is a matter of rounding. */
const partOf = ([x, y, width, height]: readonly number[]): PictureCrop | null => {
  if (!isPercent(x) || !isPercent(y) || !isPercent(width) || !isPercent(height)) return null
  return width >= 1 && height >= 1 && x + width <= 100.01 && y + height <= 100.01 ? { x, y, width, height } : null
}
