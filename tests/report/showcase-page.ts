import { existsSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium, type Page } from 'playwright'
import { createServer } from 'vite'
import { showcasePhotoUrl } from '../builders/showcase-photo'
import type { Language } from '../../src/shared/language'
import type { ColourMode, DesignName } from '../../src/shared/model/look'
import type { SlideSize } from '../../src/shared/slides/page'
import type { Lightness } from './lightness'

const root = resolve(import.meta.dirname, '../..')
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Why there are no previews on this machine; null where there are. */
export const chromiumAbsent: string | null = existsSync(executablePath) ? null : 'Chromium is not installed'

/** Which talk of the showcase, and how it is shown. */
export type Shown = { readonly talk: 'all' | 'charts'; readonly language: Language; readonly design: DesignName; readonly mode: ColourMode; readonly size: SlideSize }

/** The showcase (tests/showcase) in a real Chromium: previews as the window draws them, served with the window's own styles and typefaces. */
export type ShowcasePage = {
  /** PNG of every slide of a talk, `width` pixels wide. */
  previews(shown: Shown, width: number): Promise<Uint8Array[]>
  /** The showcase's stand-in for a photo as PNG, `scale` times its size. */
  photo(hash: string, scale: number): Promise<Uint8Array>
  /** How light the pixels of a PNG are. */
  lightness(png: Uint8Array): Promise<Lightness>
  close(): Promise<void>
}

const dataUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`

const drawPng = async ({ url, scale }: { url: string; scale: number }): Promise<string> => {
  const image = new Image()
  image.src = url
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}

/** Grey as MATLAB's `rgb2gray` has it, one byte a pixel, in base64. Runs inside a browser page, which decodes PNG: it must not refer to anything outside itself. */
const greyOf = async (url: string): Promise<{ width: number; height: number; grey: string }> => {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob())
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('No canvas')
  context.drawImage(bitmap, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  let grey = ''
  for (let at = 0; at < data.length; at += 4) grey += String.fromCharCode(Math.round(0.2989 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)))
  return { width, height, grey: btoa(grey) }
}

async function slidesOn(page: Page): Promise<Uint8Array[]> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(async () => {
    await document.fonts.ready
  })
  const slides = await page.locator('.slide-view').all()
  const pictures: Uint8Array[] = []
  for (const slide of slides) pictures.push(await slide.screenshot())
  return pictures
}

/** Serves the showcase on the loopback address and opens one Chromium; `close` ends both. */
export async function openShowcase(): Promise<ShowcasePage> {
  const installed = realpathSync(resolve(root, 'node_modules')) // may be a link to those of another copy of the project: its typefaces are served too
  const server = await createServer({ configFile: false, root, cacheDir: resolve(root, '.cache/vite-report'), plugins: [react()], server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: [root, installed] } }, logLevel: 'error' })
  await server.listen()
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [] })
  const blank = await browser.newPage()
  return {
    async previews({ talk, language, design, mode, size }, width) {
      const page = await browser.newPage({ viewport: { width: width + 24, height: 900 } }) // the showcase's own margin is 12
      try {
        await page.goto(`${server.resolvedUrls?.local[0] ?? ''}tests/showcase/index.html?lang=${language}&columns=1&talk=${talk}&design=${design}&mode=${mode}&size=${encodeURIComponent(size)}`)
        return await slidesOn(page)
      } finally {
        await page.close()
      }
    },
    async photo(hash, scale) {
      const url = await blank.evaluate(drawPng, { url: showcasePhotoUrl(hash), scale })
      return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
    },
    async lightness(png) {
      const { width, height, grey } = await blank.evaluate(greyOf, dataUrl(png))
      return { width, height, values: Float64Array.from(Buffer.from(grey, 'base64')) }
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}
