import { EMU_PER_POINT } from '../../../shared/units'
import { el, text, type Xml } from '../xml'
import type { ScriptPicture } from './script-document'
import { PICTURE } from './word-names'

const emus = (points: number): number => Math.round(points * EMU_PER_POINT)
/** Thousandths of a percent. */
const share = (percent: number): number | undefined => (percent === 0 ? undefined : Math.round(percent * 1000))

/** A picture in a run. Sizes in points. */
export type DrawnPicture = {
  /** Distinct within the document, from 1. */
  readonly id: number
  /** Relationship to the picture's part. */
  readonly relationship: string
  readonly width: number
  readonly height: number
  readonly alt: string
  readonly crop?: ScriptPicture['crop']
  /** Stands that far left of the column, level with its paragraph, and no text gives way to it; in the line of text without. */
  readonly besides?: { readonly offset: number; readonly frame: { readonly colour: string; readonly width: number } }
}

/** `w:drawing` (ECMA-376-1 §17.3.3.9) with an inline or an anchored picture (§20.4.2.8, §20.4.2.3). */
export function drawing({ id, relationship, width, height, alt, crop, besides }: DrawnPicture): Xml {
  const size = { cx: emus(width), cy: emus(height) }
  const none = { distT: 0, distB: 0, distL: 0, distR: 0 }
  const described = [
    el('wp:docPr', { id, name: `Picture ${id}`, descr: alt }),
    el('wp:cNvGraphicFramePr', {}, el('a:graphicFrameLocks', { noChangeAspect: true })),
    el('a:graphic', {}, el('a:graphicData', { uri: PICTURE }, graphic(id, relationship, size, crop, besides?.frame))),
  ]
  if (besides === undefined) return el('w:drawing', {}, el('wp:inline', none, el('wp:extent', size), ...described))
  return el(
    'w:drawing',
    {},
    el(
      'wp:anchor',
      { ...none, simplePos: false, relativeHeight: id, behindDoc: false, locked: false, layoutInCell: true, allowOverlap: false },
      el('wp:simplePos', { x: 0, y: 0 }),
      el('wp:positionH', { relativeFrom: 'column' }, el('wp:posOffset', {}, text(String(emus(-besides.offset))))),
      el('wp:positionV', { relativeFrom: 'paragraph' }, el('wp:posOffset', {}, text('0'))),
      el('wp:extent', size),
      el('wp:wrapNone'),
      ...described,
    ),
  )
}

const graphic = (id: number, relationship: string, size: { readonly cx: number; readonly cy: number }, crop: DrawnPicture['crop'], frame: { readonly colour: string; readonly width: number } | undefined): Xml =>
  el(
    'pic:pic',
    {},
    el('pic:nvPicPr', {}, el('pic:cNvPr', { id, name: `Picture ${id}` }), el('pic:cNvPicPr', {}, el('a:picLocks', { noChangeAspect: true }))),
    el(
      'pic:blipFill',
      {},
      el('a:blip', { 'r:embed': relationship }),
      crop === undefined ? null : el('a:srcRect', { l: share(crop.left), t: share(crop.top), r: share(crop.right), b: share(crop.bottom) }),
      el('a:stretch', {}, el('a:fillRect')),
    ),
    el(
      'pic:spPr',
      {},
      el('a:xfrm', {}, el('a:off', { x: 0, y: 0 }), el('a:ext', size)),
      el('a:prstGeom', { prst: 'rect' }, el('a:avLst')),
      frame === undefined ? null : [el('a:noFill'), el('a:ln', { w: emus(frame.width) }, el('a:solidFill', {}, el('a:srgbClr', { val: frame.colour })))],
    ),
  )
