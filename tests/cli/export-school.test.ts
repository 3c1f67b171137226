import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readZip } from '../../src/main/zip/read-zip'
import { Desk } from './run-lectern'

const talk = `---
title: 走进{{school.short}}
lang: zh-CN
---

# 一、开头
## {{school.name}}的老师们好
- {{brand.slogan}}

## 我们学校的故事
:::local-case
:::
`

/** The text of every XML part of a file. */
const partsOf = (file: string): ReadonlyMap<string, string> => {
  const zip = readZip(new Uint8Array(readFileSync(file)))
  return new Map(zip.names.filter((name) => /\.(?:xml|rels)$/.test(name)).map((name) => [name, new TextDecoder().decode(zip.read(name))]))
}

describe('lectern export --school', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = new Desk()
    await desk.lectern('demo')
  })
  afterEach(() => desk.clear())

  it('gives a talk the names, the brand and a case of the school, whether it is stored or a file', async () => {
    const file = desk.write('talk.md', talk)
    await desk.lectern('talk', 'import', file)
    for (const [name, to] of [[file, 'from-file'], ['走进{{school.short}}', 'from-library']] as const) {
      const { code, err } = await desk.lectern('export', name, '--to', desk.at(to), '--formats', 'slides,markdown', '--school', '示例小学')
      expect([code, err]).toEqual([0, ''])
      const parts = partsOf(desk.at(to, 'slides.pptx'))
      const slides = [...parts].filter(([part]) => part.startsWith('ppt/slides/')).map(([, xml]) => xml).join('')
      expect(slides).toContain('示例小学的老师们好')
      expect(slides).toContain('每天向前一点')
      expect(slides).not.toContain('{{')
      expect(parts.get('ppt/slideMasters/slideMaster1.xml')).toContain('新芽讲堂')
      // The brand's green where text can be read in it, and the picture of its logo on the master.
      expect(parts.get('ppt/theme/theme1.xml')).toContain('077E50')
      expect(parts.get('ppt/slideMasters/_rels/slideMaster1.xml.rels')).toContain('/image')
      expect(readFileSync(desk.at(to, 'talk.md'), 'utf8')).toContain(':::case{')
    }
  })

  it('says which tokens stay open, for no school and for one that says too little of itself', async () => {
    const file = desk.write('talk.md', talk)
    const nobody = await desk.lectern('export', file, '--to', desk.at('a'), '--formats', 'slides')
    expect(nobody.err).toContain('{{school.name}} in the talk stays open: no school was chosen')
    await desk.lectern('schools', 'import', desk.write('a.csv', 'name,short\n示例中学,示中\n'))
    const school = await desk.lectern('export', file, '--to', desk.at('b'), '--formats', 'slides', '--school', '示例中学')
    expect(school.err).toContain('{{brand.slogan}} in the talk stays open: the school has no slogan yet.')
    expect(school.err).not.toContain('school.name')
  })

  it('says that a school is not there, or that several are called so', async () => {
    const file = desk.write('talk.md', talk)
    expect((await desk.lectern('export', file, '--to', desk.at('a'), '--school', '没有的学校')).err).toContain('There is no school')
    await desk.lectern('schools', 'import', desk.write('a.csv', 'name,district\n同名小学,东区\n同名小学,西区\n'))
    expect((await desk.lectern('export', file, '--to', desk.at('a'), '--school', '同名小学')).err).toContain('2 schools are called')
  })
})
