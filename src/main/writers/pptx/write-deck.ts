import type { AssetHash } from '../../../shared/model/ids'
import { frameOf } from '../../../shared/slides/layouts'
import { layoutNames, type Deck } from '../../../shared/slides/scene'
import type { Theme } from '../../../shared/slides/theme'
import { writeZip } from '../../zip/write-zip'
import { lintFiles } from '../lint/lint-package'
import { packageEntries, packageFiles, Relationships, type Part } from '../opc-package'
import { chartParts } from './chart-part'
import { layoutPart, masterPart, ordinaryTitle, type Frames } from './layout-parts'
import { notesMasterPart, notesSlidePart } from './notes-parts'
import { companionParts, presentationName, presentationPart, propertyParts, slideName } from './presentation-parts'
import { slidePart } from './slide-part'
import { themePart } from './theme-part'

export type Media = { readonly bytes: Uint8Array; readonly mime: 'image/png' | 'image/jpeg' }
export type DeckOptions = {
  readonly theme: Theme
  /** The bytes of a picture that the deck shows; asked once for each. */
  readonly media: (hash: AssetHash) => Media
  /** The moment in the file's properties, the only thing in the file that is not in the deck. Callers take it from the talk, never from a clock. */
  readonly made: Date
}

/**
 * Every file of the package that shows `deck`, by its name, uncompressed. Pure but for `media`.
 * @throws Error when what it built breaks a rule of {@link lintFiles}: a defect of ours, better found here than by PowerPoint.
 */
export const deckFiles = (deck: Deck, frames: Frames, { theme, media, made }: DeckOptions): ReadonlyMap<string, string | Uint8Array> => {
  const { language } = deck
  const parts: Part[] = []
  const mediaParts = new Map<AssetHash, string>()
  let charts = 0

  const mediaPart = (hash: AssetHash): string => {
    const known = mediaParts.get(hash)
    if (known !== undefined) return known
    const { bytes, mime } = media(hash)
    const name = `ppt/media/image${mediaParts.size + 1}.${mime === 'image/png' ? 'png' : 'jpeg'}`
    mediaParts.set(hash, name)
    parts.push({ name, contentType: null, content: bytes })
    return name
  }

  const titleOf = ordinaryTitle(frames)
  for (const [i, scene] of deck.scenes.entries()) {
    const slide = slidePart(scene, slideName(i + 1), {
      language,
      frame: frames(scene.layout),
      titleOf,
      mediaPart,
      chartPart: (chart) => {
        const [chartPart, workbook] = chartParts(chart, ++charts, language)
        parts.push(chartPart, workbook)
        return chartPart.name
      },
    })
    parts.push(slide)
    if (scene.notes.trim() === '') continue
    const notes = notesSlidePart(scene.notes, i + 1, slide.name, language)
    slide.relationships.to('notesSlide', notes.name)
    parts.push(notes)
  }
  parts.push(
    presentationPart(deck),
    masterPart(frames, language),
    ...layoutNames.map((layout) => layoutPart(frames(layout), titleOf, language)),
    themePart(theme, 1),
    notesMasterPart(language, deck.size.height / deck.size.width),
    themePart(theme, 2),
    ...companionParts(),
    ...propertyParts(deck, made),
  )

  const root = new Relationships('')
  root.to('officeDocument', presentationName)
  root.to('core-properties', 'docProps/core.xml')
  root.to('extended-properties', 'docProps/app.xml')
  const files = packageFiles(parts, root)
  const findings = lintFiles(files)
  if (findings.length > 0) throw new Error(`The deck was written wrongly: ${findings.join('; ')}`)
  return files
}

/**
 * The deck as the bytes of a `.pptx`. The same deck, theme, pictures and time give the same bytes, in any process and time zone.
 * @throws Error when the package breaks a rule of the lint.
 */
export const writeDeck = async (deck: Deck, options: DeckOptions): Promise<Uint8Array> => {
  const size = deck.size.width / deck.size.height > 1.5 ? '16:9' : '4:3'
  return writeZip(packageEntries(deckFiles(deck, (layout) => frameOf(layout, size), options)))
}
