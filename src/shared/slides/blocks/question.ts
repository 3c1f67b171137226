import type { BlockContent } from '../../model/block'
import { points } from '../../units'
import { heightOf, type ParagraphSpec, plainRun, runsOf, setParagraphs, textItem, textStyle } from '../compose'
import type { LayoutContext, SlideDraft } from '../context'
import { paginate } from '../flow'
import { filled } from '../shapes'
import { type Area, boxOf, columnsOf, onBaseline } from '../page'
import type { SceneItem, SceneText } from '../scene'
import { steadyWidth } from '../text-width'

type Question = Extract<BlockContent, { kind: 'question' }>
type Option = Question['options'][number]

const CARD = { gap: 12, x: 18, y: 11, letter: 36, letterGap: 15, radius: 6 }
const STEM_GAP = 24

const isRight = (option: Option, content: Question): boolean => content.answer.includes(option.letter)

const stemSpecs = (content: Question, size: number): ParagraphSpec[] => content.stem.map((inlines) => ({ runs: runsOf(inlines, textStyle(size, 'ink', { bold: true })), spaceBefore: Math.round(size * 0.3) }))

function optionSpecs(option: Option, size: number, right: boolean): ParagraphSpec[] {
  return [{ runs: runsOf(option.inlines, textStyle(size, right ? 'paper' : 'ink', { bold: right })) }]
}

type Cards = { readonly items: readonly SceneItem[]; readonly height: number }

/** Option cards in `columns` columns from `area.y` down, all of one height within a row. `shown` says which stand filled as right. */
function optionCards(options: readonly Option[], area: Area, columns: number, size: number, right: (option: Option) => boolean, context: LayoutContext): Cards {
  const items: SceneItem[] = []
  const look = context.structure.option
  let y = area.y
  for (let row = 0; row * columns < options.length; row++) {
    const inRow = options.slice(row * columns, row * columns + columns)
    const places = columnsOf(area, columns, CARD.gap)
    const set = inRow.map((option, index) => {
      const place = places[index] ?? area
      const inner = place.width - 2 * CARD.x - CARD.letter - CARD.letterGap
      const specs = optionSpecs(option, size, right(option))
      const width = steadyWidth(inner, specs, context.metrics)
      return { option, place, width, paragraphs: setParagraphs(specs, width, context.metrics) }
    })
    const height = onBaseline(Math.max(CARD.letter, ...set.map(({ paragraphs }) => heightOf(paragraphs))) + 2 * CARD.y + 2)
    for (const { option, place, width, paragraphs } of set) {
      const marked = right(option)
      const card = { ...place, y, height }
      const disc = { x: card.x + CARD.x, y: y + (height - CARD.letter) / 2, width: CARD.letter, height: CARD.letter }
      const letter = setParagraphs([{ runs: [plainRun(option.letter, textStyle(20, marked ? 'accent' : 'accent-deep', { bold: true }))], align: 'center', pitch: 26 }], CARD.letter, context.metrics)
      items.push(
        { ...filled(`card-${option.letter}`, card, marked ? 'accent' : look.fill, 'rounded', Math.max(CARD.radius, context.structure.card.radius)), line: { colour: marked ? 'accent' : look.line, width: points(1.25) } },
        filled(`disc-${option.letter}`, disc, marked || look.fill === 'accent-tint' ? 'paper' : 'accent-tint', 'ellipse'),
        textItem({ name: `letter-${option.letter}`, area: { ...disc, y: disc.y + (CARD.letter - 26) / 2, height: 26 }, anchor: 'middle' }, letter),
        textItem({ name: `option-${option.letter}`, area: { x: disc.x + CARD.letter + CARD.letterGap, y: y + CARD.y, width, height: height - 2 * CARD.y }, anchor: 'middle' }, paragraphs),
      )
    }
    y += height + CARD.gap
  }
  return { items, height: options.length === 0 ? 0 : y - CARD.gap - area.y }
}

/** Short options stand two by two; long ones one beneath the other. */
function columnsFor(options: readonly Option[], area: Area, size: number, context: LayoutContext): number {
  if (options.length < 4) return 1
  const width = columnsOf(area, 2, CARD.gap)[0]?.width ?? area.width
  const inner = width - 2 * CARD.x - CARD.letter - CARD.letterGap
  return options.every((option) => heightOf(setParagraphs(optionSpecs(option, size, true), inner, context.metrics)) <= 40) ? 2 : 1
}

const body = (specs: readonly ParagraphSpec[], area: Area, context: LayoutContext, name = 'body', placeholder: SceneText['placeholder'] = 'body'): SceneText => {
  const width = steadyWidth(area.width, specs, context.metrics)
  const paragraphs = setParagraphs(specs, width, context.metrics)
  return textItem({ name, placeholder, area: { ...area, width, height: heightOf(paragraphs) } }, paragraphs)
}
const heightIn = (specs: readonly ParagraphSpec[], area: Area, context: LayoutContext): number => heightOf(setParagraphs(specs, steadyWidth(area.width, specs, context.metrics), context.metrics))

/** The question as it is asked. When stem and options do not share a slide, the stem goes first. */
function asked(content: Question, context: LayoutContext): SlideDraft[] {
  const area = context.page.body
  for (const [stem, option] of [[32, 24], [30, 24], [28, 22], [26, 22], [24, 20], [22, 20], [20, 20]] as const) {
    const specs = stemSpecs(content, content.options.length === 0 ? stem + 4 : stem)
    const stemHeight = heightIn(specs, area, context)
    const below = { ...area, y: onBaseline(area.y + stemHeight + STEM_GAP) }
    const cards = optionCards(content.options, below, columnsFor(content.options, area, option, context), option, () => false, context)
    const used = content.options.length === 0 ? stemHeight : below.y - area.y + cards.height
    if (used > area.height) continue
    const drop = onBaseline((area.height - used) * 0.28)
    return [{ layout: 'question', items: [body(specs, { ...area, y: area.y + drop }, context), ...shifted(cards.items, drop)] }]
  }
  const stemSlides = paginate(stemSpecs(content, 24), steadyWidth(area.width, stemSpecs(content, 24), context.metrics), area.height, context.metrics).map((page): SlideDraft => ({ layout: 'question', items: [body(page, area, context)] }))
  return [...stemSlides, ...optionSlides(content.options, () => false, 'question', context)]
}

const shifted = (items: readonly SceneItem[], drop: number): SceneItem[] => items.map((item) => ({ ...item, box: { ...item.box, y: (item.box.y + boxOf({ x: 0, y: drop, width: 0, height: 0 }).y) as SceneItem['box']['y'] } }))

/** Options alone, on as many slides as they need. One that is longer than a slide is set as running text. */
function optionSlides(options: readonly Option[], right: (option: Option) => boolean, layout: 'question' | 'answer', context: LayoutContext): SlideDraft[] {
  const area = context.page.body
  const slides: SlideDraft[] = []
  let waiting = [...options]
  while (waiting.length > 0) {
    let count = waiting.length
    while (count > 1 && optionCards(waiting.slice(0, count), area, 1, 20, right, context).height > area.height) count--
    const cards = optionCards(waiting.slice(0, count), area, 1, 20, right, context)
    if (cards.height <= area.height) slides.push({ layout, items: cards.items })
    else {
      const [option] = waiting
      const specs: ParagraphSpec[] = option ? [{ runs: [plainRun(`${option.letter}  `, textStyle(20, 'accent', { bold: true })), ...runsOf(option.inlines, textStyle(20))] }] : []
      for (const page of paginate(specs, steadyWidth(area.width, specs, context.metrics), area.height, context.metrics)) slides.push({ layout, items: [body(page, area, context)] })
    }
    waiting = waiting.slice(count)
  }
  return slides
}

/** The answer: the right card filled, the reason beneath. Where room is short, first the wrong options go, then the reason takes slides of its own. */
function answered(content: Question, context: LayoutContext): SlideDraft[] {
  if (content.answer === '' && content.explanation.length === 0) return []
  const area = context.page.body
  const reason = (size: number): ParagraphSpec[] =>
    content.explanation.length === 0
      ? []
      : [{ runs: [plainRun(context.words.explanation, textStyle(20, 'accent', { bold: true }))] }, ...content.explanation.map((inlines) => ({ runs: runsOf(inlines, textStyle(size)), spaceBefore: 6 }))]
  const right = (option: Option): boolean => isRight(option, content)
  const rightOnes = content.options.filter(right)
  const all = { options: content.options, stem: true }
  for (const { options, stem } of [all, { options: rightOnes, stem: true }, { options: rightOnes, stem: false }]) {
    for (const [stemSize, size] of [[24, 24], [22, 22], [20, 20]] as const) {
      const specs = stem ? stemSpecs(content, stemSize) : []
      const stemHeight = specs.length > 0 ? heightIn(specs, area, context) + 18 : 0
      const below = { ...area, y: onBaseline(area.y + stemHeight) }
      const cards = optionCards(options, below, columnsFor(options, area, size, context), size, right, context)
      const reasonTop = onBaseline(below.y + cards.height + (cards.height > 0 ? 24 : 0))
      const reasonSpecs = reason(size)
      const end = reasonSpecs.length > 0 ? reasonTop + heightIn(reasonSpecs, area, context) : below.y + cards.height
      if (end > area.y + area.height) continue
      const drop = onBaseline((area.y + area.height - end) * 0.25)
      const items: SceneItem[] = [...(specs.length > 0 ? [body(specs, area, context, 'stem', null)] : []), ...cards.items]
      if (reasonSpecs.length > 0) items.push(body(reasonSpecs, { ...area, y: reasonTop }, context))
      return [{ layout: 'answer', items: shifted(items, drop), continues: false }]
    }
  }
  const cards = optionSlides(rightOnes, right, 'answer', context)
  const specs = reason(22)
  const pages = paginate(specs, steadyWidth(area.width, specs, context.metrics), area.height, context.metrics).map((page): SlideDraft => ({ layout: 'answer', items: [body(page, area, context)] }))
  return [...cards, ...pages].map((slide, index) => ({ ...slide, continues: index > 0 }))
}

/**
 * Question and answer on one slide: on a click, frames around the right cards, the answer in words and the reason. Nothing that is read stands there twice, so that print and
 * screen readers have one of each. Null where there is no answer or not the room.
 */
function askedAndAnswered(content: Question, context: LayoutContext): SlideDraft | null {
  if (content.answer === '' && content.explanation.length === 0) return null
  const area = context.page.body
  for (const [stem, option, size] of [[30, 24, 24], [28, 22, 22], [26, 22, 22], [24, 20, 20], [22, 20, 20], [20, 20, 20]] as const) {
    const specs = stemSpecs(content, stem)
    const below = { ...area, y: onBaseline(area.y + heightIn(specs, area, context) + (specs.length > 0 ? 18 : 0)) }
    const cards = optionCards(content.options, below, columnsFor(content.options, area, option, context), option, () => false, context)
    const answer: ParagraphSpec[] = [
      ...(content.answer === '' ? [] : [{ runs: [plainRun(context.words.answer(content.answer), textStyle(size, 'accent-deep', { bold: true }))] }]),
      ...(content.explanation.length === 0 ? [] : [{ runs: [plainRun(context.words.explanation, textStyle(20, 'accent', { bold: true }))], spaceBefore: 12 }]),
      ...content.explanation.map((inlines) => ({ runs: runsOf(inlines, textStyle(size)), spaceBefore: 6 })),
    ]
    const top = onBaseline(below.y + cards.height + (cards.height > 0 ? 24 : 0))
    const end = top + heightIn(answer, area, context)
    if (end > area.y + area.height) continue
    const drop = onBaseline((area.y + area.height - end) * 0.25)
    const onClick = { step: 1 }
    const frames = cards.items.flatMap((item): SceneItem[] =>
      item.kind === 'shape' && content.answer.split('').some((letter) => item.name === `card-${letter}`)
        ? [{ ...item, name: item.name.replace('card', 'right'), fill: null, line: { colour: 'accent', width: points(4.5) }, ...onClick }]
        : [],
    )
    const items: SceneItem[] = [...(specs.length > 0 ? [body(specs, area, context)] : []), ...cards.items, ...frames, { ...body(answer, { ...area, y: top }, context, 'answer', null), ...onClick }]
    return { layout: 'question', items: shifted(items, drop) }
  }
  return null
}

/** Question, then answer; on one slide where the talk wants it so and both fit. */
export const layOutQuestion = (content: Question, context: LayoutContext): SlideDraft[] => {
  const together = context.talk.front.reveal === 'click' ? askedAndAnswered(content, context) : null
  return together === null ? [...asked(content, context), ...answered(content, context)] : [together]
}
