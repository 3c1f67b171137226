import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { SchoolId } from '../model/school'
import { Language } from '../language'
import { AssetHash, MaterialId, TalkId } from '../model/ids'
import { colourModes, designNames, reveals, slideRatios, transitions } from '../model/look'
import { LARGEST_MEDIUM, mediaMimes } from '../model/media'
import { HistoryChange } from '../model/talk-history'
import { TalkRecord, TalkSummary } from '../model/talk'
import { Warning } from '../outcome'
import { binary } from './binary'

/** Those with `-pdf` and `-png` are printed by a browser of the Chromium family; without one they are left out with the warning `no-browser`. */
export const ExportKind = z.enum(['slides', 'script', 'handout', 'quiz', 'markdown', 'slides-pdf', 'script-pdf', 'handout-pdf', 'quiz-pdf', 'slides-png'])
export type ExportKind = z.infer<typeof ExportKind>

/** How slides look; what is left out, the talk decides. */
const Look = z.object({ design: z.enum(designNames), mode: z.enum(colourModes), ratio: z.enum(slideRatios), transition: z.enum(transitions), reveal: z.enum(reveals), /** Key of a design of the user's own; empty for none. */ template: z.string().max(60) })

export const ScriptPreset = z.enum(['official', 'plain', 'large-print'])
export type ScriptPreset = z.infer<typeof ScriptPreset>

/** The names are stable (formats.md): `slides.pptx`, `script.docx`, `handout.docx`, `quiz.docx`, `talk.md`; `slides.pdf` and so on; `slide-01.png`, one a slide. */
export const ExportedFile = z.object({ name: z.string(), kind: ExportKind, content: binary(2 ** 31) })
export type ExportedFile = z.infer<typeof ExportedFile>

export const ExportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int(), kind: ExportKind }),
  z.object({ type: z.literal('finished'), files: z.array(ExportedFile), warnings: z.array(Warning), ms: z.number() }),
])
export type ExportEvent = z.infer<typeof ExportEvent>

/** As much as the import takes of any document. */
const LARGEST_DECK = 200 * 1024 * 1024

export const talks = {
  list: oc.output(z.array(TalkSummary)),
  get: oc.input(z.object({ id: TalkId })).output(TalkRecord),
  /** A skeleton from a format (resources/formats), an audience and minutes. */
  create: oc.input(z.object({ title: z.string().min(1).max(300), format: z.string().max(60), audience: z.string().max(60), minutes: z.int().min(1).max(600), language: Language, /** Blocks name their format's usual speakers. */ severalSpeakers: z.boolean().optional(), /** What fills the blocks of the skeleton, by their number from 0. */ materials: z.array(z.object({ block: z.int().min(0), id: MaterialId })).max(200).optional() })).output(TalkRecord),
  importMarkdown: oc.input(z.object({ fileName: z.string(), markdown: z.string().max(5_000_000) })).output(z.object({ talk: TalkRecord, warnings: z.array(Warning) })),
  /** A presentation (`.pptx`) as a talk: its slides as blocks, its notes as scripts. Warnings say what was not taken over; ending the call gives it up. */
  importDeck: oc.input(z.object({ fileName: z.string(), content: binary(LARGEST_DECK) })).output(z.object({ talk: TalkRecord, warnings: z.array(Warning) })),
  /** Refused with `talk-changed-elsewhere` when `revision` is not the stored one. Without `history` the difference becomes one step of undo. */
  save: oc.input(z.object({ id: TalkId, markdown: z.string().max(5_000_000), revision: z.int().min(1), history: HistoryChange.optional() })).output(TalkRecord),
  /** The Markdown of a block made from a material, with its citation, ready to be put into a talk. */
  blockFrom: oc.input(z.object({ materialId: MaterialId, talkId: TalkId })).output(z.object({ markdown: z.string() })),
  remove: oc.input(z.object({ id: TalkId })).output(z.void()),
  /** Ending the iterator early cancels; nothing is left behind. A talk without questions gives no quiz but the warning `no-questions`. */
  export: oc.input(z.object({ id: TalkId, kinds: z.array(ExportKind).min(1), preset: ScriptPreset.default('official'), audience: z.string().max(60).default(''), /** Files of one kind that are several come as one zip: `slides-png.zip`. */ together: z.boolean().default(false), shownAs: Look.partial().default({}), /** A small picture of every slide beside the words of the script; the official layout has no room for them. */ slidePictures: z.boolean().default(false), /** As it is given in this school: its names, its own cases, its brand. */ school: SchoolId.nullable().default(null), /** Keeps the text as a version of the talk; what is made only to be looked at does not. */ kept: z.boolean().default(true) })).output(eventIterator(ExportEvent)),
}

const MediaInfo = z.object({ hash: AssetHash, mime: z.enum(mediaMimes), bytes: z.int() })

/** What layout needs to know of a picture: its pixels and the bytes' kind. Of a film or a sound it is the poster that stands for it; `media` is what is played. */
export const PictureInfo = z.object({ hash: AssetHash, width: z.int().positive(), height: z.int().positive(), mime: z.enum(['image/png', 'image/jpeg']), bytes: z.int(), media: MediaInfo.optional() })
export type PictureInfo = z.infer<typeof PictureInfo>

export const assets = {
  /** Stores a picture (PNG, JPEG), a film or a sound (`shared/model/media`); refuses anything else. Its address in a talk is `asset:<hash>`, of a film that of `media`. */
  addPicture: oc.input(z.object({ fileName: z.string(), content: binary(LARGEST_MEDIUM) })).output(PictureInfo),
  /** Sizes of the pictures that a talk names (`asset:<hash>`); unknown ones are missing from the answer. */
  describe: oc.input(z.object({ hashes: z.array(AssetHash).max(1000) })).output(z.array(PictureInfo)),
  content: oc.input(z.object({ hash: AssetHash })).output(binary(LARGEST_MEDIUM)),
  /** Where the window's own door plays a film or a sound from, in pieces: a path, or a whole address. */
  playedFrom: oc.input(z.object({ hash: AssetHash })).output(z.string()),
}
