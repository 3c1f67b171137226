/** The frame of a block's picture — the part that is shown and what must stay in sight — as fields, and back: `:::picture` around the image. */
import type { PictureCrop, PicturePoint } from '../model/block'
import { splice } from '../markdown/splice'
import { writeDirective } from '../markdown/write-content'
import { framing } from '../markdown/picture-content'
import { directiveIn, openingOf } from './directive-in'
import { imageIn } from './picture-fields'
import { setAttribute } from './set-attribute'

/** Null: the whole picture, and no point that matters more than others. `poster` is the address of what stands for a film; absent without, and when written left as it is. */
export type PictureFrame = { readonly crop: PictureCrop | null; readonly focus: PicturePoint | null; readonly poster?: string }

export const readFrame = (body: string): PictureFrame => {
  const { crop = null, focus = null, poster } = framing(directiveIn(body, 'picture')?.attributes ?? {}, 0, [])
  return { crop, focus, ...(poster && { poster: poster.src }) }
}

/** A frame without anything to say is taken away; the image stays. A body without a picture gets no frame. */
export const writeFrame = (body: string, { crop, focus, poster }: PictureFrame): string => {
  const attributes: Readonly<Record<string, string>> = { focus: focus === null ? '' : numbers(focus.x, focus.y), crop: crop === null ? '' : numbers(crop.x, crop.y, crop.width, crop.height), ...(poster === undefined ? {} : { poster }) }
  const directive = directiveIn(body, 'picture')
  if (directive === undefined) {
    return Object.values(attributes).every((value) => value === '') ? body : replaceImage(body, (image) => writeDirective('picture', attributes, image))
  }
  const inner = body.slice(directive.innerStart, directive.innerEnd).trimEnd()
  const tail = /[\r\n]*$/.exec(body.slice(directive.start, directive.end))?.[0] ?? ''
  const opening = Object.entries(attributes).reduce((fence, [key, value]) => setAttribute(fence, key, value), openingOf(body, directive))
  if (!opening.includes('{')) return splice(body, { start: directive.start, end: directive.end, text: inner + tail })
  return splice(body, { start: directive.start, end: directive.start + openingOf(body, directive).length, text: opening })
}

/** A tenth of a percent is finer than a projector. */
const numbers = (...values: readonly number[]): string => values.map((value) => String(Math.round(value * 10) / 10)).join(' ')

/** The image on lines of its own, in place of where it stood. */
const replaceImage = (body: string, make: (image: string) => string): string => {
  const place = imageIn(body)?.position
  const start = place?.start.offset
  const end = place?.end.offset
  if (start === undefined || end === undefined) return body
  const lead = body.slice(0, start).trimEnd()
  const rest = body.slice(end).trimStart()
  return [lead, make(body.slice(start, end)), rest].filter((part) => part !== '').join('\n\n')
}
