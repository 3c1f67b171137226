import type { Deck, DeckSlide } from '../model/deck'
import type { Warning } from '../outcome'
import { hasOwnForm } from './slide-contents'

/** As many slides, or runs of slides, as a message names. */
const NAMED = 12

type Loss = { readonly code: string; readonly is: (slide: DeckSlide) => boolean; readonly zh: (pages: string) => string; readonly en: (pages: string) => string }

const losses: readonly Loss[] = [
  { code: 'deck-hidden', is: ({ hidden }) => hidden, zh: (pages) => `${pages}在原件中是隐藏的，已照常带进讲稿。`, en: (pages) => `Hidden in the original and taken into the talk like the others: slide ${pages}.` },
  { code: 'deck-animations', is: ({ animated }) => animated, zh: (pages) => `${pages}的动画没有带过来，内容都在。`, en: (pages) => `Animations left out, what they show is there: slide ${pages}.` },
  { code: 'deck-drawings', is: ({ drawings }) => drawings > 0, zh: (pages) => `${pages}有线条、箭头等图形没有带过来；图形里的文字都在。`, en: (pages) => `Lines, arrows and other drawings left out, the text in them is there: slide ${pages}.` },
  { code: 'deck-charts', is: ({ items }) => items.some((item) => item.kind === 'chart' && !hasOwnForm(item)), zh: (pages) => `${pages}的图表改画成了柱形图，数据没有变。`, en: (pages) => `Charts drawn as columns instead, their data unchanged: slide ${pages}.` },
]

/** What a talk cannot take over from a deck, each kind once with its slides. Its design never comes along: a talk has its own. */
export const leftOutOf = ({ slides }: Deck): readonly Warning[] =>
  losses.flatMap(({ code, is, zh, en }) => {
    const pages = slides.filter(is).map(({ page }) => page)
    if (pages.length === 0) return []
    const runs = runsOf(pages)
    const named = runs.slice(0, NAMED)
    const isMore = runs.length > NAMED
    return [{ code, place: `slide ${pages[0]}`, message: { 'zh-CN': zh(`第 ${named.join('、')} 页${isMore ? '等' : ''}`), en: en(named.join(', ') + (isMore ? ' …' : '')) } }]
  })

/** Pages that follow each other as a run: `1–4`. */
const runsOf = (pages: readonly number[]): readonly string[] =>
  pages
    .reduce<(readonly [number, number])[]>((runs, page) => {
      const last = runs.at(-1)
      return last !== undefined && last[1] === page - 1 ? [...runs.slice(0, -1), [last[0], page]] : [...runs, [page, page]]
    }, [])
    .map(([from, to]) => (from === to ? String(from) : `${from}–${to}`))
