import { describe, expect, it } from 'vitest'
import type { Cited } from '../../../src/shared/citation/gb-t-7714'
import { placePicture } from '../../../src/shared/slides/blocks/picture'
import { showcaseOwnPages } from '../../builders/showcase-talk'
import { laidOut, paragraphsOf, paragraphText } from '../../builders/slides'
import { aTalk, block, content, front, section } from '../../builders/talk'

type Laid = ReturnType<typeof laidOut>
const textsOf = ({ value }: Laid, layout: string): string[] => value.scenes.filter((scene) => scene.layout === layout).map(({ items }) => items.flatMap(paragraphsOf).map(paragraphText).join('｜'))
const codes = ({ warnings }: Laid): string[] => warnings.map(({ code }) => code)

const points = content.points('一', '二')
const threeSections = ['甲', '乙', '丙'].map((title) => section(title, block('要点', points, { script: '说'.repeat(440) })))

describe('a talk’s own agenda', () => {
  const talk = aTalk(front(), section('', block('三件事', content.agenda())), ...threeSections)

  it('stands where it was put, under its own title, in place of the one that is made', () => {
    const { value: deck } = laidOut(talk)
    expect(deck.scenes.filter(({ layout }) => layout === 'agenda').map(({ block: key, title }) => [key, title])).toEqual([['0.0', '三件事']])
  })

  it('names every section without a time', () => {
    expect(textsOf(laidOut(talk), 'agenda')).toEqual(['三件事｜01｜甲｜02｜乙｜03｜丙｜2'])
  })

  it('says how long each section takes at the lecturer’s pace when asked', () => {
    const timed = aTalk(front(), section('', block('三件事', content.agenda(true))), ...threeSections, section('丁'))
    expect(textsOf(laidOut(timed, { pace: 220 }), 'agenda')).toEqual(['三件事｜01｜甲｜2 分钟｜02｜乙｜2 分钟｜03｜丙｜2 分钟｜04｜丁｜2'])
    expect(textsOf(laidOut(timed, { pace: 110 }), 'agenda')[0]).toContain('甲｜4 分钟')
  })
})

describe('a talk’s own list of sources', () => {
  const source: Cited = { title: '示例规划', issuer: '示例教育局', number: '示教发〔2026〕1号', date: '2026-01-05' }
  const cited = (title: string): Cited | null => (title === source.title ? source : null)
  const talk = aTalk(front(), section('甲', block('要点', points, { cites: [['示例规划', '二'], ['别处的文件', '第五条']] }), block('出处', content.references())))

  it('writes a source out after GB/T 7714 where the library holds it, and as the talk names it where not', () => {
    expect(textsOf(laidOut(talk, { cited }), 'references')).toEqual(['出处｜示例教育局. 示例规划: 示教发〔2026〕1号[Z]. 2026-01-05: 二.｜《别处的文件》，第五条｜4'])
  })

  it('is left out with a word about it where nothing is cited', () => {
    const laid = laidOut(aTalk(front(), section('甲', block('出处', content.references()))))
    expect(textsOf(laid, 'references')).toEqual([])
    expect(codes(laid)).toEqual(['nothing-cited'])
  })
})

describe('a talk’s own last word', () => {
  it('takes the place of the thanks that are made, with its lines in place of the talk’s title', () => {
    const laid = laidOut(aTalk(front(), section('甲', block('再会', content.closing('资料在教研网')))))
    expect(textsOf(laid, 'closing')).toEqual(['再会｜示例教师｜资料在教研网'])
  })

  it('shows what has no room there on slides before it', () => {
    const { value: deck } = laidOut(showcaseOwnPages)
    expect(deck.scenes.slice(-2).map(({ layout }) => layout)).toEqual(['two-columns', 'closing'])
  })
})

describe('a picture in its frame', () => {
  const area = { x: 0, y: 0, width: 200, height: 100 }
  const pixels = { width: 1000, height: 1000 }

  it('shows exactly the part that was chosen where the room has its shape', () => {
    expect(placePicture(pixels, area, 'left', 0.1, { crop: { x: 10, y: 20, width: 80, height: 40 } })).toEqual({ area, crop: { left: 0.1, top: 0.2, right: expect.closeTo(0.1) as number, bottom: expect.closeTo(0.4) as number } })
  })

  it('keeps the focus in sight, and in the middle where the edges allow it', () => {
    const top = ({ crop }: ReturnType<typeof placePicture>) => [crop.top, crop.bottom]
    expect(top(placePicture(pixels, area, 'left', 0.1, { focus: { x: 50, y: 50 } }))).toEqual([0.25, 0.25])
    expect(top(placePicture(pixels, area, 'left', 0.1, { focus: { x: 50, y: 10 } }))).toEqual([0, 0.5])
    expect(top(placePicture(pixels, area, 'left', 0.1, { focus: { x: 50, y: 95 } }))).toEqual([0.5, 0])
  })

  it('is never stretched', () => {
    for (const framing of [{}, { crop: { x: 5, y: 0, width: 30, height: 90 } }, { crop: { x: 0, y: 40, width: 90, height: 20 }, focus: { x: 70, y: 45 } }]) {
      const { area: box, crop } = placePicture({ width: 1600, height: 900 }, area, 'left', 0.14, framing)
      const shown = ((1 - crop.left - crop.right) * 1600) / ((1 - crop.top - crop.bottom) * 900)
      expect(shown).toBeCloseTo(box.width / box.height, 5)
    }
  })
})
