/**
 * A scene is one laid-out slide: boxes with positions, sizes and line breaks already decided. React draws it, the deck writer writes it;
 * neither measures text again. Positions are EMU from the top-left corner of the slide; type sizes are points.
 */
import type { AssetHash } from '../model/ids'
import type { ChartType } from '../model/block'
import type { Transition } from '../model/look'
import type { MediaMime } from '../model/media'
import type { Paint, TemplateItem } from '../model/template'
import type { Emu, Points } from '../units'
import type { TemplatePalette } from './template/template-palette'
import type { ColourRole, FontRole } from './theme'

/** The layouts of the deck's master, in the order in which they stand in the package. */
export const layoutNames = ['cover', 'agenda', 'section', 'points', 'statement', 'quote', 'case', 'two-columns', 'picture', 'chart', 'table', 'timeline', 'question', 'answer', 'activity', 'references', 'closing'] as const
export type LayoutName = (typeof layoutNames)[number]

export type Box = { readonly x: Emu; readonly y: Emu; readonly width: Emu; readonly height: Emu }

export type TextStyle = {
  readonly size: Points
  readonly font: FontRole
  readonly bold: boolean
  readonly colour: ColourRole
}
export type TextRun = { readonly text: string; readonly style: TextStyle; readonly italic?: boolean; readonly href?: string }

export type SceneParagraph = {
  readonly runs: readonly TextRun[]
  readonly align: 'left' | 'center' | 'right'
  /** Bullet or number set hanging in `indent`; null without. `text` is what is drawn: `•`, `1.`, `A`. */
  readonly marker: { readonly text: string; readonly colour: ColourRole; readonly auto: 'bullet' | 'arabic-period' | 'none' } | null
  /** Outline level, 0 or 1. */
  readonly level: number
  /** Left edge of the text within the box; the marker hangs in it. */
  readonly indent: Emu
  /** How far left of `indent` the marker begins; the whole indent where it is left out. */
  readonly hang?: Emu
  /** Exact distance between baselines. */
  readonly pitch: Points
  readonly spaceBefore: Points
  /**
   * Where each line starts, as an offset in UTF-16 code units into the concatenated runs; the first is 0. Preview draws exactly these lines;
   * the deck carries no hard breaks, and fonts with the measured advances break at the same places.
   */
  readonly lineStarts: readonly number[]
}

export type SceneText = {
  readonly kind: 'text'
  /** Unique within its scene; `placeholder` texts have the placeholder's name. */
  readonly name: string
  /** The placeholder of the scene's layout that this text fills; null for a free text box. Its box may differ from the layout's. */
  readonly placeholder: 'title' | 'subtitle' | 'body' | 'body-2' | 'source' | 'number' | null
  readonly box: Box
  readonly anchor: 'top' | 'middle' | 'bottom'
  readonly paragraphs: readonly SceneParagraph[]
}

/** Decoration or a card behind text; carries no text and is marked as decorative for screen readers. */
export type SceneShape = {
  readonly kind: 'shape'
  readonly name: string
  readonly shape: 'rectangle' | 'rounded' | 'ellipse' | 'line'
  readonly box: Box
  readonly fill: ColourRole | null
  readonly line: { readonly colour: ColourRole; readonly width: Points } | null
  /** Corner radius of `rounded`. */
  readonly radius?: Emu
}

export type ScenePicture = {
  readonly kind: 'picture'
  readonly name: string
  readonly asset: AssetHash
  readonly box: Box
  /** Fractions of the picture cut off at each edge, 0–1. Cropping never stretches. */
  readonly crop: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
  readonly alt: string
  /** The film or sound that is played in its place, on a click. */
  readonly media?: { readonly hash: AssetHash; readonly mime: MediaMime }
}

export type SceneTable = {
  readonly kind: 'table'
  readonly name: string
  readonly box: Box
  readonly columns: readonly Emu[]
  /** The first row is the header. Cells carry their laid-out text; numbers are right-aligned. */
  readonly rows: readonly { readonly height: Emu; readonly header: boolean; readonly fill: ColourRole | null; readonly cells: readonly { readonly paragraphs: readonly SceneParagraph[] }[] }[]
  /** Inner margins of every cell. */
  readonly inset: { readonly x: Emu; readonly y: Emu }
  readonly rule: ColourRole
  /** Heavier lines above the header, beneath it and beneath the last row; null where the rows' own rules do. */
  readonly heavyRule: { readonly colour: ColourRole; readonly width: Points } | null
  readonly alt: string
}

export type SceneChart = {
  readonly kind: 'chart'
  readonly name: string
  readonly box: Box
  readonly chart: ChartType
  readonly unit: string
  readonly categories: readonly string[]
  /** `pointColours`, one a category, overrides `colour`: the slices of a pie, the one bar that matters among neutral ones. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[]; readonly colour: ColourRole; readonly pointColours?: readonly ColourRole[] }[]
  /** Of a combined chart: its line has a scale of its own, at the right edge. */
  readonly secondAxis?: boolean
  /** Type size of axis and data labels. */
  readonly labelSize: Points
  readonly showLegend: boolean
  readonly alt: string
}

/** `step` is the click, from 1, on which it appears in a show; without, it stands from the start. Everything that does not move, paper above all, shows it. */
export type SceneItem = (SceneText | SceneShape | ScenePicture | SceneTable | SceneChart) & { readonly step?: number }

export type Scene = {
  /** `cover`, `agenda`, `0` (section), `0.2` (block), `0.2+1` (its first continuation), `references`, `closing`: unique in a deck. */
  readonly id: string
  /** Key of the block it shows; null for cover, agenda, section pages, references and closing. */
  readonly block: string | null
  /** Index of its section; -1 before the first. */
  readonly section: number
  readonly layout: LayoutName
  /** The slide's title, also where it is not drawn: screen readers and the outline read it. */
  readonly title: string
  /** Drawn back to front, read aloud in this order. */
  readonly items: readonly SceneItem[]
  /** What is said while it stands: the script, cues included. */
  readonly notes: string
}

/**
 * What a layout gives every slide that uses it: decorations drawn beneath the scene's items (never repeated in them) and the placeholders
 * with the styles that a slide's texts inherit. `layouts.ts` holds the frames; the writer turns each into a slide layout part.
 */
export type LayoutFrame = {
  readonly layout: LayoutName
  readonly background: ColourRole
  readonly decorations: readonly SceneShape[]
  readonly placeholders: readonly {
    readonly placeholder: NonNullable<SceneText['placeholder']>
    readonly box: Box
    readonly anchor: SceneText['anchor']
    readonly align: SceneParagraph['align']
    readonly style: TextStyle
    readonly pitch: Points
    /** Of a template: the placeholder of its layout that this one is, and the colour that its text has from there. */
    readonly inherits?: { readonly type: string; readonly index: number; readonly colour: string }
  }[]
  /** Of a template: what its own layout, by its place in the template's list, draws beneath a slide, and the colours of roles on it. */
  readonly template?: TemplatePalette & { readonly layout: number; readonly background: Paint | null; readonly items: readonly TemplateItem[] }
}

export type Deck = {
  readonly title: string
  readonly language: 'zh-CN' | 'en'
  readonly speaker: string
  readonly size: { readonly width: Emu; readonly height: Emu }
  /** How every slide comes in; absent where it simply stands there. */
  readonly transition?: Exclude<Transition, 'none'>
  readonly sections: readonly { readonly title: string; readonly scenes: readonly string[] }[]
  readonly scenes: readonly Scene[]
}
