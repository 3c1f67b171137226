/**
 * What stands in the `records.ndjson` of a `.lectern` exchange bundle (formats.md): one JSON object a line, told apart by `type`, in this order: assets by hash;
 * each source by id, followed by its text; materials by id; talks by id. UTF-8, lines end with LF.
 */
import { z } from 'zod'
import { CaseEvent } from './case-study'
import { AssetHash } from './ids'
import { Material } from './material'
import { OutlineEntry, Source, SourceParagraph } from './source'
import { TalkRecord } from './talk'

export const BUNDLE_FORMAT = 'lectern-bundle'
export const BUNDLE_VERSION = 1

/** A file that records name by its hash; its bytes are the entry `assets/ab/ab….ext` of the archive, unless they were missing when the bundle was made. */
export const AssetRecord = z.object({ type: z.literal('asset'), hash: AssetHash, extension: z.string().regex(/^[a-z0-9]{1,12}$/), bytes: z.int().nonnegative() })
export type AssetRecord = Readonly<z.infer<typeof AssetRecord>>

export const SourceRecord = Source.extend({ type: z.literal('source'), outline: z.array(OutlineEntry).max(100_000) })
export type SourceRecord = Readonly<z.infer<typeof SourceRecord>>

/** The next paragraphs of the source above, at most {@link MOST_PARAGRAPHS}. */
export const ParagraphsRecord = z.object({ type: z.literal('paragraphs'), source: z.uuid(), paragraphs: z.array(SourceParagraph).max(500) })
export type ParagraphsRecord = Readonly<z.infer<typeof ParagraphsRecord>>
export const MOST_PARAGRAPHS = 500

export const MaterialRecord = Material.extend({ type: z.literal('material'), /** Steps of a case, oldest first; absent without. */ events: z.array(CaseEvent).max(1000).optional() })
export type MaterialRecord = Readonly<z.infer<typeof MaterialRecord>>

export const TalkLine = TalkRecord.extend({ type: z.literal('talk') })
export type TalkLine = Readonly<z.infer<typeof TalkLine>>

export const BundleLine = z.discriminatedUnion('type', [AssetRecord, SourceRecord, ParagraphsRecord, MaterialRecord, TalkLine])
export type BundleLine = z.infer<typeof BundleLine>

/** The `asset:<hash>` addresses in a Markdown text. */
export const assetsNamedIn = (markdown: string): AssetHash[] => Array.from(markdown.matchAll(/\basset:([0-9a-f]{64})\b/g), ([, hash]) => AssetHash.parse(hash))
