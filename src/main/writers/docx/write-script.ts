import { audienceOf, builtIn, type Catalogue } from '../../../shared/formats/talk-formats'
import type { Language } from '../../../shared/language'
import type { Talk } from '../../../shared/model/block'
import type { AssetHash } from '../../../shared/model/ids'
import type { Deck } from '../../../shared/slides/scene'
import { timeTalk } from '../../../shared/speech/time-talk'
import { writeZip } from '../../zip/write-zip'
import { packageEntries } from '../opc-package'
import type { DocumentPictures } from './document-pictures'
import { textArea } from './page-measures'
import { planScript, type PlanMemory } from './plan-script'
import { type Preset, type PresetName, presetFor } from './presets'
import type { ScriptDocument } from './script-document'
import { scriptFiles } from './script-files'
import { withRoomForSlides, withSlideMargin } from './slides-beside'

export type WriteScriptOptions = {
  /** The deck that stands behind the talk, so that the script can say which slide is up. */
  readonly deck: Deck
  readonly preset: PresetName
  /** Han characters a minute. */
  readonly pace: number
  /** The language of the talk: it decides words and typography, not the language of the interface. */
  readonly language: Language
  readonly pictures: DocumentPictures
  /** Pictures of the deck's slides by their numbers, from 1; `pictures` has their bytes. The official layout has no room for them. */
  readonly slideHash?: (slide: number) => AssetHash | null
  /** Where the names of audiences are looked up; the built-in ones without. */
  readonly catalogue?: Catalogue
  /** Written into the document's properties; nothing else in the file depends on the time. */
  readonly made: Date
}

/** GB/T 9704 fixes the text area and its margins: 156 × 225 mm, 28 mm from the left edge. */
export const hasRoomForSlides = (preset: PresetName): boolean => preset !== 'official'

/** The planned script and how it looks: what its `.docx` and its pages on paper are both made from. @param memory gives back blocks that were planned before */
export function scriptOf(talk: Talk, { deck, preset, pace, language, pictures, slideHash, catalogue = builtIn }: Omit<WriteScriptOptions, 'made'>, memory?: PlanMemory): { readonly script: ScriptDocument; readonly preset: Preset } {
  const audienceName = (key: string): string => audienceOf(key, catalogue)?.name[language] ?? key
  const facts = { deck, time: timeTalk(talk, pace), language, audienceName, picture: pictures.info }
  const look = presetFor(preset, language)
  if (slideHash === undefined || !hasRoomForSlides(preset)) return { script: planScript(talk, facts, memory), preset: look }
  const broad = withSlideMargin(look)
  return { script: withRoomForSlides(planScript(talk, { ...facts, slideHash }), broad, language, textArea(broad.margins).width), preset: broad }
}

/** The word-for-word script of a talk as the bytes of a `.docx`. The same talk and options give the same bytes. */
export function writeScript(talk: Talk, options: WriteScriptOptions): Uint8Array {
  const { language, made, pictures } = options
  const { script, preset } = scriptOf(talk, options)
  return writeZip(packageEntries(scriptFiles(script, preset, { language, made, picture: pictures.bytes })))
}
