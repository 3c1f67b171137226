import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseScript } from '../../../src/shared/speech/parse-script'

const cuesOf = (script: string) => parseScript(script).flatMap((segment) => (segment.kind === 'cue' ? [segment.cue] : []))

describe('parseScript', () => {
  it.each([
    ['[翻页]', { kind: 'next' }],
    ['[next]', { kind: 'next' }],
    ['[停顿 2]', { kind: 'pause', seconds: 2 }],
    ['[pause 1.5]', { kind: 'pause', seconds: 1.5 }],
    ['[停顿]', { kind: 'pause', seconds: null }],
    ['[提问]', { kind: 'ask' }],
    ['[Ask]', { kind: 'ask' }],
    ['[互动 3]', { kind: 'activity', minutes: 3 }],
    ['[activity 5 min]', { kind: 'activity', minutes: 5 }],
    ['【停顿２秒】', { kind: 'pause', seconds: 2 }],
    ['［互动 ３ 分钟］', { kind: 'activity', minutes: 3 }],
  ])('reads %s', (script, cue) => {
    expect(cuesOf(script)).toEqual([cue])
  })

  it.each(['[见附件]', '[1]', '翻页', '[翻页吧]', '[停顿一会儿]'])('leaves %s in the text', (script) => {
    expect(cuesOf(script)).toEqual([])
  })

  it('loses no character of a script', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom('[翻页]', '[停顿 2]', '【提问】', '[互动 3]', '[', ']'), fc.string())).map((parts) => parts.join('')), (script) => {
      expect(parseScript(script).map(({ text }) => text).join('')).toBe(script)
    }))
  })
})
