import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { TalkId } from '../../src/shared/model/ids'
import { RehearsalId, type Rehearsal } from '../../src/shared/model/rehearsal'
import { engineWith, openTalk } from './desk'
import { memoryId } from './memory-engine'

const TALK = `---
title: 示例宣讲
minutes: 20
speaker: 示例教师
lang: zh-CN
---

# 一、开头

## 甲
- 第一点

:::script
各位老师好。[停顿 3]

请看下一页。[翻页]
:::

## 乙
- 第二点
`

const present = () => page.getByRole('dialog', { name: '排练', exact: true })

const openDesk = () => openTalk(engineWith(TALK), '甲')

/** A rehearsal in which every block was spoken at one pace. */
const rehearsed = (talkId: TalkId, number: number, pace: number): Rehearsal => ({
  id: RehearsalId.parse(memoryId(900 + number)),
  talkId,
  lecturer: '示例教师',
  audience: '',
  minutes: 20,
  startedAt: 1_788_000_000_000 + number * 86_400_000,
  endedAt: 1_788_000_600_000 + number * 86_400_000,
  finished: true,
  blocks: Array.from({ length: 12 }, (_, index) => ({ title: `段 ${index + 1}`, section: '一、开头', characters: 150, words: 0, still: 0, planned: 41, spoken: (150 / pace) * 60 })),
})

beforeEach(() => localStorage.clear())

describe('a rehearsal', () => {
  it('shows slide, next slide and script with its cues, and writes down what was spoken', async () => {
    const { memory } = await openDesk()
    await userEvent.keyboard('{Control>}{F5}{/Control}')
    await expect.element(present()).toBeVisible()
    const script = present().getByRole('region', { name: '讲稿' })
    for (let slide = 0; slide < 10 && !(script.element().textContent ?? '').includes('各位老师好'); slide++) await userEvent.keyboard('{PageDown}')
    await expect.poll(() => [...script.element().querySelectorAll('.script-cue')].map((cue) => cue.textContent)).toEqual(['停顿 3 秒', '翻页'])
    await expect.poll(() => present().getByRole('region', { name: '下一张' }).element().textContent).toContain('第二点')
    // Shorter ones are taken for a slip of the finger, and never stored.
    expect(memory.rehearsed.size).toBe(0)
    await expect.poll(() => memory.rehearsed.size, { timeout: 10_000 }).toBe(1)
    expect([...memory.rehearsed.values()][0]).toMatchObject({ finished: false, lecturer: '示例教师', minutes: 20 })
    await userEvent.keyboard('{Escape}')
    const report = page.getByRole('dialog', { name: '排练小结' })
    await expect.element(report).toBeVisible()
    const kept = [...memory.rehearsed.values()][0]
    expect(kept?.finished).toBe(true)
    expect(kept?.blocks.find(({ title }) => title === '甲')?.spoken).toBeGreaterThan(2.5)
    await report.getByRole('button', { name: '不保留' }).click()
    await expect.poll(() => memory.rehearsed.size).toBe(0)
  })

  it('stops its clock, blanks the screen, jumps by number and changes the size of the script, by keyboard', async () => {
    const { memory } = await openDesk()
    await userEvent.keyboard('{Control>}{F5}{/Control}')
    await expect.element(present()).toBeVisible()
    const told = () => present().element().textContent ?? ''
    await userEvent.keyboard('t')
    await expect.poll(told).toContain('计时已暂停')
    await userEvent.keyboard('2')
    await expect.poll(told).toContain('按 Enter 到第 2 张')
    await userEvent.keyboard('{Enter}')
    await expect.poll(told).toContain('第 2 张')
    await userEvent.keyboard('b')
    await expect.poll(told).toContain('观众看到的是黑屏')
    await userEvent.keyboard(' ')
    await expect.poll(told).toContain('第 2 张')
    expect(told()).not.toContain('黑屏，')
    const script = present().getByRole('region', { name: '讲稿' })
    const size = () => Number.parseFloat(getComputedStyle(script.element()).fontSize)
    const before = size()
    await userEvent.keyboard('+')
    await expect.poll(size).toBeGreaterThan(before)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => page.getByRole('dialog').elements().length).toBe(0)
    expect(memory.rehearsed.size).toBe(0)
  })

  it('offers the pace it tells of, changes nothing before that is accepted, and takes it back', async () => {
    const { memory, talkId } = await openDesk()
    for (const number of [1, 2]) await memory.engine.rehearsals.keep(rehearsed(talkId, number, 180))
    await page.getByRole('tab', { name: '排练' }).click()
    const offer = page.getByRole('region', { name: '语速' })
    await expect.poll(() => offer.element().textContent).toContain('约每分钟 180 字')
    expect(await memory.engine.lecturers.list()).toEqual([])
    await offer.getByRole('button', { name: '以后按 180 字计算' }).click()
    await expect.poll(async () => (await memory.engine.lecturers.list())[0]).toMatchObject({ name: '示例教师', pace: 180 })
    await expect.poll(() => offer.element().textContent).toContain('相符')
    await page.getByRole('alert').getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => memory.engine.lecturers.list()).toEqual([])
  })

  it('is told of in the drawer, block by block, and can be deleted', async () => {
    const { memory, talkId } = await openDesk()
    await memory.engine.rehearsals.keep(rehearsed(talkId, 1, 110))
    await page.getByRole('tab', { name: '排练' }).click()
    await page.getByRole('button', { name: /的小结$/ }).click()
    const report = page.getByRole('dialog', { name: '排练小结' })
    await expect.poll(() => report.element().textContent).toContain('讲了 16:22，按讲稿计划 8:12')
    await expect.poll(() => report.element().textContent).toContain('超出最多：段 1 +0:41')
    await userEvent.keyboard('{Escape}')
    await page.getByRole('button', { name: /^删除 .*的排练$/ }).click()
    await expect.poll(() => memory.rehearsed.size).toBe(0)
  })
})

describe('several speakers', () => {
  it('are named while they speak, and before it is their turn', async () => {
    await openTalk(engineWith(`${TALK}\n:::script{speaker="学生代表"}\n我来说。\n:::\n`), '甲')
    await userEvent.keyboard('{Alt>}{F5}{/Alt}')
    const named = () => document.querySelector('.presenter-speaker')?.textContent ?? ''
    await expect.poll(named).toBe('现在：示例教师接下来：学生代表')
    await userEvent.keyboard('{PageDown}')
    await expect.poll(named).toBe('现在：学生代表')
  })
})
