import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Localized } from '../language'
import { ReadDocument } from '../model/document'
import { AssetHash, MaterialId } from '../model/ids'
import { ProposedMaterial } from '../model/material'
import { Source, SourceFormat } from '../model/source'
import { TextDiff } from '../model/text-diff'
import { Warning } from '../outcome'
import { binary } from './binary'

/** The largest document the import gate looks at, in bytes. */
export const LARGEST_DOCUMENT = 200 * 1024 * 1024

const Failure = z.object({ code: z.string(), message: Localized })

/** What a list of thousands of files shows of a document that was read. The document itself is asked for when somebody opens it. */
export const DocumentSummary = z.object({
  format: SourceFormat,
  title: z.string(),
  /** How many materials are proposed; their `index` counts from 0. */
  proposals: z.int().min(0),
  warnings: z.array(Warning),
})
export type DocumentSummary = Readonly<z.infer<typeof DocumentSummary>>

/** What the reader made of one file of an import. `key` names the file, and no other one as long as the engine runs. */
export const ImportedFile = z.discriminatedUnion('status', [
  z.object({ status: z.literal('read'), key: z.string(), fileName: z.string(), summary: DocumentSummary }),
  z.object({ status: z.literal('duplicate'), key: z.string(), fileName: z.string(), source: Source }),
  /** The same bytes as another file of the import, which waits. */
  z.object({ status: z.literal('twin'), key: z.string(), fileName: z.string(), of: z.object({ key: z.string(), fileName: z.string() }) }),
  z.object({ status: z.literal('refused'), key: z.string(), fileName: z.string(), error: Failure, warnings: z.array(Warning) }),
])
export type ImportedFile = z.infer<typeof ImportedFile>

export const ImportEvent = z.discriminatedUnion('type', [
  /** `done` of `total` files; `fileName` is the one being read. */
  z.object({ type: z.literal('progress'), done: z.int(), total: z.int(), fileName: z.string() }),
  z.object({ type: z.literal('finished'), importId: z.string(), files: z.array(ImportedFile) }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

/** A text to which a proposal is close: a material of the library, or a proposal of a file that came earlier in the same import. */
export const CloseText = z.discriminatedUnion('of', [
  z.object({ of: z.literal('library'), id: MaterialId }),
  z.object({ of: z.literal('import'), key: z.string(), index: z.int().min(0) }),
])
export type CloseText = Readonly<z.infer<typeof CloseText>>

/** What a proposal is close to, nearest first; `similarity` as in {@link CloseMatch}. */
export const CloseProposal = z.object({ index: z.int().min(0), others: z.array(z.object({ text: CloseText, similarity: z.number().min(0).max(1) })).min(1) })
export type CloseProposal = Readonly<z.infer<typeof CloseProposal>>

/** `done` of `total` documents were looked through; `close` are the proposals of document `key` that have a near-duplicate. */
export const CloseEvent = z.object({ done: z.int(), total: z.int(), key: z.string(), close: z.array(CloseProposal) })
export type CloseEvent = z.infer<typeof CloseEvent>

/** How a proposal differs from a text that it is close to: that text → the proposal. */
export const CloseMatch = z.object({
  text: CloseText,
  /** Title of its source, or the name of the other file; empty without. */
  source: z.string(),
  locator: z.string(),
  /** Share of characters that both have in the same order, 0–1; 1: the same but for punctuation, width, case and spaces. */
  similarity: z.number().min(0).max(1),
  title: TextDiff,
  body: TextDiff,
})
export type CloseMatch = Readonly<z.infer<typeof CloseMatch>>

/** What is stored of a document: everything that was proposed, but for what the user changed. */
export const AcceptedFile = z.object({
  key: z.string(),
  title: z.string().max(300),
  /** Proposals that are not stored: unticked, or merged into another. */
  leftOut: z.array(z.int().min(0)).default([]),
  /** Proposals as edited, each in the place of the one with its `index`. */
  changed: z.array(ProposedMaterial).default([]),
  /** Proposals that become the newer version of another text. */
  versions: z.array(z.object({ index: z.int().min(0), of: CloseText })).default([]),
  /** Proposals that take the place of a material of the library, which goes into the trash in the same deed. */
  replacements: z.array(z.object({ index: z.int().min(0), of: MaterialId })).default([]),
})
export type AcceptedFile = z.infer<typeof AcceptedFile>

const InImport = z.object({ importId: z.string(), key: z.string() })

/** Every call about an import that is not waiting is refused with `import-gone`. */
export const imports = {
  /**
   * Reads documents without storing anything; ending the iterator early cancels. The proposals wait in the engine until accepted or discarded.
   * `into` adds them to an import that waits already, so that thousands of files can come in one after another.
   */
  read: oc.input(z.object({ into: z.string().optional(), files: z.array(z.object({ fileName: z.string().min(1).max(500), content: binary(LARGEST_DOCUMENT) })).min(1).max(2000) })).output(eventIterator(ImportEvent)),
  /** A document under review, as it was read. */
  document: oc.input(InImport).output(ReadDocument),
  /** Looks through all documents for proposals that are close to what the library has or to what an earlier file of the import brings; one event a document. */
  close: oc.input(z.object({ importId: z.string() })).output(eventIterator(CloseEvent)),
  /** A proposal beside what it is close to, as both stand now, nearest first; what is gone meanwhile is missing from the answer. */
  compare: oc.input(InImport.extend({ index: z.int().min(0), others: z.array(CloseText).min(1).max(10) })).output(z.array(CloseMatch)),
  /**
   * Stores documents with their source and original file, in one transaction each. The import ends with it, and what was not named is dropped; with `more` the
   * rest goes on waiting for another call. Made again after a failure, the call stores only what is not stored yet, and answers as if it had stored all.
   */
  accept: oc.input(z.object({ importId: z.string(), files: z.array(AcceptedFile), more: z.boolean().default(false) })).output(z.object({ sources: z.array(Source), materials: z.int() })),
  discard: oc.input(z.object({ importId: z.string() })).output(z.void()),
  /** A picture that was taken out of a document under review. */
  picture: oc.input(InImport.extend({ hash: AssetHash })).output(binary(LARGEST_DOCUMENT)),
}
