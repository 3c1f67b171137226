import { expect, it } from 'vitest'
import { Relationships } from '../../../../src/main/writers/opc-package'
import { paragraphsXml } from '../../../../src/main/writers/pptx/text-body'
import type { SceneParagraph } from '../../../../src/shared/slides/scene'
import { points } from '../../../../src/shared/units'
import { aParagraph, aPoint, aRun, plainFrames } from '../../../builders/scene'

const relationships = new Relationships('ppt/slides/slide1.xml')
const written = (...paragraphs: SceneParagraph[]): string => paragraphsXml(paragraphs, { language: 'zh-CN', relationships, inherited: null })
const numbered = (text: string, marker: string, level = 0): SceneParagraph => aPoint(text, { level, marker: { text: marker, colour: 'accent', auto: 'arabic-period' } })
/** Where each automatic numbering starts; undefined where it starts at one. */
const starts = (...paragraphs: SceneParagraph[]): (string | undefined)[] => [...written(...paragraphs).matchAll(/buAutoNum type="arabicPeriod"(?: startAt="(\d+)")?/g)].map((match) => match[1])
const languages = (text: string): string | undefined => /lang="([^"]+)"/.exec(written(aParagraph(text)))?.[1]
const linked = (href: string): boolean => written(aParagraph([aRun('甲', { href })])).includes('hlinkClick')

it('writes the line pitch and the space before in hundredths of a point', () => {
  const xml = written(aParagraph('甲', { pitch: points(35.5), spaceBefore: points(17.5) }))
  expect(xml).toContain('<a:lnSpc><a:spcPts val="3550"/></a:lnSpc><a:spcBef><a:spcPts val="1750"/></a:spcBef>')
})

it('never lets punctuation hang, so that lines break where they were measured', () => {
  expect(written(aParagraph('甲'), aPoint('乙')).match(/hangingPunct="0"/g)).toHaveLength(2)
})

it('hangs a bullet in the indent of its paragraph', () => {
  expect(written(aPoint('甲'))).toContain('<a:pPr marL="330200" indent="-330200"')
})

it("writes PowerPoint's own numbers and starts a continued list where it goes on", () => {
  expect(starts(numbered('甲', '1.'), aPoint('子', { level: 1 }), numbered('乙', '2.'))).toEqual([undefined, undefined])
  expect(starts(numbered('丙', '3.'), numbered('丁', '4.'))).toEqual(['3', '3'])
  expect(starts(numbered('甲', '1.'), aParagraph('段'), numbered('乙', '2.'))).toEqual([undefined, '2'])
})

it('writes a marker of several characters into the text, because a bullet has one', () => {
  expect(written(aPoint('甲', { marker: { text: 'Q1', colour: 'accent', auto: 'none' } }))).toMatch(/<a:buNone\/>.*<a:t>Q1\t<\/a:t>/)
})

it('leaves out what the placeholder says already', () => {
  const [title] = plainFrames('points').placeholders
  const paragraph = aParagraph([aRun('三个变化', title!.style)], { pitch: title!.pitch })
  const xml = paragraphsXml([paragraph], { language: 'zh-CN', relationships, inherited: title! })
  expect(xml).toContain('<a:rPr lang="zh-CN" altLang="en-US" dirty="0"/>')
  expect(xml).not.toContain('lnSpc')
})

it('tags each run with the language of its script, and figures with that of the deck', () => {
  expect(['三个变化', 'Three changes', '2026 年', '2026', '“', 'ＡＢ'].map(languages)).toEqual(['zh-CN', 'en-US', 'zh-CN', 'zh-CN', 'zh-CN', 'zh-CN'])
})

it('links to the web and to mail, and leaves every other address as plain text', () => {
  expect(['https://example.org/一?a=1&b=2', 'mailto:a@example.org', 'javascript:alert(1)', 'file:///etc/passwd', '../secret.docx', 'not an address'].map(linked)).toEqual([true, true, false, false, false, false])
})

it('names colours and typefaces of the theme only', () => {
  const xml = written(aPoint([aRun('甲', { colour: 'paper', font: 'heading' })]))
  expect(xml).toContain('<a:schemeClr val="bg1"/>')
  expect([...xml.matchAll(/<a:(?:latin|ea|cs) typeface="([^"]+)"/g)].map((match) => match[1])).toEqual(['+mj-lt', '+mj-ea', '+mj-cs'])
})

it('takes the dot of a point from the typeface that the preview draws it as, and other markers from the text', () => {
  expect(written(aPoint([aRun('甲')]))).toMatch(/<a:buFont typeface="Arial"[^>]*\/><a:buChar char="•"\/>/)
  expect(written({ ...aPoint([aRun('甲')]), marker: { text: '–', colour: 'ink', auto: 'none' } })).toContain('<a:buFontTx/><a:buChar char="–"/>')
})

it('keeps control characters and line ends out of a run', () => {
  expect(written(aParagraph('甲\u0000\u000b乙\n丙'))).toContain('<a:t>甲 乙 丙</a:t>')
})

it('keeps an empty paragraph as high as its text would be', () => {
  expect(written(aParagraph([aRun('', { size: points(40) })]))).toMatch(/<a:endParaRPr [^>]*sz="4000"/)
})
