import type { Language } from '../../../shared/language'
import type { Block, Condition, Section, Talk } from '../../../shared/model/block'
import type { AssetHash } from '../../../shared/model/ids'
import type { Deck } from '../../../shared/slides/scene'
import type { TalkTime } from '../../../shared/speech/time-talk'
import type { DocumentPictures } from './document-pictures'
import { shownPieces } from './plan-block'
import { citationText, referencesOf } from './plan-references'
import { type SlideRange, spokenParagraphs } from './plan-spoken'
import { slideBeside } from './slides-beside'
import { paragraph, type ScriptDocument, type ScriptParagraph, type ScriptPiece, type ScriptRun, type ScriptStyle, text } from './script-document'
import { dateText, scriptWords, type ScriptWords } from './script-words'

export type ScriptFacts = {
  /** The deck that stands behind the talk: blocks name their slides in it. */
  readonly deck: Deck
  /** What each block takes, as `timeTalk` counts it. */
  readonly time: TalkTime
  /** The language of the talk. */
  readonly language: Language
  /** The name of an audience for its key; the user's own have none but the key. */
  readonly audienceName: (key: string) => string
  readonly picture: DocumentPictures['info']
  /** The picture of the deck's nth slide, from 1, to stand beside what is said with it; none without. */
  readonly slideHash?: (slide: number) => AssetHash | null
}

/** What a block's part of a script is made of, and the footnotes that it adds. */
export type PlannedBlock = { readonly pieces: readonly ScriptPiece[]; readonly notes: readonly string[] }

/** Blocks that were planned before. @param key names all that the plan depends on, beside what the block shows and pictures */
export type PlanMemory = (block: Block, key: string, plan: () => PlannedBlock) => PlannedBlock

const forgetful: PlanMemory = (_block, _key, plan) => plan()

/** The script of a talk as a plain document: every word of every script, in the order of the talk, with what the speaker must have before them. */
export function planScript(talk: Talk, facts: ScriptFacts, memory = forgetful): ScriptDocument {
  const words = scriptWords[facts.language]
  const slides = slidesByBlock(facts.deck)
  const seconds = new Map(facts.time.sections.flatMap(({ blocks }) => blocks.map((timed) => [timed.key, timed.seconds] as const)))
  const notes: string[] = []
  const voices = handOvers(talk)
  const body = talk.sections.flatMap((section, index) => [
    ...(section.title === '' ? [] : [beside(paragraph('section', text(section.title)), sectionPage(facts.deck, index), facts, words), sectionMeta(section, index, facts, words)]),
    ...section.blocks.flatMap((block) => {
      const place: BlockPlace = { takingOver: voices.get(block.key) ?? null, slides: slides.get(block.key) ?? null, seconds: seconds.get(block.key) ?? 0, notesBefore: notes.length, slideCount: facts.deck.scenes.length }
      const planned = memory(block, JSON.stringify([place, block.title, block.script?.text, block.citations.map(({ source, at }) => [source, at]), block.condition]), () => blockPieces(block, place, facts, words))
      for (const note of planned.notes) notes.push(note)
      return planned.pieces
    }),
  ])
  const references = referencesOf(talk, words)
  return {
    title: talk.front.title.trim() || words.untitled,
    speaker: talk.front.speaker,
    opening: opening(talk, facts, words),
    body: [
      ...(body.length === 0 ? [paragraph('shown', text(words.empty))] : body),
      ...(references.length === 0 ? [] : [paragraph('section', text(words.references)), ...references.map((reference) => paragraph('reference', text(reference.line)))]),
    ],
    notes,
  }
}

function opening(talk: Talk, { time, audienceName }: ScriptFacts, words: ScriptWords): readonly ScriptParagraph[] {
  const { front } = talk
  const facts: readonly (readonly (readonly [name: string, value: string])[])[] = [
    [
      [words.speaker, front.speaker],
      [words.date, front.date === '' ? '' : dateText(front.date, words)],
    ],
    [
      [words.occasion, front.occasion],
      [words.audience, front.audience === '' ? '' : audienceName(front.audience)],
    ],
    [[words.time, words.planned(front.minutes, words.duration(time.seconds))]],
    [[words.speakers, timesBySpeaker(talk, time).map(([name, seconds]) => `${name} ${words.duration(seconds)}`).join(words.nameBreak)]],
  ]
  const lines = facts.map((line) => line.filter(([, value]) => value !== '').map(([name, value]) => name + words.colon + value).join(words.gap))
  return [
    paragraph('title', text(front.title.trim() || words.untitled)),
    ...(front.subtitle === '' ? [] : [paragraph('subtitle', text(front.subtitle))]),
    ...lines.filter((line) => line !== '').map((line) => paragraph('facts', text(line))),
  ]
}

/** Who speaks for how long, in the order in which they begin; empty where one person gives the whole talk. What nobody is named for is the speaker's own. */
function timesBySpeaker(talk: Talk, time: TalkTime): readonly (readonly [name: string, seconds: number])[] {
  const times = new Map<string, number>()
  for (const [index, section] of talk.sections.entries()) {
    for (const [at, { script }] of section.blocks.entries()) {
      const name = script?.speaker ?? talk.front.speaker
      times.set(name, (times.get(name) ?? 0) + (time.sections[index]?.blocks[at]?.seconds ?? 0))
    }
  }
  const spoken = [...times].filter(([name, seconds]) => name !== '' && seconds > 0)
  return spoken.every(([name]) => name === talk.front.speaker) ? [] : spoken
}

/** Whoever begins to speak with a block, by the block's key; the one who gives the talk is named where they take over again. */
function handOvers(talk: Talk): ReadonlyMap<string, string> {
  const begins = new Map<string, string>()
  let before = talk.front.speaker
  for (const { key, script } of talk.sections.flatMap(({ blocks }) => blocks)) {
    if (script === null || script.text.trim() === '') continue
    const own = script.speaker ?? talk.front.speaker
    if (own !== before && own !== '') begins.set(key, own)
    before = own
  }
  return begins
}

function sectionMeta(section: Section, index: number, { deck, time }: ScriptFacts, words: ScriptWords): ScriptParagraph {
  const slides = deck.scenes.flatMap((scene, slide) => (scene.section === index ? [slide + 1] : []))
  const timed = time.sections[index]
  return paragraph('meta', text([rangeText(slides.length === 0 ? null : { first: slides[0]!, last: slides.at(-1)! }, words), section.blocks.length === 0 || !timed ? '' : words.duration(timed.seconds)].filter((part) => part !== '').join(words.gap)))
}

/** A change of voice is a cue: it stands alone on its line, above the words. */
const takenOver = (speaker: string, words: ScriptWords): ScriptParagraph => paragraph('cue-line', { kind: 'cue', text: words.bracket(`${words.speaks}${words.colon}${speaker}`) })

/** Where a block stands in its talk. */
type BlockPlace = {
  /** Who begins to speak with it; null where the one before goes on. */
  readonly takingOver: string | null
  readonly slides: SlideRange | null
  readonly seconds: number
  readonly notesBefore: number
  /** Of the whole deck. */
  readonly slideCount: number
}

function blockPieces(block: Block, { takingOver, slides, seconds, notesBefore, slideCount }: BlockPlace, facts: ScriptFacts, words: ScriptWords): PlannedBlock {
  const { audienceName, picture } = facts
  const meta = [rangeText(slides, words), seconds > 0 ? words.duration(seconds) : '', block.condition === null ? '' : conditionText(block.condition, audienceName, words)]
  const scripted = block.script !== null && block.script.text.trim() !== ''
  const shown = shownPieces(block, scripted, words, picture)
  const spoken = scripted ? spokenParagraphs(block.script.text, slides, slideCount, words) : []
  const pieces = [paragraph('meta', text(meta.filter((part) => part !== '').join(words.gap))), ...shown, ...(scripted && takingOver !== null ? [takenOver(takingOver, words)] : []), ...spoken.map(({ paragraph: said, slides: [slide] }) => beside(said, slide ?? null, facts, words)), ...unspoken(slides, spoken.flatMap(({ slides: [slide] }) => slide ?? []), facts, words)]
  return {
    pieces: [beside(paragraph('block', text(block.title || rangeText(slides, words) || words.untitled)), slides?.first ?? null, facts, words), ...withNotes(pieces, block, notesBefore)].filter((piece) => piece.kind !== 'paragraph' || piece.runs.some((run) => !('text' in run) || run.text !== '')),
    notes: block.citations.map((citation) => citationText(citation, words)),
  }
}

/** A paragraph with a slide beside it, where there are pictures of slides. */
function beside(what: ScriptParagraph, slide: number | null, { deck, slideHash }: ScriptFacts, words: ScriptWords): ScriptParagraph {
  const hash = slide === null ? null : (slideHash?.(slide) ?? null)
  const scene = deck.scenes[(slide ?? 0) - 1]
  return hash === null || slide === null || !scene ? what : { ...what, beside: slideBeside(deck, hash, `${words.slides(slide, slide)}${words.colon}${scene.title}`) }
}

/** Further slides of a block that no cue of its script leads to, each with a line that names it. */
function unspoken(slides: SlideRange | null, spoken: readonly number[], facts: ScriptFacts, words: ScriptWords): readonly ScriptParagraph[] {
  if (slides === null || facts.slideHash === undefined) return []
  const further = Array.from({ length: slides.last - slides.first }, (_, index) => slides.first + 1 + index).filter((slide) => !spoken.includes(slide))
  return further.map((slide) => beside({ ...paragraph('meta', text(words.slides(slide, slide))), keepNext: false }, slide, facts, words))
}

/** The page that opens a section. */
function sectionPage({ scenes }: Deck, section: number): number | null {
  const index = scenes.findIndex((scene) => scene.section === section && scene.block === null)
  return index === -1 ? null : index + 1
}

/** Citations become footnotes of what rests on them: the quotation or figure shown, else the last words said. */
function withNotes(pieces: readonly ScriptPiece[], { citations }: Block, notesBefore: number): readonly ScriptPiece[] {
  if (citations.length === 0) return pieces
  const styles = (...wanted: readonly ScriptStyle[]) => pieces.findLastIndex((piece) => piece.kind === 'paragraph' && wanted.includes(piece.style))
  const at = [styles('attribution', 'quote'), styles('caption'), styles('body'), styles('shown'), 0].find((index) => index >= 0)!
  const runs = citations.map((_citation, index) => ({ kind: 'note' as const, note: notesBefore + index + 1 }))
  return pieces.map((piece, index) => (index === at && piece.kind === 'paragraph' ? { ...piece, runs: inserted(piece.runs, runs) } : piece))
}

/** The mark stands behind the last word, before the cues that follow it. */
function inserted(runs: readonly ScriptRun[], notes: readonly ScriptRun[]): readonly ScriptRun[] {
  const last = runs.findLastIndex((run) => run.kind === 'text' && run.text.trim() !== '')
  if (last === -1) return [...runs, ...notes]
  const run = runs[last] as Extract<ScriptRun, { kind: 'text' }>
  const words = run.text.trimEnd()
  const space = run.text.slice(words.length)
  return [...runs.slice(0, last), { ...run, text: words }, ...notes, ...(space === '' ? [] : [text(space)]), ...runs.slice(last + 1)]
}

function slidesByBlock(deck: Deck): ReadonlyMap<string, SlideRange> {
  const ranges = new Map<string, SlideRange>()
  for (const [index, { block }] of deck.scenes.entries()) if (block !== null) ranges.set(block, { first: ranges.get(block)?.first ?? index + 1, last: index + 1 })
  return ranges
}

const rangeText = (slides: SlideRange | null, words: ScriptWords): string => (slides === null ? '' : words.slides(slides.first, slides.last))

function conditionText(condition: Condition, audienceName: (key: string) => string, words: ScriptWords): string {
  const audiences = condition.audiences.map(audienceName).join(words.nameBreak)
  return condition.mode === 'only' ? words.only(audiences) : words.except(audiences)
}
