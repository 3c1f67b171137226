import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Desk } from './run-lectern'

const body = `# 一、为什么

## 三个变化
- 资源从**本校**走向全网
- 备课从个人走向团队

:::script
各位老师，大家好。[停顿 2] 今天是{{date}}。[翻页]
:::

## 接入学校
:::chart{type=column unit=所}
| 年份 | 学校数 |
| --- | --- |
| 2024 | 12 |
| 2025 | 30 |
:::

## 考一考
:::question{answer=A}
哪一项变化最近？
- A 资源
- B 备课
:::

## 出处
> 让每个孩子都有好课上。

:::cite{source="示例规划" at="二/(一)"}
:::
`
const talks = { dated: `---\ntitle: 示例宣讲\ndate: 2026-09-10\n---\n\n${body}`, undated: `---\ntitle: 示例宣讲\n---\n\n${body}` } as const

/** Makes a process believe that it is another day: `Date` is moved by `days` before any code of ours runs. */
const daysLater = (days: number): string =>
  `--import=data:text/javascript,${encodeURIComponent(`const Real=Date,by=${days}*864e5;globalThis.Date=class extends Real{constructor(...a){if(a.length)super(...a);else super(Real.now()+by)}static now(){return Real.now()+by}}`)}`

const surroundings = {
  'Greenwich, in C': { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  'Shanghai, in Chinese': { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  'Honolulu, in Turkish, eleven years and an odd number of hours later': { TZ: 'Pacific/Honolulu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', NODE_OPTIONS: daysLater(4017.3) },
} as const

it('really moves the clock of a process', () => {
  const moved = Number(execFileSync(process.execPath, ['--print', 'new Date().getTime()'], { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: daysLater(1000) } }))
  expect(moved - Date.now()).toBeGreaterThan(999 * 864e5)
})

const files = ['slides.pptx', 'script.docx', 'handout.docx', 'quiz.docx', 'talk.md'] as const

describe.each(['dated', 'undated'] as const)('a talk file, %s', (name) => {
  const desk = new Desk()
  const exported: Record<string, Buffer[]> = {}
  beforeAll(async () => {
    desk.write('talk.md', talks[name])
    for (const [index, env] of Object.values(surroundings).entries()) {
      const { code, err } = await desk.lecternWith(env, 'export', 'talk.md', '--to', String(index), '--formats', 'slides,script,handout,quiz,markdown')
      // A date that nobody has set is told of; the files are the same all the same.
      expect([code, err.includes('{{date}}'), err.trim().split('\n').length]).toEqual(name === 'undated' ? [1, true, 1] : [0, false, 1])
      for (const file of files) (exported[file] ??= []).push(readFileSync(desk.at(String(index), file)))
    }
  })
  afterAll(() => desk.clear())

  it.each(files)('gives the same %s byte for byte anywhere, in any language, on any day', (file) => {
    const [first, ...others] = exported[file] ?? []
    expect(others).toHaveLength(2)
    for (const other of others) expect(first?.equals(other)).toBe(true)
  })
})
