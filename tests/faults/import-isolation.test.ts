/** No document reaches outside: the reader opens no socket and looks up no name, whatever a file asks for, and runs where there is no network at all. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { docx, p } from '../fixtures/documents/docx'
import { pdf } from '../fixtures/documents/pdf'
import { svg, webp } from '../fixtures/documents/picture-kinds'
import { line, picture, pptx, shape } from '../fixtures/documents/pptx'

const root = resolve(import.meta.dirname, '../..')
const built = resolve(root, '.cache/reader-in-isolation')
const utf8 = (text: string) => new TextEncoder().encode(text)
const address = 'http://127.0.0.1:9/outside'

/** Files that ask for something outside, each in the way of its format. */
const asking: Readonly<Record<string, Uint8Array>> = {
  'linked.docx': docx(p('正文'), { links: [address] }),
  'linked.pptx': pptx([{ shapes: shape('title', line('甲')) + picture('x', '外面的图'), references: [{ id: 'x', type: 'image', target: address, external: true }] }]),
  'linked.html': utf8(`<html><base href="${address}"><link rel=stylesheet href="${address}"><script src="${address}"></script><p>正文</p><img src="${address}"><iframe src="${address}"></iframe><object data="${address}"></object>`),
  'linked.md': utf8(`# 甲\n\n正文 ![图](${address}) <img src="${address}">\n`),
  'linked.svg': svg(`<rect width="9" height="9"/><image width="9" height="9" xlink:href="${address}"/><script xlink:href="${address}"/><style>@import "${address}";</style><foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="${address}"/></foreignObject>`, { before: `<!DOCTYPE svg SYSTEM "${address}">` }),
  'linked-drawing.pptx': pptx([{ shapes: shape('title', line('甲')) + picture('x', '图'), references: [{ id: 'x', type: 'image', target: '../media/a.svg' }] }], { 'ppt/media/a.svg': svg(`<rect width="9" height="9"/><use xlink:href="${address}#a"/>`) }),
  'plain.webp': webp(),
  'linked.pdf': pdf([[{ text: 'Text', y: 100 }, { text: '中文', y: 140 }]], { objects: [`<< /S /URI /URI (${address}) >>`, `<< /S /JavaScript /JS (this.submitForm\\("${address}"\\)) >>`], catalog: '/OpenAction 10 0 R /AA << /WC 11 0 R >>' }),
}

/** Runs in a Node of its own; every way to a network tells of itself before it is taken. */
const program = `
import dns from 'node:dns'
import net from 'node:net'
import dgram from 'node:dgram'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
const taken = []
for (const [owner, name] of [[net.Socket.prototype, 'connect'], [dgram, 'createSocket'], [dns, 'lookup'], [dns, 'resolve'], [globalThis, 'fetch'], [globalThis, 'WebSocket']]) owner[name] = function () { taken.push(name); throw new Error('no way out') }
const { readDocument } = await import(process.argv[2])
const answers = {}
for (const file of readdirSync(process.argv[3])) answers[file] = await readDocument(file, new Uint8Array(readFileSync(join(process.argv[3], file)))).then(({ paragraphs }) => paragraphs.length, (error) => error.code ?? String(error))
console.log(JSON.stringify({ taken, answers }))
`

const hasNamespaces = process.platform === 'linux' && spawnSync('unshare', ['-rn', 'true']).status === 0

describe('the reader', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-isolation-'))
  beforeAll(async () => {
    await build({ configFile: false, root, logLevel: 'silent', ssr: { noExternal: true }, build: { ssr: resolve(root, 'src/main/readers/read-document.ts'), outDir: built, rolldownOptions: { output: { entryFileNames: 'read-document.mjs' } } } })
    mkdirSync(join(folder, 'files'))
    for (const [name, bytes] of Object.entries(asking)) writeFileSync(join(folder, 'files', name), bytes)
    writeFileSync(join(folder, 'read.mjs'), program)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const run = (...before: readonly string[]) => {
    const [command, ...words] = [...before, process.execPath, join(folder, 'read.mjs'), join(built, 'read-document.mjs'), join(folder, 'files')]
    const { stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { taken: string[]; answers: Record<string, number | string> }
  }
  const allRead = Object.fromEntries(Object.keys(asking).map((name) => [name, expect.any(Number) as number]))

  it('opens no socket and looks up no name', () => {
    expect(run()).toEqual({ taken: [], answers: allRead })
  })

  it.skipIf(!hasNamespaces)(`reads everything where there is no network interface${hasNamespaces ? '' : ' (skipped: no network namespaces here)'}`, () => {
    expect(run('unshare', '-rn').answers).toEqual(allRead)
  })
})
