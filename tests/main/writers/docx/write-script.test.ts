import { describe, expect, it } from 'vitest'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { readZip } from '../../../../src/main/zip/read-zip'
import type { Talk } from '../../../../src/shared/model/block'
import { aTalk, block, content, front, section } from '../../../builders/talk'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'
import { chineseTalk, englishTalk, scriptOf } from './showcase'

const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(readZip(bytes).read(name))

const NASTY = 'a\u0000b\u0008c\ud800d\ufffee <w:p>&amp; "x" \' ]]> 𠮷 é'
const nasty: Talk = aTalk(
  front({ title: NASTY, subtitle: NASTY, occasion: NASTY, audience: NASTY, speaker: NASTY, date: NASTY }),
  section(
    NASTY,
    block(NASTY, content.points(NASTY), { script: `${NASTY}[停顿 ${'9'.repeat(400)}]`, cites: [[NASTY, NASTY]] }),
    block(NASTY, { kind: 'points', picture: null, points: [{ marker: 'none', children: [], inlines: [{ text: NASTY, href: `https://example.invalid/?a="b"&c=<d>\u0001` }, { text: 'local', href: 'javascript:alert(1)' }] }] }),
    block(NASTY, content.table([NASTY, ''], [NASTY], ['', '', NASTY])),
    block('', content.quote('')),
    block('', content.question('', [], '', '')),
    block('', content.chart('pie', NASTY, [NASTY], { [NASTY]: [null] }), { cites: [['', '']] }),
  ),
  section('', block('x'.repeat(5000), content.picture('', ''), { script: '字'.repeat(20_000) })),
)
const long: Talk = aTalk(section('很长', ...Array.from({ length: 300 }, (_, index) => block(`第 ${index + 1} 块`, content.points('点'), { script: `这是第 ${index + 1} 段话。`, cites: [['示例', `${index}`]] }))))
const talks: Readonly<Record<string, Talk>> = { 'every block in Chinese': chineseTalk, 'every block in English': englishTalk, 'an empty talk': aTalk(), 'a section without blocks': aTalk(section('空')), 'hostile text': nasty, '300 blocks': long }

const presets = ['official', 'plain', 'large-print'] as const

describe.each(Object.entries(talks))('%s', (_, talk) => {
  it.skipIf(validatorAbsent).each(presets)('is a package in which the Open XML SDK finds no error (%s)', async (preset) => {
    expect(await schemaErrors(scriptOf(talk, { preset }), 'docx')).toEqual([])
  })
  it.each(presets)('is a package in which our own lint finds nothing (%s)', (preset) => {
    expect(lintPackage(scriptOf(talk, { preset }))).toEqual([])
  })
})

describe('the same talk', () => {
  it('gives the same bytes in another time zone, after other scripts were written', () => {
    const first = scriptOf(chineseTalk)
    const zone = process.env['TZ']
    process.env['TZ'] = 'Pacific/Auckland'
    try {
      scriptOf(englishTalk)
      expect(Buffer.from(scriptOf(chineseTalk)).equals(Buffer.from(first))).toBe(true)
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })
  it('carries the given moment and no other', () => {
    expect(part(scriptOf(chineseTalk), 'docProps/core.xml')).toContain('<dcterms:created xsi:type="dcterms:W3CDTF">2026-09-01T08:00:00Z</dcterms:created>')
  })
})

describe('the package', () => {
  it('names what stands in for a typeface that is missing', () => {
    expect(part(scriptOf(chineseTalk), 'word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,华文仿宋,')
  })
  it('says its language', () => {
    expect(part(scriptOf(englishTalk), 'docProps/core.xml')).toContain('<dc:language>en-US</dc:language>')
  })
  it('tells Word that quotation marks in a Chinese script are Chinese', () => {
    expect(part(scriptOf(chineseTalk), 'word/document.xml')).toContain('w:hint="eastAsia"')
    expect(part(scriptOf(englishTalk), 'word/document.xml')).not.toContain('w:hint="eastAsia"')
  })
  it('opens only addresses of the web and of mail', () => {
    const relationships = part(scriptOf(nasty), 'word/_rels/document.xml.rels')
    expect(relationships).toContain('https://example.invalid/')
    expect(relationships).not.toContain('javascript')
  })
  it('repeats the header row of a table on every page', () => {
    expect(part(scriptOf(chineseTalk), 'word/document.xml')).toContain('<w:tblHeader/>')
  })
  it('asks for no update of its contents', () => {
    const bytes = scriptOf(chineseTalk)
    expect(part(bytes, 'word/settings.xml')).not.toContain('updateFields')
    expect(part(bytes, 'word/document.xml')).not.toContain('w:dirty')
  })
})
