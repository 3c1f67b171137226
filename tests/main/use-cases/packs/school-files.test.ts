import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exportTalk, type ExportWish } from '../../../../src/main/use-cases/export-talk'
import { SchoolFiles, type CommonWish } from '../../../../src/main/use-cases/packs/school-files'
import { readZip } from '../../../../src/main/zip/read-zip'
import { builtIn } from '../../../../src/shared/formats/talk-formats'
import { AssetHash } from '../../../../src/shared/model/ids'
import { picturesOfTest, talkForSchools, wishOf, type SchoolOfTest } from '../../../builders/talk-for-schools'

const common: CommonWish = { kinds: ['slides', 'script', 'handout', 'quiz', 'markdown'], preset: 'official', paceOf: () => 240, catalogue: builtIn, cited: () => null, pictures: picturesOfTest }

const school = (more: Partial<SchoolOfTest> = {}): SchoolOfTest => ({ name: '示例第一小学', short: '一小', brand: { series: '晨光讲堂', slogan: '一课一得', motto: '求真', primary: '1C5FB8' }, localCase: '', logo: null, ...more })

async function exported(wish: Pick<ExportWish, 'markdown' | 'audience' | 'look'>): Promise<ReadonlyMap<string, Buffer>> {
  for await (const event of exportTalk({ ...common, ...wish, openPress: () => Promise.reject(new Error('nothing is printed')), stopwatch: () => 0 })) {
    if (event.type === 'finished') return new Map(await Promise.all(event.files.map(async ({ name, content }) => [name, Buffer.from(await content.arrayBuffer())] as const)))
  }
  throw new Error('The export did not finish')
}

async function copied(files: SchoolFiles, one: SchoolOfTest, markdown = talkForSchools): Promise<ReadonlyMap<string, Buffer>> {
  const made = new Map<string, Buffer>()
  await files.write(wishOf(markdown, one), (name, { bytes, sha256 }) => {
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    made.set(name, Buffer.from(bytes))
  })
  return made
}

/** The names of parts that differ, which say more than two archives that do. */
function difference(one: Buffer, other: Buffer): readonly string[] {
  if (one.equals(other)) return []
  const [a, b] = [readZip(one), readZip(other)]
  return [...new Set([...a.names, ...b.names])].filter((name) => Buffer.compare(a.read(name) ?? Buffer.alloc(0), b.read(name) ?? Buffer.alloc(0)) !== 0).concat('archive')
}

async function expectSame(files: SchoolFiles, one: SchoolOfTest, markdown = talkForSchools): Promise<void> {
  const [copies, whole] = [await copied(files, one, markdown), await exported(wishOf(markdown, one))]
  expect([...copies.keys()]).toEqual([...whole.keys()])
  for (const [name, bytes] of whole) if (!bytes.equals(copies.get(name)!)) expect({ name, parts: name.endsWith('.md') ? ['text'] : difference(bytes, copies.get(name)!) }).toEqual({ name, parts: [] })
}

const localCases = [
  '',
  '## 晨读十分钟\n\n- 每天早上读十分钟\n- 家长轮流来听',
  '## 一座钟楼\n\n:::case{stage=in-practice school="示例小学"}\n### 背景\n- 钟楼停了三年\n### 做法\n- 学生自己修\n- 老师陪着\n### 成效\n- 走时准到一秒\n### 启示\n- 让学生做真事\n:::\n\n:::script\n我们学校有一座钟楼。[停顿 1]\n:::',
  `## 很长的故事\n\n${Array.from({ length: 24 }, (_, index) => `- 第 ${index + 1} 件小事，说起来要用上一整行还多一点的字`).join('\n')}`,
  '## 图与链接\n\n- 见[说明](https://example.org/a?b=1&c=2)\n\n![钟楼](asset:' + 'a'.repeat(64) + ')',
]
const words = fc.stringMatching(/^[一-龥a-z0-9 &<>"'“”—，。・]{1,24}$/u)
const anySchool: fc.Arbitrary<SchoolOfTest> = fc.record({
  name: words,
  short: fc.oneof(words, fc.string({ maxLength: 12, unit: 'grapheme' })),
  brand: fc.record({ series: fc.oneof(words, fc.constant('')), slogan: words, motto: fc.oneof(words, fc.constant('')), primary: fc.option(fc.stringMatching(/^[0-9A-F]{6}$/)), headingFont: fc.constantFrom('', '思源黑体 & <细>') }),
  localCase: fc.constantFrom(...localCases),
  logo: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/).map((hash) => AssetHash.parse(hash))),
})

it('makes for each school, whatever it is called and has to tell, what a full export makes for it alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySchool, { minLength: 3, maxLength: 4 }), async (schools) => {
      const files = new SchoolFiles(common)
      for (const one of schools) await expectSame(files, one)
    }),
    { numRuns: 5 },
  )
})

it('sets again what breaks otherwise, moves what stands behind a case, and counts pages anew', async () => {
  const files = new SchoolFiles(common)
  for (const localCase of localCases) await expectSame(files, school({ localCase }))
  await expectSame(files, school({ name: '示例市第三十七中学附属实验学校东校区'.repeat(4) }))
  // And again, when all of it has been seen before.
  for (const localCase of localCases) await expectSame(files, school({ localCase, short: '三小' }))
})

it('makes the same whichever school comes first', async () => {
  const [first, second] = [school({ localCase: localCases[2] }), school({ name: '示例第二小学', short: '二小', localCase: localCases[3] })]
  const [one, other] = [new SchoolFiles(common), new SchoolFiles(common)]
  const forwards = [await copied(one, first), await copied(one, second)]
  const backwards = [await copied(other, second), await copied(other, first)].toReversed()
  expect(forwards).toEqual(backwards)
})

it('makes no quiz for a talk that asks nothing, and says so', async () => {
  const names: string[] = []
  const warnings = await new SchoolFiles(common).write(wishOf('---\ntitle: 短\n---\n\n## 一句话\n\n- {{school.name}}', school()), (name) => void names.push(name))
  expect(names).not.toContain('quiz.docx')
  expect(warnings.map(({ code }) => code)).toContain('no-questions')
})
