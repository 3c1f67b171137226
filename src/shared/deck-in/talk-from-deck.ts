import type { BlockContent, FrontMatter } from '../model/block'
import type { Deck, DeckItem, DeckSlide } from '../model/deck'
import { plainLook } from '../model/look'
import type { Outcome } from '../outcome'
import { writeTalk, type NewBlock, type NewTalk } from '../markdown/write-talk'
import { leftOutOf } from './deck-warnings'
import { contentsOf } from './slide-contents'

type NewSection = NewTalk['sections'][number] & { readonly blocks: NewBlock[] }

/**
 * Makes a talk of a presentation: each slide a block with its notes as script, its cover the front matter, its section pages (or else its own sections) the
 * talk's sections. Slides that go on with the one before them are one block with it.
 * @param fallbackTitle where no slide has a title
 * @returns the talk's Markdown; warnings say what could not be taken over, and on which slides
 */
export const talkFromDeck = (deck: Deck, fallbackTitle: string): Outcome<string> => {
  const lang = languageOf(deck)
  const [first] = deck.slides
  const cover = first !== undefined && isCover(first) ? first : null
  const lines = cover?.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) ?? []
  const front: FrontMatter = { title: cover?.title || fallbackTitle, subtitle: lines[0] ?? '', occasion: '', format: '', audience: '', minutes: null, speaker: '', date: '', lang, ...plainLook, reveal: deck.slides.some(hasItsAnswer) ? 'click' : plainLook.reveal }

  const hasSectionPages = deck.slides.some(({ role }) => role === 'section')
  const sectionAt = new Map(hasSectionPages || deck.sections.length < 2 ? [] : deck.sections.flatMap(({ title, pages }) => (pages[0] === undefined ? [] : [[pages[0], title] as const])))
  const sections: NewSection[] = []
  const blocksOfSection = (): NewBlock[] => {
    const last = sections.at(-1) ?? { title: '', blocks: [] }
    if (sections.length === 0) sections.push(last)
    return last.blocks
  }
  let previous: DeckSlide | null = null
  for (const slide of deck.slides) {
    const section = slide.role === 'section' ? nameOf(slide, lang) : sectionAt.get(slide.page)
    if (section !== undefined && section !== '') sections.push({ title: section, blocks: [] })
    if (slide === cover || slide.role === 'section') {
      // What such a page shows is written by the talk itself; what is said to it, or shown besides, needs a block.
      const items = slide.items.filter((item) => (slide === cover ? item.kind !== 'text' || lines.indexOf(item.text) > 0 : !isOrdinal(item)))
      if (items.length > 0 || slide.notes.length > 0) blocksOfSection().push(...blocksOf({ ...slide, items }, lang))
    } else if (!goesOn(slide, previous, blocksOfSection())) blocksOfSection().push(...blocksOf(slide, lang))
    previous = slide
  }
  return { value: writeTalk({ front, sections }), warnings: leftOutOf(deck) }
}

const isCover = ({ role, items }: DeckSlide): boolean => role === 'cover' && items.every(({ kind }) => kind === 'text' || kind === 'picture')

/** A question of our own that shows its answer on a click. */
const hasItsAnswer = ({ role, items }: DeckSlide): boolean => role === 'question' && items.some((item) => item.kind === 'question' && (item.answer !== '' || item.explanation.length > 0))

/** Chinese where at least a fifth of what is shown is. */
const languageOf = ({ slides }: Deck): 'zh-CN' | 'en' => {
  const text = slides.map(({ title, items }) => title + items.map((item) => (item.kind === 'text' ? item.text : '')).join('')).join('')
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 5 >= text.length ? 'zh-CN' : 'en'
}

/** The large numeral of a section's page. */
const isOrdinal = (item: DeckItem): boolean => item.kind === 'text' && /^(?:\d{1,2}|[IVX]{1,4}|[一二三四五六七八九十]{1,3})$/.test(item.text.trim())

/** A slide without a title is called by its first short line, which is left where it is; else by its number. */
const nameOf = ({ title, items, page }: DeckSlide, lang: 'zh-CN' | 'en'): string => {
  if (title !== '') return title
  const [line] = items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))
  return line !== undefined && line.length <= 24 ? line : lang === 'en' ? `Slide ${page}` : `第 ${page} 页`
}

const ownPages = { agenda: { kind: 'agenda', minutes: false }, references: { kind: 'references' } } as const satisfies Record<string, BlockContent>

const blocksOf = (slide: DeckSlide, lang: 'zh-CN' | 'en'): readonly NewBlock[] => {
  const name = nameOf(slide, lang)
  const script = slide.notes.join('\n\n')
  const own = slide.role === 'agenda' || slide.role === 'references' ? ownPages[slide.role] : null
  const contents = own === null ? contentsOf(slide) : [{ title: null, content: own }]
  return contents.map(({ title, content }, index) => ({
    title: title ?? name,
    content: slide.role === 'closing' && content.kind === 'points' ? { kind: 'closing', points: content.points } : content,
    script: index > 0 || script === '' ? null : script,
    citations: [],
    condition: null,
  }))
}

/** 「甲（续）」 behind 「甲」, and the answer behind its question: what it shows is added to that block. @returns whether the slide was one of these */
const goesOn = (slide: DeckSlide, previous: DeckSlide | null, blocks: NewBlock[]): boolean => {
  const continued = /^(.+?)\s*(?:（续\s*\d*）|\(续\s*\d*\)|\((?:continued|cont\.?)\))$/i.exec(slide.title)?.[1]
  const answers = slide.role === 'answer' && (previous?.role === 'question' || previous?.role === 'answer')
  const base = continued ?? (answers ? slide.title : undefined)
  const before = blocks.at(-1)
  if (base === undefined || before === undefined || before.title !== base || previous === null) return false
  const [own, ...others] = contentsOf(slide)
  const joined = own === undefined || others.length > 0 ? null : joinedContent(before.content, own.content, slide.role)
  if (joined === null) return false
  const said = slide.notes.join('\n\n')
  // A script that turns no page stands under each slide of its block.
  const script = said === '' || said === previous.notes.join('\n\n') || said === before.script ? before.script : [before.script, said].filter((part) => part !== null).join('\n\n')
  blocks[blocks.length - 1] = { ...before, content: joined, script }
  return true
}

const joinedContent = (before: BlockContent, after: BlockContent, role: DeckSlide['role']): BlockContent | null => {
  if (before.kind === 'question' && after.kind === 'question') return joinedQuestion(before, after, role === 'answer')
  if (before.kind === 'points' && after.kind === 'points' && (before.picture === null || after.picture === null)) return { ...before, points: [...before.points, ...after.points], picture: before.picture ?? after.picture }
  if (before.kind === 'quote' && after.kind === 'quote') return { ...before, paragraphs: [...before.paragraphs, ...after.paragraphs], attribution: before.attribution || after.attribution }
  if (before.kind === 'table' && after.kind === 'table' && after.lead.length === 0 && JSON.stringify(before.table.header) === JSON.stringify(after.table.header)) return { ...before, table: { ...before.table, rows: [...before.table.rows, ...after.table.rows] } }
  return null
}

type Question = Extract<BlockContent, { kind: 'question' }>

/** An answer says its question's stem and options again, all of them or only the right ones; what is there already is not added twice. */
const joinedQuestion = (before: Question, after: Question, isAnswer: boolean): Question => {
  const known = new Set(before.options.map(({ letter }) => letter))
  return {
    kind: 'question',
    stem: isAnswer && before.stem.length > 0 ? before.stem : [...before.stem, ...after.stem],
    options: [...before.options, ...after.options.filter(({ letter }) => !known.has(letter))],
    answer: [...new Set(before.answer + after.answer)].toSorted().join(''),
    explanation: [...before.explanation, ...after.explanation],
  }
}
