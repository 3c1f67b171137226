import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDefinitionFile, writeDefinitionFile } from '../../../src/shared/formats/definition-file'
import { addBlock, addSection, changeBlock, moveBlock, removeBlock, setBlockShare, withText } from '../../../src/shared/formats/edit-format'
import { timeBudget } from '../../../src/shared/formats/time-budget'
import { audiences, FormatDefinition, formats } from '../../../src/shared/formats/talk-formats'

const words = { 'zh-CN': '新', en: 'new' }
type Edit = (format: FormatDefinition) => FormatDefinition
const anEdit: fc.Arbitrary<Edit> = fc.tuple(fc.constantFrom('share', 'add', 'section', 'remove', 'up', 'down'), fc.nat(7), fc.nat(5), fc.integer({ min: -5, max: 120 })).map(([kind, s, b, share]) => (format) => {
  const section = s % format.sections.length
  const place = { section, block: b % format.sections[section]!.blocks.length }
  switch (kind) {
    case 'share':
      return setBlockShare(format, place, share)
    case 'add':
      return addBlock(format, section, words)
    case 'section':
      return addSection(format, words, words)
    case 'remove':
      return removeBlock(format, place)
    case 'up':
    case 'down':
      return moveBlock(format, place, kind === 'up' ? -1 : 1).format
  }
})

const titles = ({ sections }: FormatDefinition) => sections.flatMap(({ blocks }) => blocks.map(({ title }) => title['zh-CN']))

describe('editing a format', () => {
  it('leaves one that can be stored, whatever is done in whatever order: shares sum to 100, no section is empty, and the minutes of any talk are kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.array(anEdit, { maxLength: 80 }), fc.integer({ min: 1, max: 600 }), (format, edits, minutes) => {
        const edited = edits.reduce<FormatDefinition>((before, edit) => edit(before), format)
        expect(() => FormatDefinition.parse(edited)).not.toThrow()
        for (const audience of [null, ...audiences]) expect(timeBudget({ key: '', ...edited }, audience, minutes).reduce((sum, { seconds }) => sum + seconds, 0)).toBe(minutes * 60)
      }),
    )
  })

  it('never loses or repeats a block by moving it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formats), fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom(-1 as const, 1 as const)), { maxLength: 40 }), (format, moves) => {
        const moved = moves.reduce<FormatDefinition>((before, [s, b, step]) => {
          const section = s % before.sections.length
          return moveBlock(before, { section, block: b % before.sections[section]!.blocks.length }, step).format
        }, format)
        expect(titles(moved).toSorted()).toEqual(titles(format).toSorted())
      }),
    )
  })

  it('moves a block over the border of its section', () => {
    const [first] = formats
    const { format, place } = moveBlock(first!, { section: 0, block: 1 }, 1)
    expect(place).toEqual({ section: 1, block: 0 })
    expect(format.sections[1]?.blocks[0]?.title).toEqual(first!.sections[0]!.blocks[1]!.title)
  })

  it('changes one block and no other', () => {
    const [first] = formats
    const changed = changeBlock(first!, { section: 1, block: 0 }, { lane: 'quiz' })
    expect(changed.sections.flatMap(({ blocks }) => blocks).filter(({ lane }) => lane === 'quiz')).toHaveLength(1)
  })

  it('writes both languages while they say the same', () => {
    expect(withText({ 'zh-CN': '甲', en: '甲' }, 'zh-CN', '乙')).toEqual({ 'zh-CN': '乙', en: '乙' })
    expect(withText({ 'zh-CN': '甲', en: 'A' }, 'en', 'B')).toEqual({ 'zh-CN': '甲', en: 'B' })
  })
})

describe('a definition file', () => {
  it('gives back what was written, with or without a byte order mark', () => {
    const { key: _format, ...format } = formats[0]!
    const { key: _audience, ...audience } = audiences[0]!
    for (const definition of [{ kind: 'format', definition: format }, { kind: 'audience', definition: audience }] as const) {
      expect(readDefinitionFile(writeDefinitionFile(definition))).toEqual(definition)
      expect(readDefinitionFile(`\uFEFF${writeDefinitionFile(definition)}`)).toEqual(definition)
    }
  })

  it.each(['', '{}', '[]', '{"lectern":1,"kind":"format","definition":{}}', '{"lectern":2,"kind":"audience"}'])('is refused in a sentence: %s', (text) => {
    expect(() => readDefinitionFile(text)).toThrow(expect.objectContaining({ code: 'not-a-definition' }))
  })
})
