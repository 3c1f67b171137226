import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { pictureInfo } from '../../src/main/readers/picture'
import { readDocument } from '../../src/main/readers/read-document'
import { plainTextOf } from '../../src/shared/markdown/inlines'
import { parseTalk } from '../../src/shared/markdown/parse-talk'
import { checkFormat } from '../../src/shared/formats/check-format'
import { builtIn } from '../../src/shared/formats/talk-formats'
import { type BlockKind, builtInAudiences } from '../../src/shared/model/block'
import type { ReadDocument } from '../../src/shared/model/document'
import { materialKinds, type ProposedMaterial } from '../../src/shared/model/material'
import { defaultSettings } from '../../src/shared/model/settings'
import { dress, Starter } from '../../src/shared/model/starter'
import { timeTalk } from '../../src/shared/speech/time-talk'

const folder = fileURLToPath(new URL('../../resources/starter/', import.meta.url))
const starter = Starter.parse(JSON.parse(readFileSync(join(folder, 'starter.json'), 'utf8')))
const talks = starter.talks.map(({ file }) => ({ file, markdown: readFileSync(join(folder, file), 'utf8') }))
const blocksOf = (markdown: string) => parseTalk(markdown).value.sections.flatMap((section) => section.blocks)

let documents: (ReadDocument & { readonly source: Starter['sources'][number] })[] = []
let dressed: ProposedMaterial[] = []
beforeAll(async () => {
  documents = await Promise.all(starter.sources.map(async (source) => ({ ...(await readDocument(basename(source.file), new Uint8Array(readFileSync(join(folder, source.file))))), source })))
  dressed = documents.flatMap(({ materials, source }) => materials.map((material) => dress(material, source)))
})

describe('the documents of the example library', () => {
  it('are read without a warning', () => {
    expect(documents.flatMap(({ warnings }) => warnings)).toEqual([])
  })
  it('say that they are invented', () => {
    expect(documents.filter(({ paragraphs }) => !paragraphs.some(({ text }) => /虚构|为演示|示例库|invented/i.test(text))).map(({ title }) => title)).toEqual([])
  })
  it('give materials of every kind but those only a hand can make', () => {
    const kinds = new Set(dressed.map(({ kind }) => kind))
    expect(materialKinds.filter((kind) => !kinds.has(kind))).toEqual(['quote', 'picture'])
  })
  it('and the hand gives the rest, more than forty in all', () => {
    const kinds = new Set([...dressed, ...starter.materials].map(({ kind }) => kind))
    expect(materialKinds.filter((kind) => !kinds.has(kind))).toEqual([])
    expect(dressed.length + starter.materials.length).toBeGreaterThan(40)
  })
  it('are dressed by rules that each meet a material', () => {
    const idle = documents.flatMap(({ source, materials }) => source.some.filter(({ match }) => !materials.some(({ title, path }) => [title, ...path].some((place) => place.includes(match)))).map(({ match }) => match))
    expect(idle).toEqual([])
  })
  it('give cases at every stage but the first', () => {
    expect(new Set(dressed.flatMap(({ stage }) => (stage === null ? [] : [stage])))).toEqual(new Set(['adopted', 'in-practice', 'feedback']))
  })
})

describe.each(talks)('the talk $file', ({ file, markdown }) => {
  it.each(['', ...builtInAudiences])('is read without a warning for the audience “%s”', (audience) => {
    expect(parseTalk(markdown, audience === '' ? {} : { audience }).warnings).toEqual([])
  })
  it('lacks nothing of its format and of what its audience wishes', () => {
    const talk = parseTalk(markdown, { audience: parseTalk(markdown).value.front.audience }).value
    expect(checkFormat(talk, timeTalk(talk, defaultSettings.pace), builtIn)).toEqual([])
  })
  it('fits its minutes and fills most of them', () => {
    const { front, sections } = parseTalk(markdown).value
    const { total } = timeTalk({ front, sections }, defaultSettings.pace)
    expect(total).toBeLessThanOrEqual(front.minutes!)
    expect(total).toBeGreaterThan(front.minutes! * 0.8)
  })
  it('has a script for every block', () => {
    expect(blocksOf(markdown).filter(({ script }) => script === null).map(({ title }) => title)).toEqual([])
  })
  it('cites sources and places that the library holds', () => {
    const places = new Set(documents.flatMap(({ title, materials }) => materials.flatMap(({ locator }) => [locator, ...locator.split('/').map((_, index, steps) => steps.slice(0, index + 1).join('/'))].map((place) => `${title} ${place}`))))
    const unknown = blocksOf(markdown).flatMap(({ citations }) => citations.filter(({ source, at }) => !places.has(`${source} ${at}`)).map(({ source, at }) => `${source} ${at}`))
    expect(unknown).toEqual([])
  })
  it('quotes its sources character by character', () => {
    const texts = new Map(documents.map(({ title, paragraphs }) => [title, paragraphs.map(({ text }) => text).join('\n')]))
    const wrong = blocksOf(markdown).flatMap(({ content, citations }) =>
      content.kind === 'quote' ? content.paragraphs.map((paragraph) => plainTextOf(paragraph)).filter((quotation) => !citations.some(({ source }) => texts.get(source)?.includes(quotation))) : [],
    )
    expect(wrong).toEqual([])
  })
  it('shows pictures that are there, each with a description', () => {
    const pictures = blocksOf(markdown).flatMap(({ content }) => (content.kind === 'picture' ? [content.picture] : []))
    for (const { src, alt } of pictures) {
      expect(pictureInfo(new Uint8Array(readFileSync(join(folder, dirname(file), src))))).toMatchObject({ width: 1600, height: 900 })
      expect(alt.length).toBeGreaterThan(8)
    }
  })
})

it('shows every kind of block in one talk or another', () => {
  const kinds = new Set(talks.flatMap(({ markdown }) => blocksOf(markdown)).map(({ content }) => content.kind))
  const all: Record<BlockKind, true> = { points: true, quote: true, table: true, picture: true, case: true, chart: true, 'two-columns': true, timeline: true, question: true, discussion: true, activity: true, 'local-case': true, agenda: true, closing: true, references: true }
  expect(Object.keys(all).filter((kind) => !kinds.has(kind as BlockKind))).toEqual([])
})

it('keeps the pictures of its materials beside it', () => {
  const named = starter.materials.flatMap(({ body }) => [...body.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, src]) => src!))
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((src) => !existsSync(join(folder, src)))).toEqual([])
})
