/** A picture as the fields of a form, and back into the Markdown of its material. */
import type { Image, Nodes } from 'mdast'
import { parseFlow } from '../markdown/flow'
import { insertLines, splice } from '../markdown/splice'
import { writePicture } from '../markdown/write-content'

/** `src` is empty as long as there is no picture. `alt` describes it to those who cannot see it; the caption stands below it. */
export type PictureFields = { readonly src: string; readonly alt: string; readonly caption: string }

/** The first picture of a body. */
export const readPicture = (body: string): PictureFields => {
  const image = imageIn(body)
  return { src: image?.url ?? '', alt: image?.alt ?? '', caption: image?.title ?? '' }
}

/** Whether something stands beside the picture: that stays, and is edited as text. */
export const hasMoreThanPicture = (body: string): boolean => {
  const place = imageIn(body)?.position
  return (place === undefined ? body : `${body.slice(0, place.start.offset)}${body.slice(place.end.offset)}`).trim() !== ''
}

/** Writes the fields in place of the first picture, or at the end of a body that has none; without an address nothing is written. */
export const writePictureInto = (body: string, fields: PictureFields): string => {
  const before = readPicture(body)
  if (fields.src === '' || (fields.src === before.src && fields.alt === before.alt && fields.caption === before.caption)) return body
  const image = imageIn(body)
  const text = writePicture(fields)
  const start = image?.position?.start.offset
  const end = image?.position?.end.offset
  return start === undefined || end === undefined ? insertLines(body, body.length, text) : splice(body, { start, end, text })
}

/** The first image of a body. */
export const imageIn = (body: string): Image | undefined => firstImage(parseFlow(body))

const firstImage = (node: Nodes): Image | undefined => {
  if (node.type === 'image') return node
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    const found = firstImage(child)
    if (found !== undefined) return found
  }
  return undefined
}
