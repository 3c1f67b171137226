/** The built-in formats and audiences of a talk, as data (resources/formats): how a talk is built, and for whom. */
import { z } from 'zod'
import audienceData from '../../../resources/formats/audiences.json'
import formatData from '../../../resources/formats/formats.json'
import { Localized } from '../language'
import { MaterialKind } from '../model/material'

const FormatBlock = z
  .object({
    title: Localized,
    /** The strand it belongs to: a format alternates two of them; `frame` opens and closes, `interaction` is the audience's. */
    lane: z.enum(['frame', 'interaction', 'theory', 'story', 'policy', 'case', 'lesson', 'performance', 'topic', 'question', 'quiz', 'sharing']),
    /** Per cent of the talk's time; the shares of a format sum to 100. */
    share: z.number().positive(),
    /** Kinds of material that belong here, the fittest first. */
    materials: z.array(MaterialKind).min(1),
    content: z.enum(['points', 'quote', 'case', 'two-columns', 'discussion', 'activity', 'local-case']),
    /** One sentence of advice to the writer. */
    guidance: Localized,
    columns: z.tuple([Localized, Localized]).optional(),
  })
  .readonly()
export type FormatBlock = z.infer<typeof FormatBlock>

const Format = z
  .object({
    /** As in the front matter; '' for the format without a name. */
    key: z.string(),
    name: Localized,
    summary: Localized,
    sections: z.array(z.object({ title: Localized, blocks: z.array(FormatBlock).min(1) }).readonly()).min(1),
  })
  .readonly()
export type Format = z.infer<typeof Format>

const Audience = z
  .object({
    key: z.string().min(1),
    name: Localized,
    emphasis: Localized,
    tone: Localized,
    /** Part of the time that is the audience's own, 0–1. */
    interaction: z.number().min(0).max(1),
    /** Part of the remaining time for stories and cases, 0–1. */
    storyShare: z.number().min(0).max(1),
  })
  .readonly()
export type Audience = z.infer<typeof Audience>

const parsedFormats = z.object({ formats: z.array(Format), general: Format }).parse(formatData)

export const formats: readonly Format[] = parsedFormats.formats
export const audiences: readonly Audience[] = z.object({ audiences: z.array(Audience) }).parse(audienceData).audiences

/** The format with a key; the general one for a user's own. */
export const formatOf = (key: string): Format => formats.find((format) => format.key === key) ?? parsedFormats.general

/** The profile of an audience; null for a user's own, of which nothing is known. */
export const audienceOf = (key: string): Audience | null => audiences.find((audience) => audience.key === key) ?? null
