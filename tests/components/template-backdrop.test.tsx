import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { TemplateBackdrop } from '../../src/renderer/parts/slide-view/template-backdrop'
import type { AssetHash } from '../../src/shared/model/ids'
import type { TemplateItem } from '../../src/shared/model/template'
import type { LayoutFrame } from '../../src/shared/slides/scene'

const POINT = 12_700
const boxAt = (x: number, y: number, width: number, height: number) => ({ x: x * POINT, y: y * POINT, width: width * POINT, height: height * POINT })
const TWO_PIXELS = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"><rect width="1" height="1" fill="red"/><rect x="1" width="1" height="1" fill="blue"/></svg>'

const items: readonly TemplateItem[] = [
  { kind: 'shape', shape: 'ellipse', box: boxAt(20, 20, 200, 100), fill: { kind: 'gradient', angle: 0, focus: { x: 0.5, y: 0 }, stops: [{ at: 0, colour: 'FFFFFF', opacity: 1 }, { at: 1, colour: '1F3864', opacity: 1 }] }, line: { colour: '000000', width: 1 } },
  { kind: 'shape', shape: 'free', path: 'M 0 1 L 0.5 0 L 1 1 Z M 0.4 0.8 L 0.6 0.8 L 0.5 0.5 Z', box: boxAt(240, 20, 200, 100), fill: { kind: 'picture', asset: 'a'.repeat(64) as AssetHash, tile: { x: 0, y: 0, width: 20 * POINT, height: 10 * POINT } }, line: null },
  {
    kind: 'text', box: boxAt(20, 140, 100, 100), turn: 90,
    lines: [
      { x: 70 * POINT, baseline: 180 * POINT, align: 'middle', runs: [{ text: '示例', size: 20, bold: true, colour: 'C00000' }, { text: '学校', size: 20, bold: false, colour: '000000' }] },
      { x: 20 * POINT, baseline: 210 * POINT, align: 'start', runs: [{ text: 'A line', size: 14, bold: false, italic: true, colour: '000000' }] },
    ],
  },
]
const backdrop = { background: { kind: 'solid', colour: 'FDF6E3', opacity: 1 }, items } as unknown as NonNullable<LayoutFrame['template']>

it('draws a template’s shapes along circles and in tiles, cut out where they are, and its words turned', async () => {
  const { container } = await render(
    <svg className="slide-view" width={480} height={270} viewBox="0 0 480 270">
      <TemplateBackdrop backdrop={backdrop} width={480} height={270} pictureUrl={() => TWO_PIXELS} />
    </svg>,
  )
  await document.fonts.ready
  const [words, line] = container.querySelectorAll('text')
  expect([words?.textContent, line?.textContent]).toEqual(['示例学校', 'A line'])
  // A quarter about (70, 190): its middle, 70 along and on a baseline of 180, stands right of that; the words run down.
  const box = words!.getBoundingClientRect()
  const svg = container.querySelector('svg')!.getBoundingClientRect()
  expect(box.height).toBeGreaterThan(box.width)
  expect(box.height).toBeCloseTo(80, -1)
  expect(box.top + box.height / 2 - svg.top).toBeCloseTo(190, -1)
  expect(box.left - svg.left).toBeLessThan(80)
  expect(box.right - svg.left).toBeGreaterThan(80)

  const paintedWith = (path: Element | null): Element | null => container.querySelector(/#([^")]+)/.exec(path?.getAttribute('style') ?? '')?.[0].replaceAll(':', '\\:') ?? 'nothing')
  const triangle = container.querySelector('path')
  expect(triangle?.getAttribute('fill-rule')).toBe('evenodd')
  expect(paintedWith(triangle)?.tagName).toBe('pattern')
  expect(paintedWith(triangle)?.getAttribute('width')).toBe('20')
  expect(paintedWith(container.querySelector('ellipse'))?.tagName).toBe('radialGradient')
})
