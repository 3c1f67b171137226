/** DrawingML that every kind of shape is made of (ECMA-376-1 §20.1): colours, positions, outlines, names. */
import type { Box, SceneShape } from '../../../shared/slides/scene'
import { schemeSlotOf, type ColourRole } from '../../../shared/slides/theme'
import { pointsToEmu, type Points } from '../../../shared/units'
import { el, type Xml } from '../xml'

/** Slides name the slots of the colour scheme through the master's colour map, which calls dark 1 "text 1" and light 1 "background 1". */
const MAPPED: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' }

/** Name of a role's colour on a slide: `tx1`, `accent1` … */
export const schemeColourOf = (role: ColourRole): string => MAPPED[schemeSlotOf[role]] ?? schemeSlotOf[role]

export const schemeColour = (role: ColourRole): Xml => el('a:schemeClr', { val: schemeColourOf(role) })

export const solidFill = (role: ColourRole): Xml => el('a:solidFill', {}, schemeColour(role))

export const noFill = el('a:noFill')

/** A box as an offset and extents; `name` is `a:xfrm`, or `p:xfrm` on a graphic frame. */
export const transform = (box: Box, name: 'a:xfrm' | 'p:xfrm' = 'a:xfrm'): Xml =>
  el(name, {}, el('a:off', { x: box.x, y: box.y }), el('a:ext', { cx: box.width, cy: box.height }))

export const rectangle = el('a:prstGeom', { prst: 'rect' }, el('a:avLst'))

/** An outline `width` points wide, or none; `name` is `a:ln`, or the edge of a table cell such as `a:lnB`. */
export const outline = (line: { readonly colour: ColourRole; readonly width: Points } | null, name = 'a:ln'): Xml =>
  line ? el(name, { w: pointsToEmu(line.width) }, solidFill(line.colour)) : el(name, {}, noFill)

const PRESETS: Readonly<Record<SceneShape['shape'], string>> = { rectangle: 'rect', rounded: 'roundRect', ellipse: 'ellipse', line: 'line' }

/** The radius of `roundRect` is its adjustment, in 1/100 000 of the shorter side, at most half of it (§20.1.10.56, presetShapeDefinitions.xml). */
export const geometry = (shape: SceneShape): Xml => {
  const shorter = Math.min(shape.box.width, shape.box.height)
  const adjustment = shape.shape === 'rounded' && shape.radius !== undefined && shorter > 0 ? Math.min(50_000, Math.round((shape.radius / shorter) * 100_000)) : null
  return el('a:prstGeom', { prst: PRESETS[shape.shape] }, el('a:avLst', {}, adjustment !== null && el('a:gd', { name: 'adj', fmla: `val ${adjustment}` })))
}

/** Tells screen readers to pass over a shape ([MS-ODRAWXML] §2.24.3, decorative). */
const decorative = el(
  'a:extLst',
  {},
  el('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, el('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: true })),
)

/** A click plays what a shape stands for; PowerPoint shows its controls ([MS-PPTX] §2.2.3). */
const playedOnClick = el('a:hlinkClick', { 'r:id': '', action: 'ppaction://media' })

/** Who a shape is. `id` is unique within its part; `alt` is read aloud instead of what is drawn. */
export const nonVisual = (shape: { readonly id: number; readonly name: string; readonly alt?: string; readonly decorative?: boolean; readonly played?: boolean }): Xml =>
  el('p:cNvPr', { id: shape.id, name: shape.name, descr: shape.alt }, shape.played && playedOnClick, shape.decorative && decorative)

/** The group that holds all shapes of a part; it has no position of its own. */
export const shapeTree = (shapes: readonly Xml[]): Xml =>
  el(
    'p:spTree',
    {},
    el('p:nvGrpSpPr', {}, el('p:cNvPr', { id: 1, name: '' }), el('p:cNvGrpSpPr'), el('p:nvPr')),
    el('p:grpSpPr', {}, el('a:xfrm', {}, el('a:off', { x: 0, y: 0 }), el('a:ext', { cx: 0, cy: 0 }), el('a:chOff', { x: 0, y: 0 }), el('a:chExt', { cx: 0, cy: 0 }))),
    shapes,
  )

export const solidBackground = (role: ColourRole): Xml => el('p:bg', {}, el('p:bgPr', {}, solidFill(role), el('a:effectLst')))

export const masterColours = el('p:clrMapOvr', {}, el('a:masterClrMapping'))

/** Which slot of the colour scheme each name on a slide means (§19.3.1.6): the usual light mapping, shared by master and notes master. */
export const colourMap = el('p:clrMap', {
  bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2',
  accent1: 'accent1', accent2: 'accent2', accent3: 'accent3', accent4: 'accent4', accent5: 'accent5', accent6: 'accent6',
  hlink: 'hlink', folHlink: 'folHlink',
})
