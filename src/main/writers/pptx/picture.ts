import { isFilm } from '../../../shared/model/media'
import type { ScenePicture } from '../../../shared/slides/scene'
import type { Relationships } from '../opc-package'
import { el, type Xml } from '../xml'
import { nonVisual, rectangle, transform } from './drawing'

/** Fractions as ST_Percentage writes them, in thousandths of a percent (ECMA-376-1 §22.9.2.9). */
const thousandths = (fraction: number): number => Math.round(fraction * 100_000)

/** Relationships of a picture. `played` is the film or sound it stands for: once as every program since 2007 finds it, once as PowerPoint does since 2010. */
export type PictureLinks = { readonly image: string; readonly played?: { readonly tag: 'a:videoFile' | 'a:audioFile'; readonly linked: string; readonly embedded: string } }

/** @param parts of the poster, and of what is played */
export const pictureLinks = ({ media }: ScenePicture, relationships: Relationships, parts: { readonly image: string; readonly played: string | null }): PictureLinks => {
  const image = relationships.to('image', parts.image)
  if (media === undefined || parts.played === null) return { image }
  const kind = isFilm(media.mime) ? 'video' : 'audio'
  return { image, played: { tag: `a:${kind}File`, linked: relationships.to(kind, parts.played), embedded: relationships.to('media', parts.played) } }
}

/** The film or sound behind a picture: ECMA-376-1 §20.1.3.6 and §20.1.3.2, and the part embedded in the package ([MS-PPTX] §2.2.3.7). */
const playedXml = ({ tag, linked, embedded }: NonNullable<PictureLinks['played']>): Xml[] => [
  el(tag, { 'r:link': linked }),
  el('p:extLst', {}, el('p:ext', { uri: '{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}' }, el('p14:media', { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main', 'r:embed': embedded }))),
]

/** A picture cropped to its box. `alt` must not be empty; `userDrawn` where it belongs to a layout or the master. */
export const pictureXml = (picture: ScenePicture, id: number, { image, played }: PictureLinks, alt: string, userDrawn = false): Xml => {
  const { left, top, right, bottom } = picture.crop
  const cropped = left > 0 || top > 0 || right > 0 || bottom > 0
  return el(
    'p:pic',
    {},
    el(
      'p:nvPicPr',
      {},
      nonVisual({ id, name: picture.name, alt, played: played !== undefined }),
      el('p:cNvPicPr', {}, el('a:picLocks', { noChangeAspect: true })),
      el('p:nvPr', { userDrawn: userDrawn ? true : undefined }, played && playedXml(played)),
    ),
    el(
      'p:blipFill',
      {},
      el('a:blip', { 'r:embed': image }),
      cropped && el('a:srcRect', { l: thousandths(left), t: thousandths(top), r: thousandths(right), b: thousandths(bottom) }),
      el('a:stretch', {}, el('a:fillRect')),
    ),
    el('p:spPr', {}, transform(picture.box), rectangle),
  )
}
