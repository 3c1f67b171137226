import { describe, expect, it } from 'vitest'
import { addressOf, parseRoute } from '../../src/renderer/app/router'

describe('addresses', () => {
  it('lead back to what they were made from', () => {
    expect(parseRoute(addressOf.library('m1'))).toMatchObject({ screen: 'library', materialId: 'm1' })
    const talk = parseRoute(addressOf.talk('t1', 'm1'))
    expect(talk).toMatchObject({ screen: 'talk', talkId: 't1' })
    expect(talk.parameters.get('insert')).toBe('m1')
    expect(parseRoute(addressOf.talks('m1')).parameters.get('insert')).toBe('m1')
    expect(parseRoute(addressOf.settings()).screen).toBe('settings')
  })
  it('that nobody made are the library', () => {
    for (const address of ['', '#', '#/', '#/elsewhere', '#/talk', '#token=abc']) expect(parseRoute(address)).toMatchObject({ screen: 'library', materialId: null })
  })
})
