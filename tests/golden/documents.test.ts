/** The parts of a small script and a small handout as they stand in the package, pretty-printed. `npm run golden` rewrites them: read the difference before committing it. */
import { describe, expect, it } from 'vitest'
import { presetFor } from '../../src/main/writers/docx/presets'
import { label, marker, paragraph, type ScriptDocument, text } from '../../src/main/writers/docx/script-document'
import { scriptFiles } from '../../src/main/writers/docx/script-files'
import type { Sheet } from '../../src/main/writers/docx/sheet-document'
import { sheetFiles } from '../../src/main/writers/docx/sheet-files'
import { sheetPreset } from '../../src/main/writers/docx/sheet-preset'
import { withSlideMargin } from '../../src/main/writers/docx/slides-beside'
import { AssetHash } from '../../src/shared/model/ids'
import { prettyXml } from './pretty-xml'

const facts = { language: 'zh-CN', made: new Date('2026-09-01T08:00:00Z'), picture: () => new Uint8Array([1]) } as const
const hash = AssetHash.parse('ab'.repeat(32))
const photo = { kind: 'picture', hash, mime: 'image/jpeg', width: 120, height: 80, alt: '课堂一角', keepNext: true } as const

/** Every kind of piece and of run. */
const script: ScriptDocument = {
  title: '数字资源走进每一间教室',
  speaker: '示例教师',
  opening: [paragraph('title', text('数字资源走进每一间教室'))],
  body: [
    { ...paragraph('section', text('一、为什么是“现在”')), beside: { hash: AssetHash.parse('cd'.repeat(32)), width: 124.7, height: 70.1, alt: '第 2 张' } },
    { ...paragraph('meta', text('第 2 张')), after: 12.5 },
    paragraph('block', text('三个变化')),
    paragraph('body', text('先看'), { kind: 'text', text: '三个变化', strong: true, emphasis: true }, { kind: 'cue', text: '停顿 2 秒' }, { kind: 'note', note: 1 }, { kind: 'note', note: 2 }),
    paragraph('body', { kind: 'text', text: '计划', href: 'https://example.org/plan?a=1&b=2' }, { kind: 'text', text: 'npm', code: true }, { kind: 'text', text: '本地', href: 'file:///etc' }),
    paragraph('point', marker('•'), label('屏幕显示：'), text('资源')),
    { kind: 'table', header: [[text('区')], [text('学校')]], rows: [[[text('示例东区')], [text('12')]]], align: ['left', 'right'] },
    { ...paragraph('body', text('表后')), newPage: true },
    { ...photo, crop: { left: 10, top: 0, right: 12.5, bottom: 5 } },
    { ...paragraph('caption', text('示例小学')), keepNext: false },
    { kind: 'table', header: [[text('空')]], rows: [], align: ['center'] },
  ],
  notes: ['《示例规划》，二', '《示例案例集》'],
}
const sheet: Sheet = {
  title: '讲义',
  speaker: '示例教师',
  runningHead: '讲义　　示例教师',
  body: [
    paragraph('title', text('讲义')),
    paragraph('facts', text('姓名：'), { kind: 'blank', ems: 6 }),
    paragraph('point', marker('1.'), text('想一想'), { kind: 'mark', text: '[1]' }),
    { kind: 'ruled-lines', count: 2 },
    { kind: 'notes-table', head: ['要点', '笔记'], rows: [[paragraph('block', text('三个变化')), photo]] },
  ],
}

describe.each([
  ['script', scriptFiles(script, withSlideMargin(presetFor('plain', 'zh-CN')), facts), ['[Content_Types].xml', 'word/_rels/document.xml.rels', 'word/document.xml', 'word/styles.xml', 'word/footnotes.xml', 'word/footer1.xml', 'word/settings.xml', 'docProps/core.xml']],
  ['official-script', scriptFiles({ ...script, body: script.body.slice(0, 4) }, presetFor('official', 'zh-CN'), facts), ['word/document.xml', 'word/styles.xml', 'word/footer1.xml', 'word/footer2.xml', 'word/settings.xml']],
  ['handout', sheetFiles(sheet, sheetPreset('handout', 'zh-CN'), facts), ['word/_rels/document.xml.rels', 'word/document.xml', 'word/header1.xml', 'word/header2.xml']],
] as const)('a small %s is written as it was read and agreed to', (name, files, parts) => {
  it.each([...parts])('%s', async (part) => {
    await expect(prettyXml(files.get(part) as string)).toMatchFileSnapshot(`parts/${name}/${part.replaceAll('/', '__').replace('[Content_Types]', 'content-types')}`)
  })
})
