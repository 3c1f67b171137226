import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, duplicateBlock, insertBlock, insertSection, mergeBlocks, moveBlock, moveSection, removeBlock, removeSection, scriptOf, setBlockBody, setBlockTitle, setFrontMatter, setScript, setSectionTitle } from '../../../src/shared/markdown/edit-talk'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { selfContained } from '../../../src/shared/markdown/self-contained'
import type { Block, Talk } from '../../../src/shared/model/block'
import { anyMarkdown, anyTalk, wellFormedTalk } from './arbitrary-talk'

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) }
const blocksOf = (talk: Talk): readonly Block[] => talk.sections.flatMap(({ blocks }) => blocks)
const textsOf = (markdown: string): readonly string[] => blocksOf(parseTalk(markdown).value).map(({ span }) => bare(markdown.slice(span.start, span.end)))
const without = <T>(items: readonly T[], index: number): readonly T[] => items.toSpliced(index, 1)
/** A talk with at least one block, and the index of one of them. */
const talkAndBlock = fc.tuple(wellFormedTalk, fc.nat()).map(([markdown, n]) => {
  const keys = blocksOf(parseTalk(markdown).value).map(({ key }) => key)
  const index = n % Math.max(1, keys.length)
  return { markdown, index, key: keys[index] ?? '', keys }
}).filter(({ keys }) => keys.length > 0)

describe('setBlockBody', () => {
  it('keeps every other block to the byte, whatever is typed', () => {
    fc.assert(fc.property(talkAndBlock, anyMarkdown, ({ markdown, index, key }, body) => {
      const edited = setBlockBody(markdown, key, body)
      expect(without(textsOf(edited), index)).toEqual(without(textsOf(markdown), index))
    }), runs)
  })

  it('shows what was typed and keeps title, script and citations of its own block', () => {
    fc.assert(fc.property(talkAndBlock, anyMarkdown, ({ markdown, index, key }, body) => {
      const plain = body.replace(/script|cite/g, 'foo')
      const edited = setBlockBody(markdown, key, plain)
      const block = blocksOf(parseTalk(edited).value)[index]
      const before = blocksOf(parseTalk(markdown).value)[index]
      expect(block?.title).toBe(before?.title)
      expect(block?.script?.text).toBe(before?.script?.text)
      expect(block?.citations.map(({ source, at }) => [source, at])).toEqual(before?.citations.map(({ source, at }) => [source, at]))
      expect(bodyOf(edited, { key }).trim()).toBe(selfContained(plain.replace(/\r\n?/g, '\n')).replace(/^(?:[ \t]*\n)+/, '').trim())
    }), runs)
  })
})

describe('setScript', () => {
  it('says exactly what was written and touches no other block', () => {
    fc.assert(fc.property(talkAndBlock, anyMarkdown, ({ markdown, index, key }, script) => {
      const edited = setScript(markdown, key, script)
      expect(without(textsOf(edited), index)).toEqual(without(textsOf(markdown), index))
      expect(scriptOf(edited, { key })).toBe(script.replace(/\r\n?/g, '\n').replace(/^(?:[ \t]*\n)+/, '').trimEnd())
      expect(bodyOf(edited, { key })).toBe(bodyOf(markdown, { key }))
    }), runs)
  })

  it('does not go on into the next block when it was never closed', () => {
    const next = ':::only{audience=students}\n## 下一块\n\n- 乙\n:::'
    const after = setBlockBody(`## 块\n\n:::script\n说\n:::case\n- 甲\n:::\n\n${next}\n`, '0.0', '- 改过')
    expect(after.endsWith(`${next}\n`)).toBe(true)
    expect(parseTalk(after).value.sections[0]?.blocks.map(({ title, script }) => [title, script?.text])).toEqual([['块', '说'], ['下一块', undefined]])
  })

  it('ends no condition around the block, whatever colons are said in it', () => {
    const markdown = '::::::only{audience=officials}\n# 节\n\n:::::only{audience=students}\n## 块\n\n- 甲\n\n:::::\n\n::::::\n'
    const script = ':::only{audience=students}\n:::::'
    expect(scriptOf(setScript(markdown, '0.0', script), { key: '0.0' })).toBe(script)
  })

  it('takes the script away when nothing is said, but for the name of who is to say something', () => {
    fc.assert(fc.property(talkAndBlock, ({ markdown, index, key }) => {
      const speaker = blocksOf(parseTalk(markdown).value)[index]?.script?.speaker
      const left = blocksOf(parseTalk(setScript(markdown, key, ' \n')).value)[index]?.script
      if (speaker === undefined) expect(left).toBeNull()
      else expect(left).toMatchObject({ text: '', speaker })
    }), runs)
  })
})

describe('titles', () => {
  it('reads back the title that was set', () => {
    fc.assert(fc.property(talkAndBlock, fc.string({ unit: 'grapheme', maxLength: 30 }), ({ markdown, index, key }, title) => {
      const edited = setBlockTitle(markdown, key, title)
      expect(blocksOf(parseTalk(edited).value)[index]?.title).toBe(title.replace(/\s+/g, ' ').trim())
      expect(without(textsOf(edited), index)).toEqual(without(textsOf(markdown), index))
    }), runs)
  })

  it('sets a section’s title and keeps its blocks', () => {
    fc.assert(fc.property(wellFormedTalk, fc.string({ unit: 'grapheme', maxLength: 30 }), (markdown, title) => {
      const { sections } = parseTalk(markdown).value
      fc.pre(sections.length > 0)
      const edited = setSectionTitle(markdown, 0, title)
      if (title.trim() !== '') expect(parseTalk(edited).value.sections[0]?.title).toBe(title.replace(/\s+/g, ' ').trim())
      expect(textsOf(edited)).toEqual(textsOf(markdown))
    }), runs)
  })
})

describe('order', () => {
  it('removes one block and no byte of another', () => {
    fc.assert(fc.property(talkAndBlock, ({ markdown, index, key }) => {
      expect(textsOf(removeBlock(markdown, key))).toEqual(without(textsOf(markdown), index))
    }), runs)
  })

  it('moves a block without changing a byte of any', () => {
    fc.assert(fc.property(talkAndBlock, fc.nat(5), fc.nat(5), ({ markdown, key }, section, block) => {
      const moved = moveBlock(markdown, key, { section, block })
      expect([...textsOf(moved)].sort()).toEqual([...textsOf(markdown)].sort())
    }), runs)
  })

  it('keeps for whom a block is when it moves', () => {
    fc.assert(fc.property(talkAndBlock, ({ markdown, index, key }) => {
      const block = blocksOf(parseTalk(markdown).value)[index]
      const moved = moveBlock(markdown, key, { section: 99, block: null })
      // In a section that is for officials alone, a block is for them alone.
      fc.pre(!markdown.includes('officials'))
      const last = blocksOf(parseTalk(moved).value).find((candidate) => candidate.title === block?.title && JSON.stringify(candidate.condition) === JSON.stringify(block.condition))
      expect(last).toBeDefined()
    }), runs)
  })

  it('duplicates a block right behind itself', () => {
    fc.assert(fc.property(talkAndBlock, ({ markdown, index, key }) => {
      const texts = textsOf(duplicateBlock(markdown, key))
      expect(without(texts, index + 1)).toEqual(textsOf(markdown))
      expect(texts[index + 1]).toBe(texts[index])
    }), runs)
  })

  it('inserts a block at its place', () => {
    fc.assert(fc.property(wellFormedTalk, fc.nat(4), fc.option(fc.nat(5)), (markdown, section, block) => {
      const edited = insertBlock(markdown, { section, block }, '## 新的一块\n\n- 新要点')
      const texts = textsOf(edited)
      const index = texts.findIndex((text) => text.endsWith('## 新的一块\n\n- 新要点'))
      expect(index).toBeGreaterThanOrEqual(0)
      expect(without(texts, index)).toEqual(textsOf(markdown))
    }), runs)
  })

  it('moves, inserts and removes sections with all their blocks', () => {
    fc.assert(fc.property(wellFormedTalk, fc.nat(3), fc.nat(3), (markdown, from, to) => {
      const { sections } = parseTalk(markdown).value
      const inserted = insertSection(markdown, to, '新的一节')
      expect(textsOf(inserted)).toEqual(textsOf(markdown))
      expect(parseTalk(inserted).value.sections).toHaveLength(sections.length + 1)
      fc.pre(from < sections.length)
      expect([...textsOf(moveSection(markdown, from, to))].sort()).toEqual([...textsOf(markdown)].sort())
      const others = sections.toSpliced(from, 1).flatMap(({ blocks }) => blocks)
      expect(textsOf(removeSection(markdown, from))).toEqual(others.map(({ span }) => bare(markdown.slice(span.start, span.end))))
    }), runs)
  })
})

it('joins two blocks and loses nothing they show, say or cite', () => {
  fc.assert(fc.property(talkAndBlock, ({ markdown, index, key }) => {
    const [first, second] = blocksOf(parseTalk(markdown).value).slice(index)
    fc.pre(first !== undefined && second !== undefined && first.key.split('.')[0] === second.key.split('.')[0])
    const merged = mergeBlocks(markdown, key)
    const block = blocksOf(parseTalk(merged).value)[index]
    expect(block?.citations).toHaveLength((first?.citations.length ?? 0) + (second?.citations.length ?? 0))
    expect(scriptOf(merged, { key })).toBe([scriptOf(markdown, first), scriptOf(markdown, second)].filter((part) => part !== '').join('\n\n'))
    expect(bodyOf(merged, { key })).toBe([bodyOf(markdown, first), bodyOf(markdown, second)].filter((part) => part !== '').join('\n\n'))
  }), runs)
})

describe('setFrontMatter', () => {
  it('reads back any text and leaves the rest of the file alone', () => {
    fc.assert(fc.property(wellFormedTalk, fc.string({ unit: 'grapheme', maxLength: 40 }), (markdown, value) => {
      const edited = setFrontMatter(markdown, 'subtitle', value)
      expect(parseTalk(edited).value.front.subtitle).toBe(value.replace(/\s+/g, ' ').trim())
      expect(textsOf(edited)).toEqual(textsOf(markdown))
    }), runs)
  })

  it('keeps unknown keys, comments and line endings', () => {
    const markdown = '---\r\ntitle: 甲 # 备注\r\nfont: 宋体\r\nminutes: 30\r\n---\r\n# 一\r\n'
    expect(setFrontMatter(markdown, 'title', '甲: 乙')).toBe('---\r\ntitle: "甲: 乙" # 备注\r\nfont: 宋体\r\nminutes: 30\r\n---\r\n# 一\r\n')
    expect(setFrontMatter(markdown, 'minutes', null)).toBe('---\r\ntitle: 甲 # 备注\r\nfont: 宋体\r\n---\r\n# 一\r\n')
    expect(setFrontMatter(markdown, 'speaker', '示例教师')).toBe('---\r\ntitle: 甲 # 备注\r\nfont: 宋体\r\nminutes: 30\r\nspeaker: 示例教师\r\n---\r\n# 一\r\n')
  })

  it('makes front matter where there is none', () => {
    expect(setFrontMatter('# 一\n', 'minutes', 30)).toBe('---\nminutes: 30\n---\n\n# 一\n')
  })
})

/** A block's text without the condition around it alone, and without the empty heading that a moved nameless block is given. */
const bare = (text: string): string => {
  const [, , inner] = /^(:{3,})(?:only|except)[^\n]*\n([\s\S]*?)\n*\1$/.exec(text.replaceAll('\r', '').trim()) ?? []
  return inner === undefined ? text.replaceAll('\r', '').trim().replace(/^##\n\n/, '') : bare(inner)
}

it('never throws on a talk that exists, however broken', () => {
  fc.assert(fc.property(anyTalk, anyMarkdown, fc.nat(3), (markdown, text, n) => {
    for (const { key } of blocksOf(parseTalk(markdown).value))
      for (const edited of [setBlockBody(markdown, key, text), setScript(markdown, key, text), setBlockTitle(markdown, key, text), removeBlock(markdown, key), moveBlock(markdown, key, { section: n, block: n }), duplicateBlock(markdown, key)])
        expect(typeof edited).toBe('string')
  }), { numRuns: 100 })
})
