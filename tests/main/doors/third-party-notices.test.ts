import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ThirdPartyNotice } from '../../../src/shared/contract/third-party'
import { noticeOf, packageFolder, readable, together } from '../../../third-party-notices'

const built = (): ThirdPartyNotice[] => z.array(ThirdPartyNotice).parse(JSON.parse(readFileSync('out/third-party.json', 'utf8')))

/** The packages that our source imports by name, those of types alone left out. */
const imported = (): string[] => {
  const sources = globSync('src/**/*.{ts,tsx,css}').map((file) => readFileSync(file, 'utf8'))
  const specifiers = sources.flatMap((source) => Array.from(source.matchAll(/^(?:import|export)\s+(?!type\b)[^'"\n]*?from '([^'.][^']*)'|^import '([^'.][^']*)'|\bimport\('([^'.][^']*)'\)|^@import ['"]([^'".][^'"]*)['"]/gm), ([, ...groups]) => groups.find((group) => group !== undefined) ?? ''))
  const names = specifiers.map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '')
  return [...new Set(names)].filter((name) => name !== '' && name !== 'electron' && !name.startsWith('node:') && !builtinModules.includes(name)).toSorted()
}

describe('the notices of what the build holds of others', () => {
  it('name every package that our source imports, the native module, the fonts and what is copied beside the reader', () => {
    const names = new Set(built().map(({ name }) => name))
    const wanted = imported()
    expect(wanted.length).toBeGreaterThan(30)
    expect(wanted.filter((name) => !names.has(name))).toEqual([])
    expect([...names]).toEqual(expect.arrayContaining(['better-sqlite3', '@fontsource/noto-sans-sc', 'pdfjs-dist', '@resvg/resvg-wasm', '@jsquash/webp']))
  })

  it('name what comes in by way of these, and nothing that only builds or tests', () => {
    const names = built().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['scheduler', 'micromark', '@mantine/store']))
    for (const tool of ['vite', 'vitest', 'typescript', 'playwright', 'electron-builder', 'fast-check']) expect(names).not.toContain(tool)
  })

  it('give each its licence and the words of it, those of fonts beside the reader too', () => {
    for (const { name, version, licence, text } of built()) expect({ name, version, licence, words: text.length > 80 }).toEqual({ name, version: expect.stringMatching(/^\d/), licence: expect.stringMatching(/\w/), words: true })
    const byName = new Map(built().map((notice) => [notice.name, notice.text]))
    expect(byName.get('@fontsource/noto-sans-sc')).toContain('SIL OPEN FONT LICENSE')
    expect(byName.get('pdfjs-dist')).toContain('Apache License')
    expect(byName.get('pdfjs-dist')).toMatch(/Liberation|FOXIT|Foxit/)
  })

  it('can be read as one file', () => {
    const text = readFileSync('out/THIRD-PARTY-NOTICES.txt', 'utf8')
    expect(text).toBe(readable(built()))
    for (const { name, version } of built()) expect(text).toContain(`${name} ${version}`)
  })
})

describe('a package', () => {
  const home = mkdtempSync(join(tmpdir(), 'lectern-notices-'))
  afterAll(() => rmSync(home, { recursive: true, force: true }))
  const aPackage = (path: string, manifest: object, files: Readonly<Record<string, string>> = {}): string => {
    const folder = join(home, 'node_modules', path)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    return folder
  }

  it('is found by a module’s path: the innermost, scopes and queries too; what is ours is none', () => {
    const outer = aPackage('outer', { name: 'outer', version: '1.0.0', license: 'MIT' })
    const inner = aPackage('outer/node_modules/@scope/inner', { name: '@scope/inner', version: '2.0.0', license: 'ISC' })
    expect(packageFolder(`${outer}/lib/index.js`)).toBe(outer)
    expect(packageFolder(`\0${inner}/index.css?commonjs-module`)).toBe(inner)
    expect(packageFolder('/home/example/lectern/src/main/index.ts')).toBeNull()
    expect(packageFolder('\0rolldown/runtime.js')).toBeNull()
  })

  it('tells its licence in every way in which packages do, and gets the standard words where it brings none', () => {
    expect(noticeOf(aPackage('a', { name: 'a', version: '1.0.0', licenses: [{ type: 'MIT' }, { type: 'ISC' }] }, { 'LICENCE.md': 'words\r\n', NOTICE: 'more' }))).toMatchObject({ licence: 'MIT OR ISC', text: 'words\n\nmore' })
    const { text } = noticeOf(aPackage('b', { name: 'b', version: '1.0.0', license: 'ISC', author: { name: 'Example Author' } }))
    expect(text).toMatch(/^Copyright \(c\) Example Author\n\nPermission to use/)
    expect(() => noticeOf(aPackage('c', { name: 'c', version: '1.0.0' }))).toThrow('c says nowhere')
  })

  it('stands once in all parts together, each version of it', () => {
    const notice = (name: string, version: string): ThirdPartyNotice => ({ name, version, licence: 'MIT', homepage: '', text: '' })
    expect(together([[notice('b', '1'), notice('a', '2')], [notice('a', '1'), notice('b', '1')]]).map(({ name, version }) => name + version)).toEqual(['a1', 'a2', 'b1'])
  })
})
