/**
 * Draws every slide of the showcase (tests/builders/showcase-talk.ts) onto contact sheets in .cache/slides, for looking at them small and large.
 * `node scripts/slide-sheet.mjs [columns=4] [rows=4] [lang=zh-CN] [size=16:9] [talk=own-pages|covers] [primary=1C5FB8] [design=formal] [mode=dark]`
 */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
import { createServer } from 'vite'

const option = (name, fallback) => process.argv.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1) ?? fallback
const root = resolve(import.meta.dirname, '..')
const columns = Number(option('columns', '4'))
const rows = Number(option('rows', '4'))
const lang = option('lang', 'zh-CN')
const size = option('size', '16:9')
const talk = option('talk', 'all')
const design = option('design', 'clear')
const mode = option('mode', 'light')
const primary = option('primary', '')
const folder = resolve(root, '.cache/slides')
mkdirSync(folder, { recursive: true })

const server = await createServer({ configFile: false, root, cacheDir: resolve(root, '.cache/vite-sheet'), plugins: [react()], server: { port: 0, host: '127.0.0.1', hmr: false, watch: null }, logLevel: 'error' })
await server.listen()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
try {
  const page = await browser.newPage({ viewport: { width: columns === 1 ? 1304 : 2000, height: 1000 } })
  page.on('pageerror', (error) => console.error(error))
  for (let from = 0; ; from += columns * rows) {
    await page.goto(`${server.resolvedUrls.local[0]}tests/showcase/index.html?lang=${lang}&talk=${talk}&size=${encodeURIComponent(size)}&design=${design}&mode=${mode}${primary === '' ? '' : `&primary=${primary}`}&columns=${columns}&from=${from}&to=${from + columns * rows}`)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    if ((await page.locator('.slide-view').count()) === 0) break
    const file = resolve(folder, `${talk}-${design}-${mode}-${lang}-${size.replace(':', 'x')}-${String(from).padStart(2, '0')}.png`)
    await page.screenshot({ path: file, fullPage: true })
    console.log(file)
  }
} finally {
  await browser.close()
  await server.close()
}
