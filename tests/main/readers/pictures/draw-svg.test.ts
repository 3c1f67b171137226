import { describe, expect, it } from 'vitest'
import { cleanSvg } from '../../../../src/main/readers/pictures/svg/clean-svg'
import { drawSvg } from '../../../../src/main/readers/pictures/svg/draw-svg'
import { systemFont } from '../../../../src/main/readers/pictures/svg/system-font'
import { svg } from '../../../fixtures/documents/picture-kinds'

const outside = 'http://127.0.0.1:9/outside'
const clean = (content: string, options?: Parameters<typeof svg>[1]) => cleanSvg(svg(content, options))
const fault = (bytes: Uint8Array) => drawSvg(bytes).then(() => 'drawn', (error: { fault?: string }) => error.fault ?? 'another error')
const shape = '<rect width="9" height="9"/>'

describe('an SVG loses everything that runs or reaches outside', () => {
  it.each([
    ['a script', `<script>alert(1)</script>${shape}`],
    ['a script by address', `<script xlink:href="${outside}"/>${shape}`],
    ['an event', '<rect width="9" height="9" onload="alert(1)"/>'],
    ['a page inside', `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script><img src="${outside}"/></body></foreignObject>${shape}`],
    ['a picture outside', `<image width="9" height="9" xlink:href="${outside}"/>`],
    ['a picture of this computer', '<image width="9" height="9" href="file:///etc/passwd"/>'],
    ['an SVG within an SVG', `<image width="9" height="9" href="data:image/svg+xml;base64,${Buffer.from(svg()).toString('base64')}"/>`],
    ['a drawing elsewhere', `<use href="${outside}#a"/>${shape}`],
    ['a style sheet outside', `<style>@import "${outside}"; rect { fill: red }</style>${shape}`],
    ['a font outside', `<style>@font-face { font-family: x; src: url(${outside}) }</style>${shape}`],
    ['a colour outside', `<rect width="9" height="9" style="fill:url('${outside}#a')"/>`],
    ['a link that runs', `<a xlink:href="javascript:alert(1)">${shape}</a>`],
  ])('%s', (_, content) => {
    const { text, removed } = clean(content)
    expect(text).not.toMatch(/script|alert|outside|passwd|svg\+xml|onload|import "/i)
    expect(removed).toBeGreaterThan(0)
  })

  it('external entities are never looked at, and what refers to them is refused', async () => {
    const before = '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    expect(await fault(svg('<text>&e;</text>', { before }))).toBe('damaged')
  })

  it('entities within entities are refused', async () => {
    const before = `<!DOCTYPE svg [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]>`
    expect(await fault(svg('<text>&a8;</text>', { before }))).toBe('damaged')
  })

  it('the namespaces that drawing programs abbreviate as entities are read', () => {
    const text = new TextEncoder().encode('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;" width="20" height="20"><rect width="9" height="9"/></svg>')
    expect(cleanSvg(text).text).toContain('<rect')
  })
})

const hasChineseFont = (await systemFont(true)) !== null

describe('an SVG keeps what is drawn', () => {
  it('shapes, gradients, references within, pictures of its own', () => {
    const content = '<defs><linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient></defs><rect width="9" height="9" fill="url(#a)"/><use xlink:href="#b"/><image width="9" height="9" href="data:image/png;base64,AAAA"/>'
    const { text, removed } = clean(content)
    expect(removed).toBe(0)
    for (const part of ['linearGradient id="a"', 'url(#a)', 'xlink:href="#b"', 'data:image/png;base64,AAAA']) expect(text).toContain(part)
  })

  it('words in the font of this computer, and says when there is none', async () => {
    const font = await systemFont(true)
    const { fontless } = await drawSvg(svg(`<rect width="2" height="2"/><text x="2" y="12" font-size="9">课堂</text>`, { root: 'viewBox="0 0 40 16"' }))
    expect(fontless).toBe(font === null)
  })

  it.skipIf(!hasChineseFont)('Chinese words leave ink (skipped where no Chinese font is installed)', async () => {
    const { data } = await drawSvg(svg('<text x="2" y="40" font-size="40" font-family="宋体">课堂</text>', { root: 'viewBox="0 0 100 50"' }))
    const dark = data.filter((value, at) => at % 4 === 0 && value < 100).length
    expect(dark * 40).toBeGreaterThan(data.length / 4)
  })
})

const nested = (deed: (id: string) => string) => Array.from({ length: 12 }, (_, at) => `<g id="g${at + 1}">${deed(`g${at}`).repeat(10)}</g>`).join('')

describe('an SVG made to exhaust its reader', () => {
  it.each([
    ['of giant sides is drawn small', svg(shape, { root: 'width="1000000000" height="1000000000"' }), 'drawn'],
    ['of sides that are no numbers', svg(shape, { root: 'width="NaN" height="1e999"' }), 'drawn'],
    ['nested without end', svg(`${'<g>'.repeat(100_000)}${shape}${'</g>'.repeat(100_000)}`), 'too-large'],
    ['of shapes without end', svg('<g/>'.repeat(250_000)), 'too-large'],
    ['that repeats its repetitions', svg(`<g id="g0">${shape}</g>${nested((id) => `<use href="#${id}"/>`)}<use href="#g12"/>`), 'too-large'],
    ['whose patterns are made of patterns', svg(`<pattern id="p0" width="1" height="1">${shape}</pattern>${Array.from({ length: 12 }, (_, at) => `<pattern id="p${at + 1}" width="1" height="1">${`<rect fill="url(#p${at})" width="9" height="9"/>`.repeat(10)}</pattern>`).join('')}<rect fill="url(#p12)" width="9" height="9"/>`), 'too-large'],
    ['that refers to itself', svg(`<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>${shape}`), 'damaged'],
  ])('%s', async (_, bytes, expected) => {
    expect(await fault(bytes)).toBe(expected)
  })
})
