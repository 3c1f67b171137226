import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { talkForSchools } from '../builders/talk-for-schools'
import { png } from '../builders/png'
import { Desk } from './run-lectern'

type Packed = { packs: number; files: number; skipped: number; failed: { school: string; error: string }[]; older: { school: string }[]; leftOut: { school: string; code: string }[] }

describe('lectern pack', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = new Desk()
    desk.write('logos/a.png', png(64, 32))
    await desk.lectern('schools', 'import', desk.write('schools.csv', 'name,short,district,level,series,slogan,motto,primary,logo\n甲小学,甲,东区,primary,晨光讲堂,一课一得,求真,#1C5FB8,logos/a.png\n乙小学,乙,西区,primary,星河讲堂,日拱一卒,求实,#B8361C,logos/a.png\n'))
    await desk.lectern('talk', 'import', desk.write('talk.md', talkForSchools.replace('![{{school.short}}的学生在平板上做实验](photo)', '- 一张照片')))
  })
  afterEach(() => desk.clear())
  const pack = (...words: readonly string[]) => desk.json<Packed>('pack', '数字资源走进{{school.short}}', '--to', desk.at('packs'), ...words)

  it('gives every school its own, in as many threads as there are processors, and the second time nothing', async () => {
    const { answer, code, err } = await pack('--schools', 'all')
    expect([code, err]).toEqual([0, ''])
    expect(answer).toMatchObject({ packs: 2, files: 10, skipped: 0, failed: [] })
    expect(readdirSync(desk.at('packs')).sort()).toEqual(['index.html', 'index.xlsx', '乙小学', '甲小学'])
    expect((await pack('--schools', 'all')).answer).toMatchObject({ packs: 2, skipped: 2 })
  })

  it('makes the same bytes in one thread and in two', async () => {
    await pack('--schools', 'all', '--jobs', '2')
    await desk.json('pack', '数字资源走进{{school.short}}', '--schools', 'all', '--to', desk.at('alone'), '--jobs', '1')
    for (const name of ['甲小学/slides.pptx', '甲小学/script.docx', '乙小学/handout.docx', '乙小学/manifest.json', 'index.html', 'index.xlsx']) expect(readFileSync(desk.at('packs', name)).equals(readFileSync(desk.at('alone', name)))).toBe(true)
  })

  it('takes schools by name, kinds of files, a zip each, and a talk that is not stored', async () => {
    const { answer } = await desk.json<Packed>('pack', 'talk.md', '--schools', '乙小学', '--formats', 'slides,markdown', '--zip', '--to', desk.at('packs'))
    expect(answer).toMatchObject({ packs: 1, files: 3 })
    expect(existsSync(desk.at('packs', '乙小学.zip'))).toBe(true)
  })

  it('says in one sentence what is wrong with a command', async () => {
    for (const words of [[], ['--schools', '丙小学'], ['--schools', 'all', '--jobs', '0'], ['--schools', 'all', '--formats', 'video'], ['--schools', 'all', '--audiences', 'primary']]) {
      const { code, err } = await pack(...words)
      expect(code).toBe(words[1] === '丙小学' ? 1 : 2)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
    expect(existsSync(desk.at('packs'))).toBe(false)
  })
})
