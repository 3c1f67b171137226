import { setImmediate } from 'node:timers/promises'
import type { CloseEvent, CloseMatch, CloseProposal, CloseText } from '../../shared/contract/imports'
import type { ReadDocument } from '../../shared/model/document'
import { diffText } from '../../shared/text-diff/diff-text'
import type { Library } from '../library/library'
import { EarlierTexts } from '../library/near-duplicates/earlier-texts'
import { LEAST_SIMILARITY } from '../library/near-duplicates/near-duplicates'
import { sketchOf } from '../library/near-duplicates/sketch'
import { similarityOf, tokensOf } from '../library/near-duplicates/wording'
import type { PendingImports } from './pending-imports'

/** Asked anew after every wait: the open library may be exchanged meanwhile. */
type Room = { readonly library: Library; readonly imports: PendingImports }

/** Close texts that are named of one proposal. */
const MOST_NAMED = 3
/** Documents whose words are kept at hand while later ones are compared with them; the others are read again from the spool. */
const DOCUMENTS_AT_HAND = 64

/**
 * Goes through the documents of an import in their order and tells which proposals are close to a material of the library or to a proposal of an earlier
 * document. Between two proposals other calls of the window get their turn.
 * @param signal stops between two proposals
 * @param earlier for tests: counts what is looked at
 * @throws LecternError `import-gone` when it was accepted or discarded meanwhile
 */
export async function* closeProposals(room: Room, importId: string, signal?: AbortSignal, earlier = new EarlierTexts()): AsyncGenerator<CloseEvent, void, void> {
  const keys = room.imports.keys(importId)
  const words = new WordsAtHand(async (key) => room.imports.document(importId, key))
  const places: { readonly key: string; readonly index: number }[] = []
  for (const [done, key] of keys.entries()) {
    const close: CloseProposal[] = []
    const proposals = (await words.of(key)).entries()
    const added: { readonly features: readonly number[]; readonly index: number }[] = []
    for (const [index, { title, body, tokens }] of proposals) {
      if (signal?.aborted === true) return // nobody listens any more
      const features = sketchOf(tokens)
      const others: CloseProposal['others'] = room.library.nearDuplicates.nearestTo({ title, body }, MOST_NAMED).map(({ id, similarity }) => ({ text: { of: 'library', id }, similarity }))
      for (const no of earlier.sharing(features)) {
        const place = places[no]
        const other = place === undefined ? undefined : (await words.of(place.key))[place.index]
        const similarity = other === undefined ? 0 : similarityOf(other.tokens, tokens, LEAST_SIMILARITY)
        if (place !== undefined && similarity > 0) others.push({ text: { of: 'import', ...place }, similarity })
      }
      if (others.length > 0) close.push({ index, others: others.sort((a, b) => b.similarity - a.similarity).slice(0, MOST_NAMED) })
      added.push({ features, index })
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
  if (!imports.keys(importId).includes(key)) return null
  const material = (await imports.document(importId, key)).materials[index]
  return material === undefined ? null : { ...material, source: imports.fileName(importId, key) }
}

type Words = { readonly title: string; readonly body: string; readonly tokens: readonly string[] }

/** The proposals of documents as words, of the documents asked for last. */
class WordsAtHand {
  readonly #held = new Map<string, readonly Words[]>()

  constructor(readonly read: (key: string) => Promise<ReadDocument>) {}

  async of(key: string): Promise<readonly Words[]> {
    const words = this.#held.get(key) ?? (await this.read(key)).materials.map(({ title, body }) => ({ title, body, tokens: tokensOf({ title, body }) }))
    this.#held.delete(key)
    this.#held.set(key, words)
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= DOCUMENTS_AT_HAND) break
      this.#held.delete(oldest)
    }
    return words
  }
}
