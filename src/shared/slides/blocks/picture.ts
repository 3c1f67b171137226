import type { PictureInfo } from '../../contract/talks'
import type { BlockContent, PictureContent, PictureCrop, PicturePoint, Point } from '../../model/block'
import { heightOf, plainRun, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { type Area, boxOf } from '../page'
import type { SceneItem, ScenePicture } from '../scene'
import { shownPicture } from '../shown-picture'
import { flowPoints } from './flowing-points'
import { steadyWidth } from '../text-width'

type Picture = Extract<BlockContent, { kind: 'picture' }>

const CAPTION_SIZE = 16
const CAPTION_GAP = 9
/** A picture is cropped to a box of another shape only when less than this share of it is lost. */
const MOST_CROPPED = 0.14

/** With a focus point so much may be lost: the writer has said what must stay. */
const MOST_CROPPED_AROUND_FOCUS = 0.5

type Placed = { readonly area: Area; readonly crop: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } }

type Framing = Pick<PictureContent, 'crop' | 'focus'>
type Pixels = { readonly width: number; readonly height: number }

const wholePicture: PictureCrop = { x: 0, y: 0, width: 100, height: 100 }

/** Pixels of the part of a picture that its crop leaves. */
const shownPixels = ({ width, height }: Pixels, { crop = wholePicture }: Framing): Pixels => ({ width: (width * crop.width) / 100, height: (height * crop.height) / 100 })

/**
 * Where of `lost` (a share of the length) the cut before the part in sight lies.
 * @param focus share of the length that should come to the middle of it; `usual` of what is lost goes before without
 */
const cutBefore = (lost: number, focus: number | undefined, usual: number): number => (focus === undefined ? lost * usual : Math.max(0, Math.min(lost, focus - (1 - lost) / 2)))

const uncropped = { left: 0, top: 0, right: 0, bottom: 0 }

/** Covers `area` when that costs little of the part of the picture that is shown, otherwise fits it in whole; never stretched. */
export function placePicture(pixels: Pixels, area: Area, align: 'left' | 'center' | 'right' = 'left', mostCropped: number = MOST_CROPPED, framing: Framing = {}): Placed {
  const { crop = wholePicture, focus } = framing
  const placed = placePart(shownPixels(pixels, framing), area, align, focus === undefined ? mostCropped : MOST_CROPPED_AROUND_FOCUS, focus && { x: (focus.x - crop.x) / crop.width, y: (focus.y - crop.y) / crop.height })
  if (framing.crop === undefined) return placed
  const across = (share: number): number => (share * crop.width) / 100
  const down = (share: number): number => (share * crop.height) / 100
  const { left, top, right, bottom } = placed.crop
  return {
    area: placed.area,
    crop: { left: crop.x / 100 + across(left), top: crop.y / 100 + down(top), right: Math.max(0, 1 - (crop.x + crop.width) / 100) + across(right), bottom: Math.max(0, 1 - (crop.y + crop.height) / 100) + down(bottom) },
  }
}

/** @param focus shares of the width and height, from the left and the top */
function placePart(pixels: Pixels, area: Area, align: 'left' | 'center' | 'right', mostCropped: number, focus: PicturePoint | undefined): Placed {
  const picture = pixels.width / pixels.height
  const box = area.width / area.height
  const lost = picture > box ? 1 - box / picture : 1 - picture / box
  if (lost <= mostCropped) {
    // What is cut above is less than what is cut below: faces stand in the upper half.
    const before = picture > box ? cutBefore(lost, focus?.x, 0.5) : cutBefore(lost, focus?.y, 0.4)
    const crop = picture > box ? { ...uncropped, left: before, right: lost - before } : { ...uncropped, top: before, bottom: lost - before }
    return { area, crop }
  }
  const width = picture > box ? area.width : area.height * picture
  const height = picture > box ? area.width / picture : area.height
  const x = align === 'left' ? area.x : align === 'right' ? area.x + area.width - width : area.x + (area.width - width) / 2
  return { area: { x, y: area.y + (picture > box ? (area.height - height) * 0.4 : 0), width, height }, crop: uncropped }
}

const sceneOf = (content: PictureContent, info: PictureInfo, placed: Placed, context: LayoutContext): ScenePicture => ({
  kind: 'picture',
  name: 'picture',
  asset: info.hash,
  box: boxOf(placed.area),
  crop: placed.crop,
  alt: content.alt || content.caption || context.title,
  ...(info.media && { media: { hash: info.media.hash, mime: info.media.mime } }),
})

/** An empty frame, plainly marked, in the place of a picture that is not there. */
function missingFrame(content: PictureContent, area: Area, context: LayoutContext): SceneItem[] {
  const name = content.alt || content.src
  context.warn('missing-picture', {
    'zh-CN': `找不到“${context.title}”里的图片“${content.src}”，幻灯片上留了一个空框。请检查文件名，或把图片重新放进来。`,
    en: `The picture “${content.src}” in “${context.title}” was not found; an empty frame stands in its place. Check the file name or add the picture again.`,
  })
  const specs = [
    { runs: [plainRun(context.words.missingPicture, textStyle(20, 'caution', { bold: true }))], align: 'center' as const },
    { runs: [plainRun(name, textStyle(16, 'ink'))], align: 'center' as const, spaceBefore: 6 },
  ]
  const width = steadyWidth(area.width - 36, specs, context.metrics)
  return [
    { kind: 'shape', name: 'missing-frame', shape: 'rectangle', box: boxOf(area), fill: 'neutral-1', line: { colour: 'caution', width: textStyle(1.5).size } },
    textItem({ name: 'missing-picture', area: { x: area.x + (area.width - width) / 2, y: area.y + 12, width, height: area.height - 24 }, anchor: 'middle' }, setParagraphs(specs, width, context.metrics)),
  ]
}

const caption = (text: string, area: Area, context: LayoutContext): SceneItem[] => {
  if (text === '') return []
  const specs = [{ runs: [plainRun(text, textStyle(CAPTION_SIZE, 'neutral-4'))] }]
  const width = steadyWidth(area.width, specs, context.metrics)
  return [textItem({ name: 'caption', area: { ...area, width } }, setParagraphs(specs, width, context.metrics))]
}
const captionHeight = (text: string, width: number, context: LayoutContext): number => {
  const specs = [{ runs: [plainRun(text, textStyle(CAPTION_SIZE, 'neutral-4'))] }]
  return text === '' ? 0 : CAPTION_GAP + heightOf(setParagraphs(specs, steadyWidth(width, specs, context.metrics), context.metrics))
}

/** The picture (or its empty frame) in `area`, its caption beneath it. */
function pictureItems(content: PictureContent, area: Area, align: 'left' | 'center' | 'right', context: LayoutContext, mostCropped?: number): SceneItem[] {
  const text = content.caption
  const info = shownPicture(content, context.picture)
  const reserved = captionHeight(text, area.width, context)
  const room = { ...area, height: area.height - reserved }
  const placed = info ? placePicture(info, room, align, mostCropped, content) : { area: room, crop: uncropped }
  // A caption hangs from the picture's own left edge; a slim picture lends it more width than its own.
  const slim = Math.max(placed.area.width, Math.min(area.width, 260))
  const width = captionHeight(text, slim, context) <= reserved ? slim : area.width
  const beneath = {
    x: Math.min(placed.area.x, area.x + area.width - width),
    y: placed.area.y + placed.area.height + CAPTION_GAP,
    width,
    height: captionHeight(text, width, context) - CAPTION_GAP,
  }
  return [
    ...(info ? [sceneOf(content, info, placed, context)] : missingFrame(content, placed.area, context)),
    ...caption(text, beneath, context),
  ]
}

/** A picture alone. A wide one spans the text's width; others stand at the left with the caption beside them, at the foot. */
export function layOutPicture(content: Picture, context: LayoutContext): SlideDraft[] {
  const { body } = context.page
  const [picture, overflow] = withinReason(content.picture, body, context)
  return [...pictureSlide(picture, context), ...overflow]
}

/** A caption that would take more than half of the picture's room is a text of its own and follows on a slide of its own. */
function withinReason(picture: PictureContent, area: Area, context: LayoutContext): [PictureContent, SlideDraft[]] {
  if (captionHeight(picture.caption, area.width, context) <= area.height / 2) return [picture, []]
  const text: Point = { inlines: [{ text: picture.caption }], marker: 'none', children: [] }
  return [{ ...picture, caption: '' }, flowPoints([text], context.page.body, 'points', context)]
}

function pictureSlide(picture: PictureContent, context: LayoutContext): SlideDraft[] {
  const { body } = context.page
  const info = shownPicture(picture, context.picture)
  const text = picture.caption
  const shown = info && shownPixels(info, picture)
  const ratio = shown ? shown.width / shown.height : 16 / 9
  const besideWidth = body.width - body.height * ratio - 30
  if (!info || text === '' || besideWidth < 180 || ratio > body.width / body.height / 1.05) {
    return [{ layout: 'picture', items: pictureItems(picture, body, text === '' ? 'center' : 'left', context) }]
  }
  const placed = placePicture(info, { ...body, width: body.height * ratio }, 'left', MOST_CROPPED, picture)
  const specs = [{ runs: [plainRun(text, textStyle(CAPTION_SIZE + 4, 'neutral-4'))] }]
  const width = steadyWidth(Math.min(besideWidth, 360), specs, context.metrics)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  const height = heightOf(paragraphs)
  if (height > body.height) return [{ layout: 'picture', items: pictureItems(picture, body, 'left', context) }]
  const x = placed.area.x + placed.area.width + 30
  return [
    {
      layout: 'picture',
      items: [
        sceneOf(picture, info, placed, context),
        { kind: 'shape', name: 'caption-rule', shape: 'rectangle', box: boxOf({ x, y: body.y + body.height - height - 15, width: 36, height: 3 }), fill: 'accent', line: null },
        textItem({ name: 'caption', area: { x, y: body.y + body.height - height, width, height }, anchor: 'bottom' }, paragraphs),
      ],
    },
  ]
}

const NARROW = 0.42

/** Points on the left, the picture on the right; text that does not fit goes on without it. */
export function besidePicture(points: readonly Point[], picture: PictureContent, context: LayoutContext): SlideDraft[] {
  const { body } = context.page
  const info = shownPicture(picture, context.picture)
  const shown = info && shownPixels(info, picture)
  const upright = shown !== null && shown.width / shown.height < 0.95
  const pictureWidth = Math.round(body.width * (upright ? NARROW * 0.75 : NARROW))
  const text = { ...body, width: body.width - pictureWidth - 36 }
  const room = { ...body, x: text.x + text.width + 36, width: pictureWidth }
  const [captioned, overflow] = withinReason(picture, room, context)
  const [first, ...more] = flowPoints(points, text, 'picture', context, { columns: false })
  if (!first) return layOutPicture({ kind: 'picture', picture }, context)
  // Later slides have the width to themselves, but keep the measure: a line that changes length from slide to slide is read as a new text.
  return [{ ...first, items: [...first.items, ...pictureItems(captioned, room, 'right', context, 0.2)] }, ...more.map((slide) => ({ ...slide, layout: 'points' as const })), ...overflow]
}
