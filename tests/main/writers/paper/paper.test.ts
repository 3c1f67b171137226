import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { presetFor } from '../../../../src/main/writers/docx/presets'
import { paragraph, type ScriptDocument, type ScriptRun, text } from '../../../../src/main/writers/docx/script-document'
import type { Sheet } from '../../../../src/main/writers/docx/sheet-document'
import { scriptPaper, sheetPaper } from '../../../../src/main/writers/paper/paper'
import { AssetHash } from '../../../../src/shared/model/ids'

const hash = AssetHash.parse('a'.repeat(64))
const script = (part: Partial<ScriptDocument>): ScriptDocument => ({ title: '示例', speaker: '', opening: [], body: [], notes: [], ...part })
const xhtmlOf = (part: Partial<ScriptDocument>, language: 'zh-CN' | 'en' = 'zh-CN'): string => scriptPaper(script(part), presetFor('plain', language), language).xhtml
const runsAs = (...runs: readonly ScriptRun[]): string => /<p class="body">([^]*)<\/p>/.exec(xhtmlOf({ body: [paragraph('body', ...runs)] }))?.[1] ?? ''

describe('a script on paper', () => {
  it('escapes what is said', () => {
    expect(runsAs(text('a < b & "c" </main><script>x</script>'))).toBe('a &lt; b &amp; "c" &lt;/main&gt;&lt;script&gt;x&lt;/script&gt;')
  })

  it('links only to addresses of the web and of mail', () => {
    expect(runsAs({ kind: 'text', text: '甲', href: 'javascript:alert(1)' })).toBe('甲')
    expect(runsAs({ kind: 'text', text: '甲', href: 'https://example.com/?a=1&b=2' })).toContain('<a href="https://example.com/?a=1&amp;b=2"')
  })

  it('sets punctuation that both scripts share in the Chinese typeface, in a Chinese text only', () => {
    expect(runsAs(text('他说“好”'))).toBe('他说<span class="han">“</span>好<span class="han">”</span>')
    expect(xhtmlOf({ body: [paragraph('body', text('“yes”'))] }, 'en')).toContain('<p class="body">“yes”</p>')
  })

  it('lists its headings with links to them, and has footnotes at the end', () => {
    const xhtml = xhtmlOf({ body: [paragraph('section', text('一')), paragraph('block', text('甲')), paragraph('body', text('话'), { kind: 'note', note: 1 })], notes: ['《示例规划》'] })
    expect(xhtml).toContain('<a href="#p0"><span class="entry">一</span><span class="leader"/><span class="page-of" data-page-of="p0"/></a>')
    expect(xhtml).toContain('<h2 class="section" id="p0">一</h2>')
    expect(xhtml).toContain('<a href="#p1"><span class="entry">甲</span>')
    expect(xhtml).toMatch(/<sup id="mark-1"><a href="#note-1">1<\/a><\/sup>[^]*<p class="footnote" id="note-1"><a href="#mark-1">1<\/a> 《示例规划》<\/p>/)
  })

  it('makes room within the page for slides beside the text, as browsers print nothing in its margins', () => {
    const preset = { ...presetFor('plain', 'zh-CN'), margins: { ...presetFor('plain', 'zh-CN').margins, left: 70 } }
    const said = { ...paragraph('body', text('话')), beside: { hash, alt: '第 1 张：示例', width: 100, height: 56.25 } }
    const [paper, without] = [scriptPaper(script({ body: [said] }), preset, 'zh-CN'), scriptPaper(script({ body: [paragraph('body', text('话'))] }), preset, 'zh-CN')]
    expect(paper.pictures).toEqual([hash])
    expect(paper.xhtml).toContain(`<p class="body with-slide"><img data-picture="${hash}" alt="第 1 张：示例" style="width: 100pt; height: 56.25pt"/>话</p>`)
    const [, left, inset] = /margin: \S+ \S+ \S+ ([\d.]+)mm;[^]*?main \{ padding-left: ([\d.]+)pt \}/.exec(paper.css) ?? []
    expect(Number(left) + (Number(inset) / 72) * 25.4).toBeCloseTo(70)
    expect(without.css).not.toContain('main { padding-left')
  })

  it('names every picture that it shows, also beside room for notes', () => {
    const picture = { kind: 'picture' as const, hash, mime: 'image/png' as const, width: 100, height: 50, alt: '课堂', keepNext: true }
    const paper = scriptPaper(script({ body: [picture] }), presetFor('plain', 'zh-CN'), 'zh-CN')
    expect(paper.pictures).toEqual([hash])
    expect(paper.xhtml).toContain(`<img data-picture="${hash}" alt="课堂" style="width: 100pt; height: 50pt"/>`)
    const sheet: Sheet = { title: '示例', speaker: '', runningHead: '', body: [{ kind: 'notes-table', head: ['要点', '笔记'], rows: [[picture]] }] }
    expect(sheetPaper('handout', sheet, 'zh-CN')?.pictures).toEqual([hash])
    const logo = { hash: AssetHash.parse('b'.repeat(64)), mime: 'image/png', width: 30, height: 18, alt: '示例小学' } as const
    const marked = sheetPaper('handout', { ...sheet, marks: { series: '示例讲堂', logo } }, 'zh-CN')
    expect(marked?.pictures).toEqual([logo.hash, hash])
    expect(marked?.xhtml).toMatch(/^<main [^>]*><div class="running-head marks"><span>示例讲堂<\/span><img [^>]*alt="示例小学"/)
  })

  it('names the columns of a table as its heads', () => {
    const xhtml = xhtmlOf({ body: [{ kind: 'table', header: [[text('年份')], [text('学校数')]], rows: [[[text('2024')], []]], align: ['left', 'right'] }] })
    expect(xhtml).toContain('<th scope="col" style="text-align: right"><p class="cell-head" style="text-align: inherit">学校数</p></th>')
    expect(xhtml).toContain('<td style="text-align: right"><p class="cell" style="text-align: inherit"/></td>')
  })
})

describe('every paper', () => {
  const sheet: Sheet = { title: '示例', speaker: '', runningHead: '一“”"\\"; } body { display: none', body: [paragraph('title', text('示例')), { kind: 'ruled-lines', count: 3 }, { kind: 'notes-table', head: ['要点', '笔记'], rows: [[paragraph('body', text('a<b'))], []] }] }

  it('is one well-formed element', () => {
    for (const xhtml of [sheetPaper('handout', sheet, 'zh-CN')!.xhtml, sheetPaper('quiz', sheet, 'en')!.xhtml, xhtmlOf({})]) {
      const roots: string[] = []
      let depth = 0
      const parser = new SaxesParser({ xmlns: true }) // throws at what is not well formed
      parser.on('opentag', ({ name }) => void (depth++ === 0 && roots.push(name)))
      parser.on('closetag', () => depth--)
      parser.write(xhtml).close()
      expect(roots).toEqual(['main'])
    }
  })

  it('keeps a running head within its string of the style sheet', () => {
    const { css } = sheetPaper('handout', sheet, 'zh-CN')!
    expect(css).toContain('content: "一“”\\22 \\5c \\22 ; } body { display: none"')
  })

  it('gives each row as many lines as the same row of the .docx, three at least', () => {
    const { xhtml } = sheetPaper('handout', sheet, 'zh-CN')!
    expect(xhtml.match(/<td>(?:<hr [^>]*\/>)+<\/td>/g)?.map((cell) => cell.match(/<hr/g)?.length)).toEqual([3, 3])
  })
})
