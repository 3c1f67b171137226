import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AssetHash } from '../../src/shared/model/ids'
import type { Engine } from '../../src/renderer/app/engine'
import { addPicture } from '../../src/renderer/parts/add-picture/add-picture'
import { engineWith, openTalk, slide } from './desk'
import { overriding } from './overriding-engine'

const film = AssetHash.parse('f'.repeat(64))
const poster = AssetHash.parse('a'.repeat(64))

const TALK = `---
title: 示例宣讲
lang: zh-CN
---

# 一、开头

## 听一听
![晨读的声音](asset:${film})

## 乙
- 第二点
`

/** A minute of silence, which every browser plays. */
const BYTES = 60 * 16_000
const tone = (): Blob => {
  const bytes = new DataView(new ArrayBuffer(44 + BYTES))
  const write = (at: number, text: string) => Array.from(text).forEach((letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)))
  write(0, 'RIFF')
  bytes.setUint32(4, 36 + BYTES, true)
  write(8, 'WAVEfmt ')
  for (const [at, value] of [[16, 16], [24, 8000], [28, 16_000]] as const) bytes.setUint32(at, value, true)
  for (const [at, value] of [[20, 1], [22, 1], [32, 2], [34, 16]] as const) bytes.setUint16(at, value, true)
  write(36, 'data')
  bytes.setUint32(40, BYTES, true)
  return new Blob([bytes], { type: 'audio/wav' })
}

const onePixel = async (): Promise<Blob> => (await fetch('data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==')).blob()

/** An engine that holds one sound. */
const withSound = () => {
  const { memory, talkId } = engineWith(TALK)
  const assets: Partial<Engine['assets']> = {
    describe: async () => [{ hash: poster, width: 960, height: 540, mime: 'image/png', bytes: 68, media: { hash: film, mime: 'audio/wav', bytes: 44 + BYTES } }],
    content: async () => onePixel(),
    playedFrom: async () => URL.createObjectURL(tone()),
  }
  return { memory: { ...memory, engine: overriding(memory.engine, { assets }) }, talkId }
}

beforeEach(() => localStorage.clear())

const sound = () => slide().element().querySelector('audio')

describe('a sound on a slide', () => {
  it('is played by a click on the slide, and ends by itself', async () => {
    const { memory, talkId } = withSound()
    await openTalk({ memory, talkId }, '听一听')
    await page.getByRole('treeitem', { name: /^听一听/ }).click()
    const play = slide().getByRole('button', { name: /播放：晨读的声音/ })
    await expect.element(play).toBeVisible()
    expect(sound()).toBeNull()
    await play.click()
    await expect.element(slide().getByRole('button', { name: /暂停：晨读的声音/ })).toBeVisible()
    await expect.poll(() => sound()?.readyState ?? 0, { timeout: 15_000 }).toBeGreaterThanOrEqual(HTMLMediaElement.HAVE_METADATA)
    const player = sound()
    if (player) player.currentTime = player.duration - 0.1
    await expect.element(slide().getByRole('button', { name: /播放：晨读的声音/ }), { timeout: 15_000 }).toBeVisible()
  })

  it('is played by M in a show, where a click on it turns no slide', async () => {
    const { memory, talkId } = withSound()
    await openTalk({ memory, talkId }, '听一听')
    await page.getByRole('treeitem', { name: /^听一听/ }).click()
    await expect.element(slide().getByRole('button', { name: /播放：晨读的声音/ })).toBeVisible()
    await userEvent.keyboard('{Shift>}{F5}{/Shift}')
    const show = page.getByRole('dialog', { name: '放映', exact: true })
    await expect.poll(() => show.element().textContent).toContain('M 播放或暂停')
    const foot = () => show.element().querySelector('.show-foot')?.textContent
    const before = foot()
    await userEvent.keyboard('m')
    await expect.element(show.getByRole('button', { name: /暂停：晨读的声音/ })).toBeVisible()
    await show.getByRole('button', { name: /暂停：晨读的声音/ }).click()
    await expect.element(show.getByRole('button', { name: /播放：晨读的声音/ })).toBeVisible()
    expect(foot()).toBe(before)
    await userEvent.keyboard('{PageDown}')
    await expect.poll(() => show.element().textContent).not.toContain('M 播放或暂停')
    // What was played went away with its slide.
    expect(show.element().querySelectorAll('.show-coming, .slide-media')).toHaveLength(1)
  })
})

it('keeps the first frame of a film beside it, and nothing beside one that this window cannot decode', async () => {
  const { memory } = engineWith(TALK)
  const kept: string[] = []
  const engine = overriding(memory.engine, {
    assets: {
      addPicture: async ({ fileName }: { fileName: string }) => {
        kept.push(fileName)
        return { hash: poster, width: 960, height: 540, mime: 'image/png', bytes: 68, ...(fileName.endsWith('.mp4') ? { media: { hash: film, mime: 'video/mp4', bytes: 9 } } : {}) }
      },
    },
  })
  expect(await addPicture(engine, new File(['no film'], '录像.mp4', { type: 'video/mp4' }))).toEqual({ src: `asset:${film}`, poster: null })
  expect(await addPicture(engine, new File(['x'], '照片.png', { type: 'image/png' }))).toEqual({ src: `asset:${poster}`, poster: null })
  expect(kept).toEqual(['录像.mp4', '照片.png'])
})
