import { expect, it } from 'vitest'
import { KnownForms } from '../../../../src/main/writers/pack/known-forms'

const is = (wanted: string) => (form: string) => form === wanted

it('remembers the four forms that were used last', () => {
  const forms = new KnownForms<string>()
  for (const form of ['a', 'b', 'c', 'd']) forms.add(form)
  expect(forms.find(is('a'))).toBe('a')
  forms.add('e')
  expect(['a', 'c', 'd', 'e'].map((form) => forms.find(is(form)))).toEqual(['a', 'c', 'd', 'e'])
  expect(forms.find(is('b'))).toBeUndefined()
})

it('remembers hardly anything of what is never the same twice, and takes it up again when it is', () => {
  const forms = new KnownForms<number>()
  const isKnown = (form: number): boolean => forms.find((one) => one === form) !== undefined
  const remembered = Array.from({ length: 96 }, (_, form) => form).filter((form) => {
    expect(isKnown(form)).toBe(false)
    forms.add(form)
    let first: number | undefined
    forms.find((one) => {
      first ??= one
      return false
    })
    return first === form
  })
  expect(remembered).toEqual([...Array.from({ length: 16 }, (_, form) => form), 31, 47, 63, 79, 95])
  expect(isKnown(95)).toBe(true)
  forms.add(96)
  expect(isKnown(96)).toBe(true)
})
