/** A film and a sound from a talk's folder into the library, its exports, a bundle and Markdown, and out again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lintPackage } from '../../../src/main/writers/lint/lint-package'
import { writeDeck } from '../../../src/main/writers/pptx/write-deck'
import { planHandout } from '../../../src/main/writers/docx/plan-handout'
import { readZip } from '../../../src/main/zip/read-zip'
import { readDeckFile } from '../../../src/main/readers/read-deck-file'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { importDeck } from '../../../src/main/use-cases/import-deck'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { keepPictures } from '../../../src/main/use-cases/keep-pictures'
import { mergeBundle } from '../../../src/main/use-cases/merge-bundle'
import { packBundle } from '../../../src/main/use-cases/pack-library'
import { picturesIn } from '../../../src/shared/markdown/pictures-in'
import { filePictures } from '../../../src/main/use-cases/file-pictures'
import { missingPictures } from '../../../src/main/use-cases/missing-pictures'
import { libraryPictures, mediaOf } from '../../../src/main/use-cases/talk-pictures'
import { parseTalk } from '../../../src/shared/markdown/parse-talk'
import { layOut } from '../../../src/shared/slides/lay-out'
import { metricsOf } from '../../../src/shared/slides/theme-metrics'
import { theme } from '../../builders/scene'
import { aFolder, anEnvironment } from '../library/a-library'
import { movie, mp3, wave } from '../../builders/media'
import { png } from '../../builders/png'
import { schemaErrors, validatorAbsent } from '../../judges/open-xml-sdk'

const text = `---
title: 课堂一角（示例）
---

## 一段录像
![学生在做实验](film.mp4 "示例小学，三年级")

## 另一段，有自己的封面
:::picture{poster="cover.png"}
![老师在讲解](film.mp4)
:::

## 听一听
- 晨读的声音
- 放学的铃声

![晨读](bell.mp3)

## 再听
![铃声](tone.wav)

## 放不了的
![旧录像](old.webm)
`

const folder = mkdtempSync(join(tmpdir(), 'lectern-media-'))
beforeAll(() => {
  writeFileSync(join(folder, 'film.mp4'), movie())
  writeFileSync(join(folder, 'cover.png'), png(320, 180))
  writeFileSync(join(folder, 'bell.mp3'), mp3())
  writeFileSync(join(folder, 'tone.wav'), wave(0.05))
  writeFileSync(join(folder, 'old.webm'), Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3))
})
afterAll(() => rmSync(folder, { recursive: true }))

const talk = parseTalk(text).value
const laidOut = async () => {
  const pictures = await filePictures(text, folder)
  return { pictures, deck: layOut(talk, { theme, metrics: metricsOf(theme), picture: pictures.info, language: 'zh-CN' }).value }
}
const exported = async () => {
  const { pictures, deck } = await laidOut()
  return writeDeck(deck, { theme, media: mediaOf(pictures), made: new Date(Date.UTC(2026, 8, 10)) })
}

it('names a film that cannot be played, with what can', async () => {
  const { pictures } = await laidOut()
  const warnings = missingPictures(talk, pictures)
  expect(warnings.map(({ place }) => place)).toEqual(['line 23'])
  expect(warnings[0]?.message['zh-CN']).toContain('MP4')
})

it('shows the poster that was chosen, and plays the film behind it', async () => {
  const { pictures, deck } = await laidOut()
  const shown = deck.scenes.flatMap(({ items }) => items.filter((item) => item.kind === 'picture'))
  expect(shown.map(({ media }) => media?.mime)).toEqual(['video/mp4', 'video/mp4', 'audio/mpeg', 'audio/wav'])
  expect(shown[1]?.asset).toBe(pictures.info('cover.png')?.hash)
  expect(shown[0]?.asset).not.toBe(shown[1]?.asset)
  expect(shown[0]?.media).toEqual(shown[1]?.media)
})

it('is named in the handout, where its poster stands for it', async () => {
  const { pictures } = await laidOut()
  const said = JSON.stringify(planHandout(talk, 'zh-CN', pictures.info))
  expect(said).toContain('影音：')
  expect(said).toContain('学生在做实验')
})

describe('its deck', () => {
  it('holds each medium once, stored as it is, and its poster', async () => {
    const archive = readZip(await exported())
    const media = archive.names.filter((name) => name.startsWith('ppt/media/media'))
    expect(media.map((name) => name.replace(/\d+/, ''))).toEqual(expect.arrayContaining(['ppt/media/media.mp4', 'ppt/media/media.mp3', 'ppt/media/media.wav']))
    expect(media).toHaveLength(3)
    const film = archive.read(media.find((name) => name.endsWith('.mp4')) ?? '')
    expect(film && Buffer.from(film).equals(movie())).toBe(true)
  })

  it('passes our own lint, and gives the same bytes again', async () => {
    const bytes = await exported()
    expect(lintPackage(bytes)).toEqual([])
    expect(Buffer.from(await exported()).equals(bytes)).toBe(true)
  })

  it.skipIf(validatorAbsent)('has nothing in it that the Open XML SDK objects to', async () => {
    expect(await schemaErrors(await exported(), 'pptx')).toEqual([])
  })
})

const withBoth = async (work: (ours: Library, theirs: Library, place: string) => Promise<void>): Promise<void> => {
  const place = aFolder()
  const ours = openLibrary(join(place.path, 'ours'), anEnvironment())
  const theirs = openLibrary(join(place.path, 'theirs'), anEnvironment())
  try {
    await work(ours, theirs, place.path)
  } finally {
    ours.close()
    theirs.close()
    place.remove()
  }
}
const addressesIn = (markdown: string) => picturesIn(parseTalk(markdown).value).map(({ src }) => src)

describe('in a library', () => {
  it('is kept with its posters under lasting addresses; what cannot be played keeps its own', () =>
    withBoth(async (library) => {
      const kept = await keepPictures(library, text, folder)
      expect(addressesIn(kept).map((src) => src.replace(/[0-9a-f]{64}/, '…'))).toEqual(['asset:…', 'asset:…', 'asset:…', 'asset:…', 'asset:…', 'old.webm'])
      const infos = addressesIn(kept).flatMap((src) => libraryPictures(library).info(src) ?? [])
      expect(infos.map(({ mime, media }) => [mime, media?.mime])).toEqual([
        ['image/png', 'video/mp4'],
        ['image/png', 'video/mp4'],
        ['image/png', undefined],
        ['image/png', 'audio/mpeg'],
        ['image/png', 'audio/wav'],
      ])
      expect(library.assets.mimeOf(infos[0]?.media?.hash ?? infos[0]!.hash)).toBe('video/mp4')
    }))

  it('travels in a bundle and is played there', () =>
    withBoth(async (ours, theirs, place) => {
      const kept = await keepPictures(ours, text, folder)
      importTalk(ours, kept)
      const bundle = join(place, '交换.lectern')
      await packBundle(ours, bundle, null, {})
      await mergeBundle(theirs, bundle)
      const described = (library: Library) => addressesIn(kept).map((src) => libraryPictures(library).info(src))
      expect(described(theirs)).toEqual(described(ours))
    }))

  it('comes back from the deck that was made of it, posters and all', () =>
    withBoth(async (_, theirs) => {
      const bytes = await exported()
      const { talk: back, warnings } = await importDeck({ library: theirs, readDeck: (_name, content) => readDeckFile(content) }, '课堂.pptx', bytes)
      expect(warnings.map(({ code }) => code)).toEqual([])
      const infos = picturesIn(parseTalk(back.markdown).value).flatMap(({ src }) => libraryPictures(theirs).info(src)?.media?.mime ?? [])
      expect(infos).toEqual(['video/mp4', 'video/mp4', 'audio/mpeg', 'audio/wav'])
      expect(back.markdown).toContain('老师在讲解')
      expect(back.markdown).toContain('poster="asset:')
    }))
})
