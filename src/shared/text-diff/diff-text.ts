import { diffArrays } from 'diff'
import type { DiffPiece, TextDiff } from '../model/text-diff'

/** A Han or kana character, a word of any other script, a run of spaces, or one sign: the smallest thing that a reader sees change. */
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+|[^\S\n]+|./gsu

export const diffTokens = (text: string): string[] => text.match(TOKEN) ?? []

/** Up to so many tokens two texts are compared as a whole; longer ones paragraph by paragraph first. */
const MOST_TOKENS = 4000
/** Myers' algorithm takes the square of the number of edits: beyond this many two texts have next to nothing in common. */
const MOST_EDITS = 1500

type Piece = { kind: DiffPiece['kind']; text: string }

const pieces = (before: readonly string[], after: readonly string[]): Piece[] | null => {
  const changes = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS })
  return changes ? changes.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })) : null
}

const replaced = (before: string, after: string): Piece[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
]

/** Pieces of one kind joined; within a stretch of changes what was removed comes before what was added. */
const settled = (all: readonly Piece[]): Piece[] => {
  const result: Piece[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed })
    if (added !== '') result.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of all) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind, text })
    }
  }
  flush()
  return result
}

/** A lone character kept between two longer changes is a coincidence; a reader takes in the whole stretch more easily. */
const withoutCoincidences = (all: readonly Piece[]): Piece[] => {
  const long = (piece: Piece | undefined) => piece !== undefined && piece.kind !== 'same' && piece.text.length > 2
  return settled(all.flatMap((piece, at) => (piece.kind === 'same' && piece.text.length === 1 && piece.text.trim() !== '' && long(all[at - 1]) && long(all[at + 1]) ? replaced(piece.text, piece.text) : [piece])))
}

const byTokens = (before: string, after: string): Piece[] => {
  const [old, young] = [diffTokens(before), diffTokens(after)]
  return old.length + young.length > MOST_TOKENS ? replaced(before, after) : (pieces(old, young) ?? replaced(before, after))
}

const lines = (text: string): string[] => text.split(/(?<=\n)/u)

const byParagraphs = (before: string, after: string): Piece[] => {
  const rough = settled(pieces(lines(before), lines(after)) ?? replaced(before, after))
  return rough.flatMap((piece, at) => {
    const next = rough[at + 1]
    if (piece.kind === 'removed' && next?.kind === 'added') return byTokens(piece.text, next.text)
    return piece.kind === 'added' && rough[at - 1]?.kind === 'removed' ? [] : [piece]
  })
}

/**
 * The difference between two texts for a reader: by characters in Chinese and Japanese, by words elsewhere.
 *
 * @returns pieces in order; those that are `same` or `removed` make up `before`, those that are `same` or `added` make up `after`. A text of
 * any length is answered in bounded time; where two have next to nothing in common, the whole is removed and added.
 */
export const diffText = (before: string, after: string): TextDiff => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const isShort = diffTokens(before).length + diffTokens(after).length <= MOST_TOKENS
  return withoutCoincidences(settled(isShort ? byTokens(before, after) : byParagraphs(before, after)))
}
