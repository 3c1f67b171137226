import { expect, it } from 'vitest'
import { exportTalk, type ExportWish } from '../../../src/main/use-cases/export-talk'
import { lintPackage } from '../../../src/main/writers/lint/lint-package'
import { readZip } from '../../../src/main/zip/read-zip'
import { builtIn } from '../../../src/shared/formats/talk-formats'
import { libreOfficeAbsent, toPdf, pageTexts } from '../../judges/libre-office'
import { schemaErrors, validatorAbsent } from '../../judges/open-xml-sdk'
import { picturesOfTest } from '../../builders/talk-for-schools'

const markdown = `---
title: 示例宣讲
---

# 一、开始

## 三个变化

- 资源从本校走向全网
- 备课从个人走向团队

:::script
先看第一个。
:::

## 没有讲稿的一页

- 看一看

# 二、结束

## 考一考

:::question{answer=B}
最不能漏掉的是哪一项？

- 清晰度
- 使用条件
:::

:::script
换大家来。[翻页] 对，是使用条件。
:::
`

async function script(wish: Partial<ExportWish>) {
  const whole: ExportWish = { markdown, kinds: ['script'], preset: 'plain', audience: '', slidePictures: true, paceOf: () => 240, catalogue: builtIn, pictures: picturesOfTest, cited: () => null, openPress: () => Promise.reject(new Error('nothing is printed')), stopwatch: () => 0, ...wish }
  for await (const event of exportTalk(whole)) if (event.type === 'finished') return { bytes: new Uint8Array(await event.files[0]!.content.arrayBuffer()), warnings: event.warnings.map(({ code }) => code) }
  throw new Error('The export did not finish')
}

const altTexts = (bytes: Uint8Array): string[] => Array.from(new TextDecoder().decode(readZip(bytes).read('word/document.xml')).matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g), ([, descr]) => descr!)
const beside = ['第 2 张：一、开始', '第 3 张：三个变化', '第 4 张：没有讲稿的一页', '第 5 张：二、结束', '第 6 张：考一考', '第 7 张：考一考']

it('puts every slide beside what is said with it, in the order of the talk, named for who does not see it', async () => {
  const { bytes } = await script({})
  expect(altTexts(bytes)).toEqual(beside)
  expect(lintPackage(bytes)).toEqual([])
})

it.skipIf(validatorAbsent).each(['plain', 'large-print'] as const)('gives a package in which the Open XML SDK finds no error (%s)', async (preset) => {
  expect(await schemaErrors((await script({ preset })).bytes, 'docx')).toEqual([])
})

it('gives the same bytes twice', async () => {
  expect(Buffer.from((await script({})).bytes).equals(Buffer.from((await script({})).bytes))).toBe(true)
})

it('draws slides in the look of their talk', async () => {
  const [light, dark] = [await script({}), await script({ shownAs: { mode: 'dark' } })]
  const pictures = ({ bytes }: typeof light): string[] => {
    const zip = readZip(bytes)
    return zip.names.filter((name) => name.startsWith('word/media/')).map((name) => Buffer.from(zip.read(name) ?? []).toString('base64'))
  }
  expect(pictures(light).length).toBe(beside.length)
  expect(pictures(dark).filter((picture) => pictures(light).includes(picture))).toEqual([])
})

it('says that the official layout has no room for them', async () => {
  const { bytes, warnings } = await script({ preset: 'official' })
  expect(altTexts(bytes)).toEqual([])
  expect(warnings).toContain('no-room-for-slides')
})

it('leaves a script as it is where nobody asks for them', async () => {
  const { bytes, warnings } = await script({ slidePictures: false })
  expect(altTexts(bytes)).toEqual([])
  expect(warnings).not.toContain('no-room-for-slides')
})

it.skipIf(libreOfficeAbsent)('loses no word of the script to them', async () => {
  const { 'script.docx': pdf } = await toPdf({ 'script.docx': (await script({})).bytes })
  const shown = (await pageTexts(pdf!)).join('').replaceAll(/\s/g, '')
  for (const said of ['先看第一个。', '换大家来。', '对，是使用条件。', '看一看']) expect(shown).toContain(said)
})
