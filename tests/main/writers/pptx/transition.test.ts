import { describe, expect, it } from 'vitest'
import { lintPackage } from '../../../../src/main/writers/lint/lint-package'
import { writeDeck } from '../../../../src/main/writers/pptx/write-deck'
import { readZip } from '../../../../src/main/zip/read-zip'
import { parseTalk } from '../../../../src/shared/markdown/parse-talk'
import { layOut } from '../../../../src/shared/slides/lay-out'
import { metricsOf } from '../../../../src/shared/slides/theme-metrics'
import { aDeck, anAsset, aPicture, aScene, aText, deckOptions, theme } from '../../../builders/scene'
import { movie } from '../../../builders/media'
import { schemaErrors, validatorAbsent } from '../../../judges/open-xml-sdk'

const scenes = [
  aScene('points', [aText('title', '三个变化'), aText('body', '资源')]),
  aScene('picture', [aText('title', '录像'), aPicture({ media: { hash: anAsset('b'), mime: 'video/mp4' } })]),
]
const options = { ...deckOptions, media: (hash: string) => (hash === anAsset('b') ? { bytes: movie(), mime: 'video/mp4' as const } : deckOptions.media()) }
const slidesOf = (bytes: Uint8Array): string[] => {
  const archive = readZip(bytes)
  return archive.names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map((name) => new TextDecoder().decode(archive.read(name)))
}

it('writes none where the talk wants none', async () => {
  for (const slide of slidesOf(await writeDeck(aDeck(scenes), options))) expect(slide).not.toContain('p:transition')
})

describe.each([['fade', '<p:transition spd="fast"><p:fade/></p:transition>'], ['push', '<p:transition spd="fast"><p:push dir="l"/></p:transition>']] as const)('%s', (transition, written) => {
  it('stands on every slide, before what is played on it', async () => {
    const slides = slidesOf(await writeDeck(aDeck(scenes, { transition }), options))
    expect(slides.map((slide) => slide.includes(`</p:clrMapOvr>${written}`))).toEqual([true, true])
    expect(slides[1]).toContain(`${written}<p:timing>`)
  })

  it('passes our own lint', async () => expect(lintPackage(await writeDeck(aDeck(scenes, { transition }), options))).toEqual([]))

  it.skipIf(validatorAbsent)('is what the Open XML SDK expects', async () => expect(await schemaErrors(await writeDeck(aDeck(scenes, { transition }), options), 'pptx')).toEqual([]))
})

it.each([['fade', 'fade'], ['淡入', 'fade'], ['推入', 'push'], ['none', undefined], ['flip', undefined]])('“transition: %s” makes a deck that comes in by %s', (said, transition) => {
  const { value, warnings } = parseTalk(`---\ntitle: 甲\ntransition: ${said}\n---\n\n## 乙\n- 丙\n`)
  expect(layOut(value, { theme, metrics: metricsOf(theme), picture: () => null, language: 'zh-CN' }).value.transition).toBe(transition)
  expect(warnings.map(({ code }) => code)).toEqual(said === 'flip' ? ['bad-front-matter'] : [])
})
