import type { AssetHash } from '../model/ids'
import type { SourceParagraph } from '../model/source'

/** A paragraph as a reader found it, in reading order, before anything is known of the outline. Empty paragraphs are left out. */
export type RawParagraph = {
  /** Plain text, without a number that the word processor generated. A table is one paragraph: a whole GFM table, lines parted by `\n`. */
  readonly text: string
  /** The number or bullet that the word processor generated, as shown (`一、`, `1.`, `•`); empty when there is none or it was typed. */
  readonly number: string
  readonly kind: 'body' | 'list' | 'table' | 'toc' | 'note' | 'picture'
  /** 1–9 when the format itself calls this a heading of that level (style, outline level, `#`); 0 otherwise. */
  readonly styled: number
  /** The format itself calls this the title of the document (Word's Title style). */
  readonly title?: boolean
  /** Depth of a list paragraph, from 0. */
  readonly depth?: number
  /** The paragraph as Markdown where the document was written in it; otherwise Markdown is made from `text`. */
  readonly markdown?: string
  /** The page or slide on which it begins, from 1. */
  readonly page?: number
  /** The format marks all of its headings and this is none, whatever number it begins with: a line on a slide. */
  readonly neverHeading?: boolean
  /** For `picture`: the SHA-256 of its bytes. `text` is then its caption or alternative text, which may be empty. */
  readonly asset?: AssetHash
}

/** A paragraph whose place in the outline is known. The fields beyond {@link SourceParagraph} serve the proposals and are not stored. */
export type OutlinedParagraph = SourceParagraph & {
  readonly depth: number
  readonly markdown: string | null
  /** For a heading that runs into its text (`（一）加强资源建设。各地要……`): the text after it; empty otherwise. */
  readonly runIn: string
  /** A line of the document's imprint — its title, letterhead, number, sign-off or date: kept among its facts and not repeated as material. */
  readonly imprint: boolean
  readonly asset: AssetHash | null
}
