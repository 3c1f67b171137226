import { resolve } from 'node:path'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { browserPress } from '../../../src/main/printing/browser-press'
import { readTemplate } from '../../../src/main/readers/template/read-template'
import { exportTalk } from '../../../src/main/use-cases/export-talk'
import { importDesign } from '../../../src/main/use-cases/import-design'
import { prepareTalk, type TalkWish } from '../../../src/main/use-cases/prepare-talk'
import { designsOf } from '../../../src/main/use-cases/talk-designs'
import { libraryPictures } from '../../../src/main/use-cases/talk-pictures'
import { builtIn } from '../../../src/shared/formats/talk-formats'
import { png } from '../../builders/png'
import { sampleTemplates } from '../../builders/template'
import { withLibraryAsync } from '../library/a-library'

const TALK = '---\ntitle: 示例宣讲\ndesign: 示例模板\n---\n\n# 一、为什么\n\n## 三个变化\n- 资源走向全网\n- 备课走向团队\n'
const data = resolve('node_modules/pdfjs-dist')

describe('a deck in a template of the user’s own, printed', () => {
  it('has a page a slide, with the words of the talk and the template’s picture', () =>
    withLibraryAsync(async (library) => {
      await importDesign({ library, readTemplate: async (_name, bytes) => readTemplate(bytes) }, '示例模板.potx', sampleTemplates(png(320, 180)).chinese)
      const wish: TalkWish = { markdown: TALK, audience: '', paceOf: () => 240, catalogue: builtIn, designs: designsOf(library), pictures: libraryPictures(library), cited: () => null }
      const files: Uint8Array[] = []
      for await (const event of exportTalk({ ...wish, kinds: ['slides-pdf'], preset: 'official', openPress: browserPress(resolve('out/renderer')), stopwatch: () => 0 }, undefined)) {
        if (event.type !== 'finished') continue
        for (const { content } of event.files) files.push(new Uint8Array(await content.arrayBuffer()))
      }
      const [printed] = files
      const pdf = await getDocument({ data: printed!, cMapUrl: `${data}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${data}/standard_fonts/`, verbosity: 0 }).promise
      expect(pdf.numPages).toBe(prepareTalk(wish).deck.scenes.length)
      const words: string[] = []
      const withPicture: number[] = []
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number)
        words.push(...(await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')))
        if ((await page.getOperatorList()).fnArray.includes(OPS.paintImageXObject)) withPicture.push(number)
      }
      for (const shown of ['示例宣讲', '为什么', '三个变化', '资源走向全网', '备课走向团队']) expect(words.join('').replaceAll(/\s/g, '')).toContain(shown)
      expect(withPicture.length).toBeGreaterThan(0)
    }), 120_000)
})
