import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { notoSansSc } from '../../../src/shared/slides/font-metrics'
import { deckLayouter, layOut, type LayOutOptions } from '../../../src/shared/slides/lay-out'
import { clearTheme } from '../../../src/shared/slides/themes/clear'
import { wellFormedTalk } from '../markdown/arbitrary-talk'

const options: LayOutOptions = { theme: clearTheme, metrics: notoSansSc, picture: () => null, language: 'zh-CN' }

describe('a layouter that remembers blocks', () => {
  it('gives what laying out afresh gives, warnings and all, whatever talk comes after whatever talk', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(wellFormedTalk, fc.constantFrom<Partial<LayOutOptions>>({}, {}, { size: '4:3' }, { language: 'en' })), { minLength: 2, maxLength: 4 }), (talks) => {
        const remembering = deckLayouter()
        for (const [markdown, more] of talks) {
          const talk = parseTalk(markdown).value
          expect(remembering(talk, { ...options, ...more })).toEqual(layOut(talk, { ...options, ...more }))
        }
      }),
      { numRuns: 60 },
    ))

  it('asks for no width of what it has laid out before', () => {
    let asked = 0
    const counting = { ...notoSansSc, advance: ((...rest: Parameters<typeof notoSansSc.advance>) => (asked++, notoSansSc.advance(...rest))) as typeof notoSansSc.advance }
    const markdown = Array.from({ length: 20 }, (_, n) => `## 段块 ${n}\n\n- 第 ${n} 个要点，说明一件事\n- 又一个要点\n`).join('\n')
    const layOutAgain = deckLayouter()
    layOutAgain(parseTalk(markdown).value, { ...options, metrics: counting })
    const first = asked
    layOutAgain(parseTalk(markdown.replace('第 7 个', '第七个')).value, { ...options, metrics: counting })
    // One block of twenty, and the page numbers.
    expect(asked - first).toBeLessThan(first / 4)
  })

  it('warns again of a page that had to be set very small, although it does not set it again', () => {
    const long = '数字资源走进每一间教室'.repeat(40)
    const { value } = parseTalk(`---\ntitle: ${long}\n---\n\n# ${long}\n\n## 要点\n\n- 一\n`)
    const afresh = layOut(value, options)
    const layOutAgain = deckLayouter()
    expect(afresh.warnings.filter(({ code }) => code === 'small-print').length).toBeGreaterThan(2)
    for (let time = 0; time < 3; time++) expect(layOutAgain(value, options).warnings).toEqual(afresh.warnings)
  })
})
