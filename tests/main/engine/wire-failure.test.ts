import { ORPCError } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { withWireFailures, wireFailure } from '../../../src/main/engine/wire-failure'
import { failureOf } from '../../../src/shared/contract/failure'
import { LecternError } from '../../../src/shared/outcome'

const damaged = new LecternError('damaged-file', { 'zh-CN': '文件已损坏。', en: 'The file is damaged.' })
const silent = () => {}

describe('a failure on its way to the window', () => {
  it('keeps the code and both sentences of a refusal', () => {
    expect(failureOf(wireFailure(damaged, silent))).toEqual({ code: 'damaged-file', message: { 'zh-CN': '文件已损坏。', en: 'The file is damaged.' } })
  })

  it('turns everything else into a defect without stack or path, and reports it', () => {
    const reported: unknown[] = []
    const defect = new TypeError('cannot read /home/teacher/secret.docx')
    const sent = JSON.stringify(wireFailure(defect, (error) => reported.push(error)).toJSON())
    expect(sent).toContain('"code":"defect"')
    expect(sent).not.toMatch(/secret|TypeError|wire-failure/)
    expect(reported).toEqual([defect])
  })

  it('does not pass on an error of oRPC that a handler made up', () => {
    expect(wireFailure(new ORPCError('FORBIDDEN', { message: '/home/x' }), silent).code).toBe('defect')
  })

  it('reads anything at all as a failure', () => {
    for (const thrown of [undefined, null, 'x', 3, {}, new Error('x')]) expect(failureOf(thrown).code).toBe('defect')
  })
})

async function* stream(ended: string[]) {
  try {
    yield 1
    yield 2
    throw damaged
  } finally {
    ended.push('ended')
  }
}

describe('failures inside a stream', () => {
  it('passes events on, then the failure', async () => {
    const seen: number[] = []
    const reading = async () => {
      for await (const event of withWireFailures(stream([]), silent)) seen.push(event)
    }
    await expect(reading()).rejects.toMatchObject({ code: 'damaged-file' })
    expect(seen).toEqual([1, 2])
  })

  it('ends the source when the reader stops early', async () => {
    const ended: string[] = []
    for await (const event of withWireFailures(stream(ended), silent)) if (event === 1) break
    expect(ended).toEqual(['ended'])
  })
})
