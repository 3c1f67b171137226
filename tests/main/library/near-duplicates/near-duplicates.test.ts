import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../../../../src/main/library/library'
import { sketchOf } from '../../../../src/main/library/near-duplicates/sketch'
import { similarityOf, tokensOf, wordingTokens } from '../../../../src/main/library/near-duplicates/wording'
import { aDraft, aFolder, anEnvironment, withLibrary } from '../a-library'

const clause = '各学校要建立数字教育资源常态化应用机制，每学期组织教师开展不少于两次的集体备课与观摩研讨，把优质资源用到每一间教室、每一节课堂。'
const story = '那年冬天，山里下了第一场雪，王老师背着一台旧电脑走了十二里路，只为让孩子们看一眼大海的样子。'

const nearest = (library: Library, title: string, body: string) => library.nearDuplicates.similarTo({ title, body }, 3)

describe('a wording', () => {
  it.each([
    ['punctuation', '每学期，组织教师；开展研讨。', '每学期组织教师开展研讨'],
    ['full and half width', 'ＡＩ助教：２０２６年', 'AI助教:2026年'],
    ['case', 'Smart Education of China', 'SMART education of china'],
    ['spaces', '数字 教育\n资源', '数字教育资源'],
    ['marks of Markdown', '- **数字**教育 `资源`', '数字教育资源'],
  ])('is the same whatever its %s', (_name, one, other) => expect(wordingTokens(one)).toEqual(wordingTokens(other)))

  it('is told by the title as well where the body says next to nothing', () => expect(tokensOf({ title: '示例', body: '见附件' })).toEqual(['示', '例', '见', '附', '件']))
})

const longest = (a: readonly string[], b: readonly string[]): number => {
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const one of a) {
    const next = [0]
    for (const [j, other] of b.entries()) next.push(one === other ? (row[j] ?? 0) + one.length : Math.max(row[j + 1] ?? 0, next[j] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}
const sized = (all: readonly string[]) => all.reduce((sum, token) => sum + token.length, 0)

describe('similarity', () => {
  const tokens = fc.array(fc.constantFrom('教', '育', '数', '字', 'ai', '课'), { maxLength: 40 })

  it('is twice the longest common subsequence over both lengths, as the textbook computes it', () => {
    // Single characters only: with words of several, the shortest edit script need not keep the most characters.
    const characters = tokens.map((all) => all.filter((token) => token.length === 1))
    fc.assert(
      fc.property(characters, characters, (a, b) => {
        const expected = sized(a) + sized(b) === 0 ? 0 : (2 * longest(a, b)) / (sized(a) + sized(b))
        expect(similarityOf(a, b, 0)).toBeCloseTo(expected, 10)
      }),
    )
  })

  it('is the same, or nothing where it is below what was asked for', () => {
    fc.assert(
      fc.property(tokens, tokens, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, least) => {
        const whole = similarityOf(a, b, 0)
        expect(similarityOf(a, b, least)).toBeCloseTo(whole < least ? 0 : whole, 10)
      }),
    )
  })
})

describe('near-duplicates', () => {
  it('finds the same clause in other punctuation and width as the same wording, and shows the difference', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ title: '常态化应用', body: clause }))
      const [match] = nearest(library, '常态化应用', clause.replaceAll('，', ',').replace('。', '.'))
      expect(match).toMatchObject({ id, similarity: 1 })
      expect(match?.body.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => kind + text)).toEqual(['removed，', 'added,', 'removed，', 'added,', 'removed。', 'added.'])
    }))

  it('finds a clause of which some words were changed', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '故事', body: story }))
      const { id } = library.materials.create(aDraft({ title: '应用', body: clause }))
      const [match, ...others] = nearest(library, '应用（修订）', clause.replace('两次', '三次').replace('集体备课', '联合教研').replace('每一间教室、', ''))
      expect(match?.id).toBe(id)
      expect(match?.similarity).toBeGreaterThan(0.8)
      expect(match?.similarity).toBeLessThan(1)
      expect(others).toEqual([])
    }))

  it('does not take texts on one subject for copies', () =>
    withLibrary((library) => {
      library.materials.create(aDraft({ title: '应用', body: clause }))
      expect(nearest(library, '应用', '数字教育资源要用起来：学校每月开一次观摩课，教师把优质资源带进课堂，学生用它预习和复习。')).toEqual([])
    }))

  it('finds again what was changed, brought back and renamed, and not what was thrown away', () =>
    withLibrary((library) => {
      const { id } = library.materials.create(aDraft({ title: '应用', body: story }))
      library.materials.update(id, { body: clause })
      expect(nearest(library, '', clause)).toHaveLength(1)
      expect(nearest(library, '', story)).toHaveLength(0)
      library.materials.remove([id])
      expect(nearest(library, '', clause)).toHaveLength(0)
      library.history.undo()
      expect(nearest(library, '', clause)).toHaveLength(1)
      library.history.undo()
      expect(nearest(library, '', story)).toHaveLength(1)
      expect(library.nearDuplicates.strays()).toBe(0)
    }))

  it('leaves a material’s own versions and itself out of what is near to it', () =>
    withLibrary((library) => {
      const [first, second, third] = [0, 1, 2].map((at) => library.materials.create(aDraft({ title: `第${at}稿`, body: `${clause}${at}` })).id)
      if (!first || !second || !third) throw new Error('three were made')
      library.versions.link([first, second])
      expect(library.nearDuplicates.similarToMaterial(first, 5).map(({ id }) => id)).toEqual([third])
    }))

  it('walks a library for pairs, in portions, each pair once', () =>
    withLibrary((library) => {
      for (let at = 0; at < 30; at++) library.materials.create(aDraft({ title: `${at}`, body: at % 10 === 0 ? clause.replace('两次', `${at}次`) : `${story.slice(at % 7, 20 + (at % 7))}${String.fromCharCode(0x4e00 + at * 97).repeat(30)}` }))
      const pairs: string[] = []
      let after: number | null = 0
      while (after !== null) {
        const walked: ReturnType<Library['nearDuplicates']['duplicates']> = library.nearDuplicates.duplicates(after, 1)
        pairs.push(...walked.pairs.map(({ olderTitle, newerTitle }) => `${olderTitle}-${newerTitle}`))
        after = walked.next
      }
      expect(pairs.sort()).toEqual(['0-10', '0-20', '10-20'])
    }))

  it('makes sketches of another version anew in steps, goes on where it stopped, and follows what is changed meanwhile', () => {
    const folder = aFolder()
    const before = openLibrary(folder.path, anEnvironment())
    for (let at = 0; at < 100; at++) before.materials.create(aDraft({ title: `${at}`, body: `${clause}${at}` }))
    const rows = (library: Library) => library.nearDuplicates.sql.all('SELECT * FROM material_sketches ORDER BY 1, 2')
    before.nearDuplicates.sql.run(`UPDATE meta SET value = 'another' WHERE name = 'sketch-version'`)
    before.close()

    const stopped = openLibrary(folder.path, anEnvironment({ newId: () => crypto.randomUUID() }))
    expect(rows(stopped)).toEqual([])
    expect(stopped.nearDuplicates.sketchMore()).toEqual({ done: 40, total: 100 })
    expect(stopped.doctor().problems).toEqual([])
    const last = stopped.materials.list().find(({ title }) => title === '99')
    if (!last) throw new Error('It was made.')
    stopped.materials.update(last.id, { body: story })
    stopped.close()

    const library = openLibrary(folder.path, anEnvironment())
    expect(library.nearDuplicates.sketchMore()).toEqual({ done: 80, total: 100 })
    expect(library.nearDuplicates.sketchMore()).toBe(null)
    expect(library.nearDuplicates.sketchMore()).toBe(null)
    const inSteps = rows(library)
    library.reindex()
    expect(inSteps).toEqual(rows(library))
    expect(library.nearDuplicates.strays()).toBe(0)
    library.close()
    folder.remove()
  })

  it('makes the sketches of a library anew to the same ones', () =>
    withLibrary((library) => {
      for (let at = 0; at < 20; at++) library.materials.create(aDraft({ title: `${at}`, body: clause.slice(at) }))
      const rows = () => library.nearDuplicates.sql.all('SELECT * FROM material_sketches ORDER BY 1, 2')
      const before = rows()
      library.nearDuplicates.rebuild()
      expect(rows()).toEqual(before)
    }))

  it('finds nearly every text in which one character in ten was changed', () =>
    withLibrary((library) => {
      // Fixed pseudo-random numbers: the measure of a run never depends on luck.
      let seed = 7
      const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
      const texts = Array.from({ length: 60 }, () => Array.from({ length: 80 + next(200) }, () => String.fromCharCode(0x4e00 + next(2500))))
      for (const [at, text] of texts.entries()) library.materials.create(aDraft({ title: String(at), body: text.join('') }))
      const changed = (text: readonly string[]) => text.map((character) => (next(10) === 0 ? String.fromCharCode(0x4e00 + next(2500)) : character)).join('')
      const found = texts.filter((text, at) => nearest(library, '', changed(text))[0]?.title.map(({ text }) => text).join('') === String(at))
      expect(found.length).toBeGreaterThanOrEqual(57)
    }))
})

describe('a sketch', () => {
  it('is the same for the same wording and small for any', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const sketch = sketchOf(wordingTokens(text))
        expect(sketch).toEqual(sketchOf(wordingTokens(` ${text}。`)))
        expect(sketch.length).toBeLessThanOrEqual(10)
        expect(new Set(sketch).size).toBe(sketch.length)
      }),
    )
  })
})
