/** The formats and audiences of a talk, as data: how a talk is built, and for whom. The built-in ones are in resources/formats, the user's own in the library. */
import { z } from 'zod'
import audienceData from '../../../resources/formats/audiences.json'
import formatData from '../../../resources/formats/formats.json'
import { Localized } from '../language'
import { MaterialKind } from '../model/material'

export const lanes = ['frame', 'interaction', 'theory', 'story', 'policy', 'case', 'lesson', 'performance', 'topic', 'question', 'quiz', 'sharing'] as const
const Lane = z.enum(lanes)
export type Lane = z.infer<typeof Lane>

export const plannedContents = ['points', 'quote', 'case', 'two-columns', 'discussion', 'activity', 'local-case'] as const

export const FormatBlock = z
  .object({
    title: Localized,
    /** The strand it belongs to: a format alternates two of them; `frame` opens and closes, `interaction` is the audience's. */
    lane: Lane,
    /** Who usually speaks here when several share a talk; absent where it is whoever leads through it. */
    speaker: Localized.optional(),
    /** Per cent of the talk's time; the shares of a format sum to 100. */
    share: z.number().positive(),
    /** Kinds of material that belong here, the fittest first. */
    materials: z.array(MaterialKind).min(1),
    content: z.enum(plannedContents),
    /** One sentence of advice to the writer. */
    guidance: Localized,
    columns: z.tuple([Localized, Localized]).optional(),
  })
  .readonly()
export type FormatBlock = z.infer<typeof FormatBlock>

const SUM = 100
/** Blocks that a format holds at most. */
export const MOST_BLOCKS = 60
const NAME = z.object({ 'zh-CN': z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(60) }).readonly()

/** How a talk is built. */
export const FormatDefinition = z
  .object({
    name: NAME,
    summary: Localized,
    sections: z.array(z.object({ title: Localized, blocks: z.array(FormatBlock).min(1) }).readonly()).min(1).readonly(),
  })
  .readonly()
  .refine(({ sections }) => sections.reduce((count, { blocks }) => count + blocks.length, 0) <= MOST_BLOCKS, `a format has at most ${MOST_BLOCKS} blocks`)
  .refine(({ sections }) => Math.abs(sections.flatMap(({ blocks }) => blocks).reduce((sum, { share }) => sum + share, 0) - SUM) < 1e-6, `the shares of a format sum to ${SUM}`)
export type FormatDefinition = z.infer<typeof FormatDefinition>

/** `key` is what the front matter names it by; '' for the format without a name. */
export type Format = FormatDefinition & { readonly key: string }

/** For whom a talk is. */
export const AudienceDefinition = z
  .object({
    name: NAME,
    emphasis: Localized,
    tone: Localized,
    /** Part of the time that is the audience's own, 0–1. */
    interaction: z.number().min(0).max(1),
    /** Part of the remaining time for stories and cases, 0–1. */
    storyShare: z.number().min(0).max(1),
    /** Reading level: the longest mean sentence of a script that is easily followed, in Han characters. */
    sentence: z.int().min(8).max(80),
  })
  .readonly()
export type AudienceDefinition = z.infer<typeof AudienceDefinition>

/** `key` is what the front matter and the labels of materials name it by. */
export type Audience = AudienceDefinition & { readonly key: string }

const keyed = <D extends object>(definition: z.ZodType<D>) => (value: unknown): D & { readonly key: string } => ({ ...definition.parse(value), ...z.object({ key: z.string() }).parse(value) })
const formatFrom = keyed<FormatDefinition>(FormatDefinition)
const audienceFrom = keyed<AudienceDefinition>(AudienceDefinition)

const general = formatFrom(formatData.general)

export const formats: readonly Format[] = formatData.formats.map(formatFrom)
export const audiences: readonly Audience[] = audienceData.audiences.map(audienceFrom)

/** What a talk can be built as and made for: the built-in ones and, from a library, the user's own. */
export type Catalogue = { readonly formats: readonly Format[]; readonly audiences: readonly Audience[] }
export const builtIn: Catalogue = { formats, audiences }

/** The format with a key; the general one for a key that nobody knows. */
export const formatOf = (key: string, catalogue: Catalogue = builtIn): Format => catalogue.formats.find((format) => format.key === key) ?? general

/** The profile of an audience; null for a key of which nothing is known. */
export const audienceOf = (key: string, catalogue: Catalogue = builtIn): Audience | null => catalogue.audiences.find((audience) => audience.key === key) ?? null
