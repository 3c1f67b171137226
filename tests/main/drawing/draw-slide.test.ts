import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { slideDrawer } from '../../../src/main/drawing/draw-slide'
import type { AssetHash } from '../../../src/shared/model/ids'
import type { TemplateItem } from '../../../src/shared/model/template'
import { sceneSvg } from '../../../src/shared/slides/drawing/scene-svg'
import { builtInThemes } from '../../../src/shared/slides/themes/built-in'
import { templateTheme } from '../../../src/shared/slides/template/template-theme'
import { clearTheme } from '../../../src/shared/slides/themes/clear'
import { deckOfTalk } from '../../builders/deck-of-talk'
import { greyJpeg } from '../../builders/jpeg'
import { png } from '../../builders/png'
import { showcase, showcaseEnglish, showcaseOwnPages } from '../../builders/showcase-talk'
import { aTalk, block, content, section } from '../../builders/talk'
import { aDesign } from '../../builders/template-definition'

const WIDTH = 320
const noMedia = () => null
const header = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset + 16)
const sizeOf = (bytes: Uint8Array): readonly [number, number] => [header(bytes).getUint32(0), header(bytes).getUint32(4)]
const deck = deckOfTalk(showcase, '16:9', clearTheme)

/** The colours that a drawing names, each once. */
const coloursIn = (svg: string): Set<string> => new Set(Array.from(svg.matchAll(/(?:fill|stroke)="#([0-9A-F]{6})"/g), ([, colour]) => colour!))

describe('a slide drawn small', () => {
  it.each(['16:9', '4:3'] as const)('has the ratio of its page: %s', async (size) => {
    const own = deckOfTalk(showcase, size, clearTheme)
    const bytes = await slideDrawer(own, clearTheme, WIDTH, noMedia)(own.scenes[0]!)
    expect(sizeOf(bytes)).toEqual([WIDTH, size === '16:9' ? 180 : 240])
  })

  it('is the same bytes twice, and a few thousand of them', async () => {
    for (const scene of deck.scenes.slice(0, 12)) {
      const [once, again] = [await slideDrawer(deck, clearTheme, WIDTH, noMedia)(scene), await slideDrawer(deck, clearTheme, WIDTH, noMedia)(scene)]
      expect(once).toEqual(again)
      expect(once.byteLength).toBeLessThan(30_000)
    }
  })

  it('draws every scene of every design in its theme’s colours alone', () => {
    const drawn = { outline: (codePoint: number) => (codePoint === 0x20 ? '' : 'M0 0L500 0L500 -700Z'), picture: () => null }
    for (const design of ['clear', 'formal', 'lively'] as const) {
      for (const mode of ['light', 'dark'] as const) {
        const theme = builtInThemes[design][mode]
        for (const talk of [showcase, showcaseEnglish, showcaseOwnPages]) {
          const own = deckOfTalk(talk, '16:9', theme)
          const strange = own.scenes.flatMap((scene) => [...coloursIn(sceneSvg(scene, own, theme, drawn))].filter((colour) => !Object.values(theme.colours).includes(colour)))
          expect(strange).toEqual([])
        }
      }
    }
  })

  it('lies on the ground of its template’s layout, with that layout’s shapes, in that layout’s colours', () => {
    const shapes: readonly TemplateItem[] = [
      { kind: 'shape', shape: 'ellipse', box: { x: 0, y: 0, width: 914_400, height: 914_400 }, fill: { kind: 'gradient', angle: 90, stops: [{ at: 0, colour: '123456', opacity: 1 }, { at: 1, colour: 'FEDCBA', opacity: 0.5 }] }, line: { colour: '0A0B0C', width: 2 } },
      { kind: 'picture', asset: 'a'.repeat(64) as AssetHash, box: { x: 914_400, y: 0, width: 914_400, height: 914_400 }, crop: { left: 0.5, top: 0, right: 0, bottom: 0 } },
      { kind: 'shape', shape: 'free', path: 'M 0 0 L 1 0 Q 0.5 0.5 0 1 Z', box: { x: 914_400, y: 914_400, width: 914_400, height: 1_828_800 }, turn: 30, flippedX: true, fill: { kind: 'solid', colour: '0FACE0', opacity: 1 }, line: null },
      { kind: 'shape', shape: 'ellipse', box: { x: 0, y: 0, width: 914_400, height: 914_400 }, fill: { kind: 'gradient', angle: 90, focus: { x: 1, y: 0 }, stops: [{ at: 0, colour: '123456', opacity: 1 }] }, line: null },
      { kind: 'shape', shape: 'ellipse', box: { x: 914_400, y: 0, width: 914_400, height: 914_400 }, fill: { kind: 'picture', asset: 'b'.repeat(64) as AssetHash, tile: { x: 12_700, y: 0, width: 127_000, height: 254_000 } }, line: null },
      { kind: 'text', box: { x: 0, y: 1_828_800, width: 914_400, height: 914_400 }, turn: 90, lines: [{ x: 457_200, baseline: 2_286_000, align: 'middle', runs: [{ text: '校', size: 20, bold: true, colour: '0DDBA1' }, { text: '名', size: 10, bold: false, colour: '0BADA0' }] }] },
    ]
    const { template } = aDesign
    const layouts = template.layouts.map((layout) => ({ ...layout, items: [...shapes], placeholders: layout.placeholders.map((one) => ({ ...one, colour: 'C0FFEE' })) }))
    const theme = templateTheme({ definition: { ...aDesign, template: { ...template, layouts } } })
    const own = deckOfTalk(aTalk(section('', block('变化', content.points('资源从本校走向全网')))), '16:9', theme)
    const svg = sceneSvg(own.scenes.find(({ title }) => title === '变化')!, own, theme, { outline: () => 'M0 0Z', picture: (hash) => ({ url: `data:image/png;base64,${hash}`, orientation: 1 }) })
    expect(svg).toContain('width="960" height="540" rx="0" fill="#FDF6E3"')
    expect(svg).toContain('<stop offset="0" stop-color="#123456" stop-opacity="1"/><stop offset="1" stop-color="#FEDCBA" stop-opacity="0.5"/>')
    expect(svg).toContain('<ellipse cx="36" cy="36" rx="36" ry="36" fill="none" stroke="#0A0B0C" stroke-width="2"/>')
    expect(svg).toContain('<svg x="72" y="0" width="72" height="72"><image href="data:image/png;base64,aaaa')
    expect(svg).toContain('x="-72" y="0" width="144" height="72"')
    expect(svg).toContain('<g transform="translate(108 144) rotate(30) scale(-1 1) translate(-108 -144)"><path d="M 72 72 L 144 72 Q 108 144 72 216 Z" fill-rule="evenodd" fill="#0FACE0" fill-opacity="1"/></g>')
    expect(svg).toContain('<radialGradient id="item-3" cx="1" cy="0" r="1.414">')
    expect(svg).toContain('<pattern id="item-4" patternUnits="userSpaceOnUse" x="73" y="0" width="10" height="20"><svg x="0" y="0" width="10" height="20"><image href="data:image/png;base64,bbbb')
    expect(svg).toContain('</pattern><ellipse cx="108" cy="36" rx="36" ry="36" fill="url(#item-4)"/>')
    // 20 and 10 pt wide, about the middle of their box.
    expect(svg).toContain('<g transform="translate(36 180) rotate(90) scale(1 1) translate(-36 -180)"><g fill="#0DDBA1"><path transform="translate(21 180) scale(0.02)" d="M0 0Z"/></g><g fill="#0BADA0"><path transform="translate(41 180) scale(0.01)" d="M0 0Z"/></g></g>')
    expect(svg).toContain('<g fill="#C0FFEE">')
  })

  it('sets Latin text as close as the layout measured it: kerned, and with narrow quotation marks', () => {
    const words = 'It’s “AV”'
    const drawn = { outline: (codePoint: number) => `M${codePoint}`, picture: () => null }
    const own = deckOfTalk(aTalk(section('', block('Set close', content.points(words, 'and regular', 'as points are')))), '16:9', clearTheme)
    const scene = own.scenes.find(({ title }) => title === 'Set close')!
    const svg = sceneSvg(scene, own, clearTheme, drawn)
    const placed = [...svg.matchAll(/translate\(([\d.]+) [\d.]+\) scale\(([\d.]+)\)" d="M(\d+)"/g)].map(([, x, scale, codePoint]) => ({ x: Number(x), size: Number(scale) * 1000, letter: String.fromCodePoint(Number(codePoint)) }))
    const first = placed.findIndex((_, at) => placed.slice(at, at + words.length).map(({ letter }) => letter).join('') === words)
    const line = placed.slice(first, first + words.length)
    const [size = 0] = line.map((one) => one.size)
    const advance = (at: number) => (line[at + 1]!.x - line[at]!.x) / size
    expect(first).toBeGreaterThan(-1)
    expect(advance(2)).toBeCloseTo(0.278 - 0.055, 2)
    // Of an opening mark the ink is at the end of a full em, which begins that much earlier.
    expect(line[6]!.x - line[4]!.x).toBeCloseTo((0.224 + 0.474 - 0.063) * size, 0)
    expect(line[5]!.x).toBeLessThan(line[4]!.x)
    expect(advance(6)).toBeCloseTo(0.608 - 0.015, 2)
  })

  it('sets as many characters as stand on the slide', () => {
    const drawn = { outline: () => 'M0 0Z', picture: () => null }
    const words = '资源从本校走向全网'
    const own = deckOfTalk(aTalk(section('', block('变化', content.points(words)))), '16:9', clearTheme)
    const svg = sceneSvg(own.scenes.find(({ title }) => title === '变化')!, own, clearTheme, drawn)
    // Title, point and the slide's number.
    expect(svg.split('d="M0 0Z"').length - 1).toBeGreaterThanOrEqual('变化'.length + words.length)
  })

  it('shows a picture in the part of the slide that is its own', async () => {
    const scene = deck.scenes.find(({ items }) => items.some(({ kind }) => kind === 'picture'))!
    const picture = scene.items.find((item) => item.kind === 'picture')!
    const bytes = await slideDrawer(deck, clearTheme, WIDTH, () => ({ bytes: png(400, 300), mime: 'image/png' }))(scene)
    const { box } = picture
    const at = { x: Math.round(((box.x + box.width / 2) / deck.size.width) * WIDTH), y: Math.round(((box.y + box.height / 2) / deck.size.height) * 180) }
    expect(pixelAt(bytes, at.x, at.y)).toEqual([0x99, 0x99, 0x99])
  })

  it('shows a photo as it is seen, however its pixels lie', async () => {
    const scene = deck.scenes.find(({ items }) => items.some(({ kind }) => kind === 'picture'))!
    const { box } = scene.items.find((item) => item.kind === 'picture')!
    const scale = WIDTH / deck.size.width
    const quarters = [0.25, 0.75].flatMap((down) => [0.25, 0.75].map((right) => [Math.round((box.x + box.width * right) * scale), Math.round((box.y + box.height * down) * scale)] as const))
    const upright = { items: scene.items.map((item) => (item.kind === 'picture' ? { ...item, crop: { left: 0, top: 0, right: 0, bottom: 0 } } : item)) }
    /** The quarters of a photo that is seen as 甲乙 over 丙丁, as they lie in the file. */
    const lying = { 1: '甲乙丙丁', 2: '乙甲丁丙', 3: '丁丙乙甲', 4: '丙丁甲乙', 5: '甲丙乙丁', 6: '乙丁甲丙', 7: '丁乙丙甲', 8: '丙甲丁乙' }
    const grey: Readonly<Record<string, number>> = { 甲: 20, 乙: 90, 丙: 160, 丁: 230 }
    for (const [orientation, quartersInFile] of Object.entries(lying)) {
      const photo = greyJpeg(Array.from(quartersInFile, (name) => grey[name]!), Number(orientation))
      const bytes = await slideDrawer(deck, clearTheme, WIDTH, () => ({ bytes: photo, mime: 'image/jpeg' }))({ ...scene, ...upright })
      const shown = quarters.map(([x, y]) => Object.keys(grey).find((name) => Math.abs(pixelAt(bytes, x, y)[0]! - grey[name]!) < 12))
      expect(shown.join(''), `orientation ${orientation}`).toBe('甲乙丙丁')
    }
  })

  it('leaves room where a picture is gone', async () => {
    const scene = deck.scenes.find(({ items }) => items.some(({ kind }) => kind === 'picture'))!
    expect((await slideDrawer(deck, clearTheme, WIDTH, noMedia)(scene)).byteLength).toBeGreaterThan(500)
  })
})

/** Red, green and blue of one pixel of a PNG as ours are: RGB or with a palette, rows as they are or filtered by their left neighbour or the row above. */
function pixelAt(bytes: Uint8Array, x: number, y: number): number[] {
  const [width] = sizeOf(bytes)
  const buffer = Buffer.from(bytes)
  const chunk = (name: string): Buffer => {
    const start = buffer.indexOf(name)
    return buffer.subarray(start + 4, start + 4 + buffer.readUInt32BE(start - 4))
  }
  const [bits, type] = [bytes[24]!, bytes[25]!]
  expect([2, 3]).toContain(type)
  const step = type === 2 ? 3 : 1
  const stride = type === 2 ? width * 3 : Math.ceil((width * bits) / 8)
  const rows = inflateSync(chunk('IDAT'))
  let above = new Uint8Array(stride)
  for (let row = 0; ; row++) {
    const at = row * (stride + 1)
    const line = new Uint8Array(stride)
    for (let index = 0; index < stride; index++) line[index] = rows[at + 1 + index]! + (rows[at] === 1 ? (line[index - step] ?? 0) : rows[at] === 2 ? above[index]! : 0)
    if (row === y) {
      if (type === 2) return [...line.subarray(x * 3, x * 3 + 3)]
      const first = x * bits
      const index = (line[first >> 3]! >> (8 - bits - (first & 7))) & (2 ** bits - 1)
      return [...chunk('PLTE').subarray(index * 3, index * 3 + 3)]
    }
    above = line
  }
}
