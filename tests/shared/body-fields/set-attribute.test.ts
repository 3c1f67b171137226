import { describe, expect, it } from 'vitest'
import { setAttribute } from '../../../src/shared/body-fields/set-attribute'

describe('an attribute of a directive', () => {
  it('is changed in its place', () => expect(setAttribute(':::chart{type=bar unit="所" .wide}', 'unit', '万人')).toBe(':::chart{type=bar unit="万人" .wide}'))
  it('is added behind the others', () => expect(setAttribute(':::chart{type=bar}', 'unit', 'km')).toBe(':::chart{type=bar unit=km}'))
  it('opens the braces', () => expect(setAttribute(':::activity', 'minutes', '5')).toBe(':::activity{minutes=5}'))
  it('goes when it is empty, and the braces with the last', () => {
    expect(setAttribute(':::chart{type=bar unit=km}', 'unit', '')).toBe(':::chart{type=bar}')
    expect(setAttribute(':::activity{minutes=5}', 'minutes', '')).toBe(':::activity')
  })
  it('is not mistaken for one whose name ends alike', () => expect(setAttribute(':::chart{data-type=x type=bar}', 'type', 'pie')).toBe(':::chart{data-type=x type=pie}'))
})
