/** Real documents and what each must do: `index.tsv` of the corpus is the specification. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDeckFile } from '../../../src/main/readers/read-deck-file'
import { readDocument } from '../../../src/main/readers/read-document'
import { refusalCodes } from '../../../src/main/readers/refusals'
import { talkFromDeck } from '../../../src/shared/deck-in/talk-from-deck'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { ReadDocument } from '../../../src/shared/model/document'
import { LecternError } from '../../../src/shared/outcome'

const folder = process.env['LECTERN_CORPUS'] ?? resolve(import.meta.dirname, '../../../../shared/corpus')
const index = resolve(folder, 'index.tsv')
const present = existsSync(index)
const rows = present
  ? readFileSync(index, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .flatMap(([file, , , , special, expected]) => (file === undefined || expected === undefined ? [] : [{ file, special: special ?? '', expected: expected.trim() }]))
  : []

const outcomeOf = async (file: string): Promise<{ code: string; document: ReadDocument | null }> => {
  try {
    return { code: 'read', document: await readDocument(file, new Uint8Array(readFileSync(resolve(folder, file)))) }
  } catch (error) {
    if (error instanceof LecternError) return { code: error.code, document: null }
    throw error
  }
}

/** A heading is set with single spaces, whatever held its words apart on the slide. */
const single = (text: string) => text.replaceAll(/\s+/g, ' ')

/** What a row's words ask of a reader: the codes it may answer with, and the warnings it must give. */
const demandsOf = (expected: string): { readonly codes: readonly string[]; readonly warnings: readonly string[] } => {
  const codes = () => {
    if (expected.startsWith('refuse: encrypted')) return ['encrypted-file']
    if (expected.startsWith('refuse: legacy')) return ['legacy-format']
    if (expected.startsWith('refuse: too large')) return ['too-large']
    if (expected.startsWith('refuse: damaged')) return ['damaged-file']
    if (expected.startsWith('imports or refuses cleanly')) return ['read', ...refusalCodes]
    if (expected.startsWith('imports or refuse: encrypted')) return ['read', 'encrypted-file']
    if (expected.startsWith('imports')) return ['read']
    throw new Error(`The index asks for something unknown: ${expected}`)
  }
  const asked: readonly (readonly [string, string])[] = [
    ['external link listed', 'external-links'],
    ['macros dropped and reported', 'macros-left-out'],
    ['no text layer', 'no-text-layer'],
    ['imports with warning', 'needs-repair'],
  ]
  return { codes: codes(), warnings: asked.flatMap(([words, code]) => (expected.includes(words) ? [code] : [])) }
}

describe.skipIf(!present)(`the corpus${present ? '' : ' (skipped: no index.tsv beside the checkout and LECTERN_CORPUS is not set)'}`, () => {
  it.each(rows)('$file ($special): $expected', async ({ file, expected }) => {
    const { code, document } = await outcomeOf(file)
    const { codes, warnings } = demandsOf(expected)
    expect(codes).toContain(code)
    if (document === null) return
    expect(ReadDocument.parse(document)).toEqual(document)
    expect(document.paragraphs.filter(({ kind, text }) => kind === 'table' && /(?![\t\n])\p{Cc}/u.test(text))).toEqual([])
    expect(document.warnings.map((warning) => warning.code)).toEqual(expect.arrayContaining([...warnings]))
  })

  it.each([
    ['poi__delins.docx', 'tracked-changes'],
    ['poi__testComment.docx', 'comments-left-out'],
    ['poi__VariousPictures.docx', 'metafiles-left-out'],
    ['aisys__13.2-zh.md', 'pictures-left-out'],
    ['poi__45545_Comment.pptx', 'comments-left-out'],
    ['poi__EmbeddedVideo.pptx', 'media-left-out'],
    ['pdfjs__TAMReview.pdf', 'text-unreadable'],
    ['pdfjs__TAMReview.pdf', 'drawn-figures-left-out'],
  ])('%s warns: %s', async (file, code) => {
    expect((await outcomeOf(file)).document?.warnings.map((warning) => warning.code)).toContain(code)
  })

  it.each([
    ['poi__bar-chart.pptx', '| 1st Qtr | 8.2 |'],
    ['poi__with_japanese.pptx', 'ゾルゲと尾崎、淡々と最期'],
    ['pypptx__tbl-cell.pptx', '| --- |'],
    ['poi__SampleShow.pptx', 'These are the notes'],
    ['pdfjs__noembed-eucjp.pdf', 'あいうえお'],
    ['offp__test.pdf', 'demonstrates the ability of the calibre DOCX Input plugin to convert the various typographic features'],
  ])('%s says: %s', async (file, words) => {
    expect((await outcomeOf(file)).document?.paragraphs.map(({ text }) => text).join('\n')).toContain(words)
  })

  it('reads the footnote in a table', async () => {
    expect((await outcomeOf('poi__table_footnotes.docx')).document?.paragraphs.map(({ kind }) => kind)).toEqual(['table', 'note'])
  })

  it('takes the contents list of a Chinese chapter for what it is', async () => {
    const document = (await outcomeOf('aisys__13.2-zh.md')).document
    expect(document?.paragraphs.filter(({ kind }) => kind === 'toc')).toHaveLength(8)
    expect(document?.outline.map(({ number }) => number)).toEqual(['13.2', '13.2.1', '13.2.2', '13.2.3', '13.2.4', '13.2.5', '', ''])
  })

  it.each(rows.filter(({ file }) => /\.p(?:pt|ps|ot)[xm]$/.test(file)))('$file opens as a talk that is read without losing anything, or is refused as its import is', async ({ file }) => {
    const { document, code } = await outcomeOf(file)
    if (document === null) {
      await expect(readDeckFile(new Uint8Array(readFileSync(resolve(folder, file))))).rejects.toMatchObject({ code })
      return
    }
    const { deck } = await readDeckFile(new Uint8Array(readFileSync(resolve(folder, file))))
    const talk = parseTalk(talkFromDeck(deck, file).value)
    expect(talk.warnings.filter(({ code: warning }) => warning !== 'empty-picture-alt')).toEqual([])
    const texts = new Set(talk.value.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap((block) => [block.title, ...(block.script?.text.split('\n\n') ?? [])])]).map(single))
    texts.add(talk.value.front.title)
    expect(deck.slides.flatMap(({ title, notes }) => [title, ...notes]).filter((text) => text !== '' && !texts.has(single(text)))).toEqual([])
  })
})
