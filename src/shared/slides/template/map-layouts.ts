import type { LayoutChoices } from '../../model/own-design'
import type { Template, TemplateLayout } from '../../model/template'
import { type LayoutName, layoutNames } from '../scene'

/** Which layout of a template shows each kind of page, by its place in the template's list. */
export type LayoutMap = Readonly<Record<LayoutName, number>>

const CONTENT_TYPES: ReadonlySet<string> = new Set(['body', 'obj', 'tbl', 'chart', 'pic', 'dgm', 'media', 'clipArt', 'subTitle'])

/** Placeholders for a slide's own content, from left to right; not title, date, footer and number. */
export const contentPlaceholders = ({ placeholders }: TemplateLayout): TemplateLayout['placeholders'] => placeholders.filter(({ type }) => CONTENT_TYPES.has(type)).toSorted((a, b) => a.box.x - b.box.x || a.box.y - b.box.y)

/** Those of them that take any text. */
export const textPlaceholders = (layout: TemplateLayout): TemplateLayout['placeholders'] => contentPlaceholders(layout).filter(({ type }) => type === 'body' || type === 'obj' || type === 'subTitle')

export const titlePlaceholder = ({ placeholders }: TemplateLayout): TemplateLayout['placeholders'][number] | undefined => placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle')

type Trait = (layout: TemplateLayout) => boolean

const ofType =
  (...types: readonly string[]): Trait =>
  ({ type }) =>
    types.includes(type)
const called =
  (name: RegExp): Trait =>
  (layout) =>
    name.test(layout.name)
const titled: Trait = (layout) => titlePlaceholder(layout) !== undefined
/** Has a title, and not a cover's. */
const ordinary: Trait = ({ placeholders }) => placeholders.some(({ type }) => type === 'title')
const both =
  (...traits: readonly Trait[]): Trait =>
  (layout) =>
    traits.every((trait) => trait(layout))
const holding =
  (count: number): Trait =>
  (layout) =>
    textPlaceholders(layout).length === count
/** Text runs from top to bottom: no layout for ours. */
const upright: Trait = ({ type }) => !/vert/i.test(type)

const cover: readonly Trait[] = [both(ofType('title'), titled), both(called(/标题幻灯片|封面|title slide|cover/i), titled), ({ placeholders }) => placeholders.some(({ type }) => type === 'ctrTitle')]
const section: readonly Trait[] = [both(ofType('secHead'), titled), both(called(/节标题|章节|过渡|section/i), titled)]
const closing: readonly Trait[] = [both(called(/结束|致谢|谢谢|感谢|封底|closing|thank|the end\b/i), titled)]
const bare: readonly Trait[] = [both(ofType('titleOnly'), titled, upright), both(called(/仅标题|只有标题|title only/i), titled), both(titled, upright, (layout) => contentPlaceholders(layout).length === 0)]
const content: readonly Trait[] = [both(ofType('obj'), titled, holding(1)), both(called(/标题和内容|标题与内容|title and content/i), titled, holding(1)), both(ofType('tx'), titled, holding(1)), both(ordinary, upright, holding(1), ({ type }) => type !== 'title' && type !== 'secHead'), ...bare]
const columns: readonly Trait[] = [both(ofType('twoObj', 'twoColTx'), titled, holding(2)), both(called(/两栏|双栏|two content|two column/i), titled, holding(2)), ...content]

/** The traits by which each kind of page finds its layout, the surest first. */
const wishes: Readonly<Record<LayoutName, readonly Trait[]>> = {
  cover,
  section: [...section, ...cover],
  closing: [...closing, ...cover],
  agenda: [both(called(/目录|议程|agenda|contents/i), titled, holding(1)), ...content],
  points: content,
  statement: content,
  quote: [both(called(/引文|引用|名言|quot/i), titled, holding(1)), ...content],
  'two-columns': columns,
  question: content,
  answer: content,
  activity: content,
  references: content,
  case: [...bare, ...content],
  picture: [...bare, ...content],
  chart: [...bare, ...content],
  table: [...bare, ...content],
  timeline: [...bare, ...content],
}

/** The layouts that Lectern chooses by type, by name (Chinese and English) and by what they hold; the first that has a title where nothing fits. */
export function automaticLayouts({ layouts }: Template): LayoutMap {
  const fallback = Math.max(0, layouts.findIndex(titled))
  const found = (traits: readonly Trait[]): number => {
    for (const trait of traits) {
      const at = layouts.findIndex(trait)
      if (at !== -1) return at
    }
    return fallback
  }
  return Object.fromEntries(layoutNames.map((layout) => [layout, found(wishes[layout])])) as Record<LayoutName, number>
}

/** The layouts in use: the user's choice, and ours where there is none or it names a layout that is not there. */
export function layoutMap(template: Template, choices: LayoutChoices): LayoutMap {
  const automatic = automaticLayouts(template)
  const chosen = (layout: LayoutName): number => {
    const choice = choices[layout]
    return choice !== undefined && choice < template.layouts.length ? choice : automatic[layout]
  }
  return Object.fromEntries(layoutNames.map((layout) => [layout, chosen(layout)])) as Record<LayoutName, number>
}
