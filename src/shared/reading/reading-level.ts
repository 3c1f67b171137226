import commonData from '../../../resources/reading/common-characters.json'
import { parseScript } from '../speech/parse-script'

/**
 * How hard a script is to follow by ear, in two measures that need no dictionary: the length of sentences and the share of characters beyond the common ones.
 * Chinese readability is usually measured by sentence length and uncommon words (Zhang Ningzhi 2000, 汉语教材语料难度的定量分析, 世界汉语教学 2000(3)); characters
 * stand in for words here.
 */
export type ReadingLevel = {
  /** Those that hold a Han character. */
  readonly sentences: number
  /** Han characters. */
  readonly characters: number
  /** Mean of Han characters in a sentence; 0 without one. */
  readonly sentenceLength: number
  /** Han characters beyond the 3755 of GB/T 2312 level 1, each once, the most frequent first. */
  readonly rare: readonly string[]
  /** Their part of all Han characters, 0–1. */
  readonly rareShare: number
}

/** 〇 is the figure zero in a written year; the standard counts it among the signs. */
const common: ReadonlySet<string> = new Set(`${commonData.characters}〇`)
const HAN = /\p{Script=Han}/gu
/** A semicolon ends what is taken in at one go, as a full stop does; a line of a script is at least one sentence. */
const SENTENCE_END = /[。！？!?；;…\n]+/u

/** Of a script, cues left out; several are measured as one when they are joined by line breaks. */
export const readingLevel = (script: string): ReadingLevel => {
  const spoken = parseScript(script)
    .map((segment) => (segment.kind === 'text' ? segment.text : ' '))
    .join('')
  const lengths = spoken.split(SENTENCE_END).flatMap((sentence) => sentence.match(HAN)?.length ?? [])
  const characters = lengths.reduce((sum, length) => sum + length, 0)
  const counts = new Map<string, number>()
  for (const [character] of spoken.matchAll(HAN)) if (!common.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  const rareCount = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    sentences: lengths.length,
    characters,
    sentenceLength: lengths.length === 0 ? 0 : characters / lengths.length,
    rare: [...counts].sort(([, a], [, b]) => b - a).map(([character]) => character),
    rareShare: characters === 0 ? 0 : rareCount / characters,
  }
}
