import { setImmediate } from 'node:timers/promises'
import type { CloseEvent, CloseMatch, CloseProposal, CloseText } from '../../shared/contract/imports'
import type { ReadDocument } from '../../shared/model/document'
import { diffText } from '../../shared/text-diff/diff-text'
import type { Library } from '../library/library'
import { EarlierTexts } from '../library/near-duplicates/earlier-texts'
import { LEAST_SIMILARITY } from '../library/near-duplicates/near-duplicates'
import { sketchOf } from '../library/near-duplicates/sketch'
import { similarityOf, tokensOf } from '../library/near-duplicates/wording'
import { SpentBytes } from '../spent-bytes'
import { MANY_DOCUMENTS, type PendingImports } from './pending-imports'

/** Asked anew after every wait: the open library may be exchanged meanwhile. */
type Room = { readonly library: Library; readonly imports: PendingImports }

/** Close texts that are named of one proposal. */
const MOST_NAMED = 3
/** Characters of proposals kept at hand while later ones are compared with them, 16 MB: those of two thousand ordinary documents. Others are read again from the spool. */
const MOST_AT_HAND = 8_000_000
/** What one character of a proposal leaves behind: the file of the spool, its text, the document, tokens, and as much again of the texts that it is compared with. */
const BYTES_A_CHARACTER = 24
/** Bytes of it that may lie about. */
const MOST_COMPARED = 8 * 1024 * 1024

/**
 * Goes through the documents of an import in their order and tells which proposals are close to a material of the library or to a proposal of an earlier
 * document. Between two proposals other calls of the window get their turn. Documents that are accepted meanwhile count as gone.
 * @param signal stops between two proposals
 * @param earlier for tests: counts what is looked at
 * @throws LecternError `import-gone` when it is not waiting
 */
export async function* closeProposals(room: Room, importId: string, signal?: AbortSignal, earlier = new EarlierTexts()): AsyncGenerator<CloseEvent, void, void> {
  const keys = room.imports.keys(importId)
  // What reading them left behind must not stand beside what comparing them takes.
  if (keys.length > MANY_DOCUMENTS) room.library.makeRoom()
  const spent = new SpentBytes('major', undefined, MOST_COMPARED)
  const atHand = new WordsAtHand((key) => materialsOf(room.imports, importId, key))
  const places: { readonly key: string; readonly index: number }[] = []
  for (const [done, key] of keys.entries()) {
    const close: CloseProposal[] = []
    const proposals = (await atHand.of(key)).entries()
    const added: { readonly features: readonly number[]; readonly index: number }[] = []
    for (const [index, words] of proposals) {
      if (signal?.aborted === true) return // nobody listens any more
      const tokens = tokensIn(words)
      const features = sketchOf(tokens)
      const others: CloseProposal['others'] = room.library.nearDuplicates.nearestTo(tokens, MOST_NAMED).map(({ id, similarity }) => ({ text: { of: 'library', id }, similarity }))
      for (const no of earlier.sharing(features)) {
        const place = places[no]
        const other = place === undefined ? undefined : (await atHand.of(place.key))[place.index]
        const similarity = other === undefined ? 0 : similarityOf(tokensIn(other), tokens, LEAST_SIMILARITY)
        if (place !== undefined && similarity > 0) others.push({ text: { of: 'import', ...place }, similarity })
      }
      if (others.length > 0) close.push({ index, others: others.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_NAMED) })
      added.push({ features, index })
      spent.add(words.length * BYTES_A_CHARACTER)
      await setImmediate()
    }
    // Only now: a document is not compared with itself.
    for (const { features, index } of added) {
      earlier.add(features)
      places.push({ key, index })
    }
    yield { done: done + 1, total: keys.length, key, close }
  }
}

/** A proposal beside the texts named, as all of them stand now; nearest first, without those that are gone. @throws LecternError `import-gone` */
export async function compareProposal(room: Room, importId: string, key: string, index: number, others: readonly CloseText[]): Promise<CloseMatch[]> {
  const proposal = (await room.imports.document(importId, key)).materials[index]
  if (proposal === undefined) return []
  const matches: CloseMatch[] = []
  for (const text of others) {
    const other = text.of === 'library' ? ofLibrary(room.library, text.id) : await ofImport(room.imports, importId, text)
    if (other === null) continue
    const similarity = similarityOf(tokensOf(other), tokensOf(proposal), 0)
    matches.push({ text, source: other.source, locator: other.locator, similarity, title: [...diffText(other.title, proposal.title)], body: [...diffText(other.body, proposal.body)] })
  }
  return matches.sort((a, b) => b.similarity - a.similarity)
}

type Other = { readonly title: string; readonly body: string; readonly source: string; readonly locator: string }

function ofLibrary(library: Library, id: Extract<CloseText, { of: 'library' }>['id']): Other | null {
  const material = library.materials.find(id)
  if (material === null) return null
  const source = material.provenance === null ? null : library.sources.find(material.provenance.sourceId)
  return { title: material.title, body: material.body, source: source?.title ?? '', locator: material.provenance?.locator ?? '' }
}

async function ofImport(imports: PendingImports, importId: string, { key, index }: Extract<CloseText, { of: 'import' }>): Promise<Other | null> {
  const material = (await materialsOf(imports, importId, key))[index]
  return material === undefined || !imports.isWaiting(importId, key) ? null : { ...material, source: imports.fileName(importId, key) }
}

/** The proposals of a document; none when it does not wait any more, be it that it went while it was read. */
async function materialsOf(imports: PendingImports, importId: string, key: string): Promise<ReadDocument['materials']> {
  if (!imports.isWaiting(importId, key)) return []
  try {
    return (await imports.document(importId, key)).materials
  } catch (error) {
    if (!imports.isWaiting(importId, key)) return []
    throw error
  }
}

/** The tokens of a proposal in one string: a tenth of what they take as strings of their own. No token holds a space. */
const wordsOf = (wording: { readonly title: string; readonly body: string }): string => tokensOf(wording).join(' ')
const tokensIn = (words: string): string[] => (words === '' ? [] : words.split(' '))

/** The proposals of documents as words, of the documents asked for last. */
class WordsAtHand {
  readonly #held = new Map<string, readonly string[]>()
  #characters = 0

  constructor(readonly read: (key: string) => Promise<ReadDocument['materials']>) {}

  async of(key: string): Promise<readonly string[]> {
    const held = this.#held.get(key)
    const words = held ?? (await this.read(key)).map(wordsOf)
    if (held === undefined) this.#characters += lengthOf(words)
    this.#held.delete(key)
    this.#held.set(key, words)
    for (const [oldest, others] of this.#held) {
      if (this.#characters <= MOST_AT_HAND || oldest === key) break
      this.#held.delete(oldest)
      this.#characters -= lengthOf(others)
    }
    return words
  }
}

const lengthOf = (words: readonly string[]): number => words.reduce((sum, { length }) => sum + length, 0)
