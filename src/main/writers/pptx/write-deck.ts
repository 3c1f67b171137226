import type { AssetHash } from '../../../shared/model/ids'
import { type BrandMarks, brandMarks, opensOrCloses } from '../../../shared/slides/brand-marks'
import { isDarker } from '../../../shared/slides/colour'
import { isMediaMime, mediaExtensions, type MediaMime } from '../../../shared/model/media'
import { pagesOf } from '../../../shared/slides/page-source'
import type { SlideSize } from '../../../shared/slides/page'
import { layoutNames, type Deck, type Scene } from '../../../shared/slides/scene'
import { scaledDeck } from '../../../shared/slides/template/scale-deck'
import { scaleOf } from '../../../shared/slides/template/template-pages'
import type { TemplateDesign, Theme } from '../../../shared/slides/theme'
import { emu } from '../../../shared/units'
import { writeZip } from '../../zip/write-zip'
import { lintFiles } from '../lint/lint-package'
import { packageEntries, packageFiles, Relationships, type Part } from '../opc-package'
import { chartParts } from './chart-part'
import { layoutPart, layoutPartName, masterPart, ordinaryTitle, type Frames } from './layout-parts'
import type { Marks } from './marks'
import { notesMasterPart, notesSlidePart } from './notes-parts'
import { companionParts, presentationKey, presentationName, presentationPart, propertyParts, slideName } from './presentation-parts'
import { slidePart } from './slide-part'
import { colourMapOf, inTemplateColours, partOf, templateParts } from './template-parts'
import { themePart } from './theme-part'

export type Media = { readonly bytes: Uint8Array; readonly mime: 'image/png' | 'image/jpeg' | MediaMime }
export type DeckOptions = {
  readonly theme: Theme
  /** Logo and series of a school, on every page; none without. */
  readonly brand?: BrandMarks
  /** The bytes of a picture that the deck shows, or of a film or sound that it plays; asked once for each. */
  readonly media: (hash: AssetHash) => Media
  /** The moment in the file's properties, the only thing in the file that is not in the deck. Callers take it from the talk, never from a clock. */
  readonly made: Date
}

/** Parts that were written before. */
export type DeckMemory = {
  /** The parts of a slide: they follow from its scene and its place in the deck. @param write makes them anew */
  readonly slide: (scene: Scene, place: SlidePlace, write: () => readonly Part[]) => readonly Part[]
  /** Any other part. @param key says all that it depends on */
  readonly byKey: (key: string, write: () => Part) => Part
}
/** `firstChart` is the number of the slide's first chart, from 1; `media` names the parts of its pictures in order. */
export type SlidePlace = { readonly number: number; readonly firstChart: number; readonly media: readonly string[]; readonly transition: Deck['transition'] }

const forgetful: DeckMemory = { slide: (_scene, _place, write) => write(), byKey: (_key, write) => write() }

/**
 * The parts of the package that shows `deck`, and the package's own relationships. Pure but for `media` and `memory`.
 * @param memory gives back parts that were written before
 */
export const deckParts = (laidOut: Deck, frames: Frames, { theme, brand, media, made }: DeckOptions, memory = forgetful): { readonly parts: readonly Part[]; readonly root: Relationships } => {
  const design = theme.template
  const deck = design === undefined ? laidOut : scaledDeck(laidOut, sizeOfTemplate(design), 1 / scaleOf(design.template))
  const { language } = deck
  const parts: Part[] = []
  const mediaParts = new Map<AssetHash, string>()
  let charts = 0

  const mediaPart = (hash: AssetHash, kind: 'image' | 'logo' = 'image'): string => {
    const known = mediaParts.get(hash)
    if (known !== undefined) return known
    const { bytes, mime } = media(hash)
    const name = isMediaMime(mime) ? `ppt/media/media${mediaParts.size + 1}.${mediaExtensions[mime]}` : `ppt/media/${kind}${mediaParts.size + 1}.${mime === 'image/png' ? 'png' : 'jpeg'}`
    mediaParts.set(hash, name)
    parts.push({ name, contentType: null, content: bytes })
    return name
  }

  const titleOf = ordinaryTitle(frames)
  for (const [i, scene] of deck.scenes.entries()) {
    const firstChart = charts + 1
    const pictures = scene.items.flatMap((item) => (item.kind === 'picture' ? [mediaPart(item.asset), ...(item.media ? [mediaPart(item.media.hash)] : [])] : []))
    charts += scene.items.filter(({ kind }) => kind === 'chart').length
    parts.push(
      ...memory.slide(scene, { number: i + 1, firstChart, media: pictures, transition: deck.transition }, () => {
        const shown: Part[] = []
        const frame = frames(scene.layout)
        const inColours = (part: Part): Part => (frame.template === undefined || typeof part.content !== 'string' ? part : { ...part, content: inTemplateColours(part.content, frame.template) })
        let chart = firstChart
        const slide = slidePart(scene, slideName(i + 1), {
          language,
          frame,
          layoutPart: design === undefined ? layoutPartName(scene.layout) : partOf(design, frame),
          colourMap: design === undefined ? null : colourMapOf(design, frame),
          titleOf,
          mediaPart,
          transition: deck.transition,
          chartPart: (drawn) => {
            const [chartPart, workbook] = chartParts(drawn, chart++, language)
            shown.push(inColours(chartPart), workbook)
            return chartPart.name
          },
        })
        shown.push(inColours(slide))
        if (scene.notes.trim() === '') return shown
        const notes = notesSlidePart(scene.notes, i + 1, slide.name, language)
        slide.relationships.to('notesSlide', notes.name)
        return [...shown, notes]
      }),
    )
  }
  const size = sizeOf(deck)
  const marks: Marks | null = brand === undefined || design !== undefined ? null : { on: (layout) => brandMarks(layout, size, brand, theme), mediaPart: (logo) => mediaPart(logo, 'logo'), language }
  const ownDesignParts = (): Part[] => [
    masterPart(frames, language, marks),
    ...layoutNames.map((layout) => {
      const write = () => layoutPart(frames(layout), titleOf, language, marks)
      return marks !== null && opensOrCloses(layout) ? write() : memory.byKey(`${layout} ${size} ${language}`, write)
    }),
    themePart(theme, 1),
  ]
  parts.push(
    memory.byKey(`presentation ${presentationKey(deck, design?.template.masters)}`, () => presentationPart(deck, design?.template.masters)),
    ...(design === undefined ? ownDesignParts() : templateParts(design, media(design.parts).bytes, frames, language)),
    memory.byKey(`notes ${size} ${language}`, () => notesMasterPart(language, deck.size.height / deck.size.width)),
    themePart(printed(theme), 2),
    ...companionParts(),
    ...propertyParts(deck, made),
  )

  const root = new Relationships('')
  root.to('officeDocument', presentationName)
  root.to('core-properties', 'docProps/core.xml')
  root.to('extended-properties', 'docProps/app.xml')
  return { parts, root }
}

const sizeOfTemplate = ({ template: { size } }: TemplateDesign): Deck['size'] => ({ width: emu(size.width), height: emu(size.height) })

const sizeOf = ({ size }: Deck): SlideSize => (size.width / size.height > 1.5 ? '16:9' : '4:3')

/** The frames of a deck's pages in a design. */
export const framesOf = (deck: Deck, theme: Pick<Theme, 'structure' | 'template'>): Frames => pagesOf(theme, sizeOf(deck)).frame

/**
 * Every file of the package that shows `deck`, by its name, uncompressed. Pure but for `media`.
 * @throws Error when what it built breaks a rule of {@link lintFiles}: a defect of ours, better found here than by PowerPoint.
 */
export const deckFiles = (deck: Deck, frames: Frames, options: DeckOptions): ReadonlyMap<string, string | Uint8Array> => {
  const { parts, root } = deckParts(deck, frames, options)
  const files = packageFiles(parts, root)
  const findings = lintFiles(files)
  if (findings.length > 0) throw new Error(`The deck was written wrongly: ${findings.join('; ')}`)
  return files
}

/** The theme of the notes pages, which go on paper: of a dark design they keep the typefaces, not the ground. */
const printed = (theme: Theme): Theme => {
  const { ink, paper } = theme.colours
  return isDarker(ink, paper) ? theme : { ...theme, colours: { ...theme.colours, ink: paper, paper: ink } }
}

/**
 * The deck as the bytes of a `.pptx`. The same deck, theme, pictures and time give the same bytes, in any process and time zone.
 * @throws Error when the package breaks a rule of the lint.
 */
export const writeDeck = async (deck: Deck, options: DeckOptions): Promise<Uint8Array> => writeZip(packageEntries(deckFiles(deck, framesOf(deck, options.theme), options)))
