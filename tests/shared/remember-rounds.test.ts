import { expect, it } from 'vitest'
import { rememberRounds } from '../../src/shared/remember-rounds'

it('computes once what a round and the one before ask for, and forgets what was left out of two', () => {
  const computed: string[] = []
  const { get, next } = rememberRounds((key, suffix: string) => {
    computed.push(key)
    return key + suffix
  })
  expect(['a', 'b', 'a'].map((key) => get(key, '!'))).toEqual(['a!', 'b!', 'a!'])
  next()
  expect(get('a', '!')).toBe('a!')
  expect(computed).toEqual(['a', 'b'])
  next()
  expect([get('a', '!'), get('b', '!')]).toEqual(['a!', 'b!'])
  expect(computed).toEqual(['a', 'b', 'b'])
})
