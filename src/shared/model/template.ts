/**
 * What Lectern knows of a presentation template: enough to lay a talk out in it and to draw its pages. The parts themselves (theme, masters, layouts, pictures) lie
 * beside it as one file and go into every deck as they are. Lengths are EMU from the slide's upper left corner, type sizes points, colours `RRGGBB`.
 */
import { z } from 'zod'
import { AssetHash } from './ids'

const Hex = z.string().regex(/^[0-9A-F]{6}$/)
const Length = z.int().min(-100_000_000).max(100_000_000)

export const TemplateBox = z.object({ x: Length, y: Length, width: Length, height: Length })
export type TemplateBox = Readonly<z.infer<typeof TemplateBox>>

/** The twelve colours of a scheme (ECMA-376-1 §20.1.6.2). */
export const schemeSlots = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'] as const
export type SchemeSlot = (typeof schemeSlots)[number]
/** The names by which slides call them; the colour map of a master says which is which (§19.3.1.6). */
export const mappedSlots = ['tx1', 'bg1', 'tx2', 'bg2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'] as const
export type MappedSlot = (typeof mappedSlots)[number]

const Typefaces = z.object({ latin: z.string().max(200), eastAsian: z.string().max(200) })

/**
 * How an area is painted, as far as Lectern draws it. A gradient runs at `angle` degrees, clockwise from left to right, or from its `focus` to the farthest corner, in shares
 * of the area. A picture is stretched over the area, or repeated in tiles that are placed from its upper left corner.
 */
export const Paint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('solid'), colour: Hex, opacity: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('gradient'), angle: z.number(), focus: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).optional(), stops: z.array(z.object({ at: z.number().min(0).max(1), colour: Hex, opacity: z.number().min(0).max(1) })).min(1).max(20) }),
  z.object({ kind: z.literal('picture'), asset: AssetHash, tile: z.object({ x: Length, y: Length, width: Length, height: Length }).optional() }),
])
export type Paint = Readonly<z.infer<typeof Paint>>

/** Characters of a free outline; a drawing of more is left out. */
export const LONGEST_OUTLINE = 20_000

/** How an item stands in its box: mirrored first, then turned clockwise about its middle, in degrees. */
const pose = { turn: z.number().min(-360).max(360).optional(), flippedX: z.boolean().optional(), flippedY: z.boolean().optional() }

/** Items of a master and a layout together: with so many they are a drawing, of which a preview leaves out the last. */
export const MOST_TEMPLATE_ITEMS = 1000

/** What stands on a master or layout beside its placeholders. */
export const TemplateItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('shape'),
    shape: z.enum(['rectangle', 'rounded', 'ellipse', 'line', 'free']),
    /** Of a `free` one its outline: commands M, L, C, Q and Z, their numbers shares of the box's width and height in turn. */
    path: z.string().max(LONGEST_OUTLINE).regex(/^[MLCQZ\d .e-]*$/).optional(),
    box: TemplateBox,
    ...pose,
    fill: Paint.nullable(),
    line: z.object({ colour: Hex, width: z.number().min(0).max(1000) }).nullable(),
  }),
  z.object({
    kind: z.literal('text'),
    box: TemplateBox,
    ...pose,
    /** Where lines begin, have their middle or end, and their baselines, on the slide as if nothing were turned. */
    lines: z
      .array(
        z.object({
          x: Length,
          baseline: Length,
          align: z.enum(['start', 'middle', 'end']),
          runs: z.array(z.object({ text: z.string().max(4000), size: z.number().min(1).max(4000), bold: z.boolean(), italic: z.boolean().optional(), colour: Hex })).max(500),
        }),
      )
      .max(100),
  }),
  z.object({ kind: z.literal('picture'), asset: AssetHash, box: TemplateBox, ...pose, crop: z.object({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() }) }),
])
export type TemplateItem = Readonly<z.infer<typeof TemplateItem>>

/** A place that a layout keeps for a slide's own content, with what its first level of text inherits. */
export const TemplatePlaceholder = z.object({
  /** As the file has it (ST_PlaceholderType, §19.7.10); `obj` where it says none. */
  type: z.string().max(20),
  index: z.int().min(0).max(4_294_967_295),
  box: TemplateBox,
  /** Between the box and its text. */
  inset: z.object({ left: Length, top: Length, right: Length, bottom: Length }),
  anchor: z.enum(['top', 'middle', 'bottom']),
  align: z.enum(['left', 'center', 'right']),
  size: z.number().min(1).max(4000),
  bold: z.boolean(),
  colour: Hex,
  font: z.enum(['heading', 'body']),
})
export type TemplatePlaceholder = Readonly<z.infer<typeof TemplatePlaceholder>>

export const TemplateLayout = z.object({
  /** Its part in the stored file. */
  part: z.string().max(100),
  name: z.string().max(300),
  /** ST_SlideLayoutType (§19.7.15); empty where the file says none. */
  type: z.string().max(40),
  master: z.int().min(0).max(100),
  /** Which colour of the scheme each name means on its slides. */
  colourMap: z.record(z.enum(mappedSlots), z.enum(schemeSlots)),
  /** The layout has a colour map of its own, which its slides have to repeat. */
  ownColourMap: z.boolean(),
  background: Paint.nullable(),
  /** Colour of its running text: that of its first place for text, or of the master's where it has none. */
  text: Hex,
  items: z.array(TemplateItem).max(MOST_TEMPLATE_ITEMS),
  placeholders: z.array(TemplatePlaceholder).max(100),
})
export type TemplateLayout = Readonly<z.infer<typeof TemplateLayout>>

export const TemplateMaster = z.object({
  part: z.string().max(100),
  /** Its number in a presentation; those of its layouts follow it (ST_SlideMasterId). */
  id: z.int().min(2 ** 31).max(2 ** 32 - 1),
  name: z.string().max(300),
  colours: z.record(z.enum(schemeSlots), Hex),
  fonts: z.object({ heading: Typefaces, body: Typefaces }),
})
export type TemplateMaster = Readonly<z.infer<typeof TemplateMaster>>

export const Template = z.object({
  size: z.object({ width: z.int().min(914_400).max(51_206_400), height: z.int().min(914_400).max(51_206_400) }),
  masters: z.array(TemplateMaster).min(1).max(100),
  layouts: z.array(TemplateLayout).min(1).max(500),
})
export type Template = Readonly<z.infer<typeof Template>>
