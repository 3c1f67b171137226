/**
 * What a build holds of others, gathered while it is built: of the modules that really went into it, the packages that they are from. Each part of the build (main, preload,
 * renderer) leaves `third-party.json` in its own folder; those in `out` are all of them, for the window and, as `THIRD-PARTY-NOTICES.txt`, for reading.
 */
import { existsSync, globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { ThirdPartyNotice } from './src/shared/contract/third-party'

const NOTICES_FILE = 'third-party.json'
const READABLE = 'THIRD-PARTY-NOTICES.txt'
const PARTS = ['main', 'preload', 'renderer']
/** Files by which packages grant rights: LICENSE, LICENCE.md, COPYING, NOTICE, LICENSE_FOXIT … */
const GRANTS = /^(?:licen[cs]es?|copying|copyright|notice)(?:[-_.].*)?$/i

/** The folder of the package that a module is from, by the innermost `node_modules` of its path; null for one of ours. */
export function packageFolder(module: string): string | null {
  const [, folder] = /^[\0]*(.*\/node_modules\/(?:@[^/]+\/)?[^/@\0][^/]*)\//.exec(module.replaceAll('\\', '/').replace(/\?.*$/, '')) ?? []
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : null
}

type Manifest = { readonly name?: string; readonly version?: string; readonly license?: string | { readonly type?: string }; readonly licenses?: readonly { readonly type?: string }[]; readonly author?: string | { readonly name?: string }; readonly homepage?: string; readonly repository?: string | { readonly url?: string } }

/**
 * What a package says of itself.
 * @param folder with its `package.json`
 * @throws Error when it names no licence: then it must not be shipped before somebody has looked
 */
export function noticeOf(folder: string): ThirdPartyNotice {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const name = manifest.name ?? basename(folder)
  const texts = grantsIn(folder)
  const licence = (typeof manifest.license === 'string' ? manifest.license : manifest.license?.type) ?? manifest.licenses?.map(({ type }) => type).join(' OR ') ?? ''
  if (licence === '' && texts.length === 0) throw new Error(`${name} says nowhere under which licence it may be shipped.`)
  const author = typeof manifest.author === 'string' ? manifest.author : (manifest.author?.name ?? '')
  const repository = typeof manifest.repository === 'string' ? manifest.repository : (manifest.repository?.url ?? '')
  return { name, version: manifest.version ?? '', licence, homepage: manifest.homepage ?? repository.replace(/^git\+/, ''), text: texts.length > 0 ? texts.join('\n\n') : withoutText(name, licence, author) }
}

/** Texts at the top of a package, and those that lie beside what is taken out of its folders (fonts, character maps), each once. */
function grantsIn(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => GRANTS.test(name)).map((name) => join(folder, name))
  const below = globSync(['cmaps/*', 'standard_fonts/*'], { cwd: folder }).filter((path) => GRANTS.test(basename(path))).map((path) => join(folder, path))
  return [...new Set([...files.toSorted(), ...below.toSorted()].map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()))]
}

/** Some packages name their licence and bring no text of it: then it is the standard one (SPDX), where that is a short one. */
const withoutText = (name: string, licence: string, author: string): string => {
  const copyright = `Copyright (c) ${author === '' ? `the authors of ${name}` : author}`
  const standard = standardTexts[licence]
  return standard === undefined ? `${copyright}\n\nThe text of ${licence} is at https://spdx.org/licenses/${licence}.html, the source at the address above.` : `${copyright}\n\n${standard}`
}

const standardTexts: Readonly<Record<string, string>> = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}

const byName = (one: ThirdPartyNotice, other: ThirdPartyNotice): number => (`${one.name}@${one.version}` < `${other.name}@${other.version}` ? -1 : 1)

/** Notices of several lists, each package once. */
export const together = (lists: readonly (readonly ThirdPartyNotice[])[]): ThirdPartyNotice[] => [...new Map(lists.flat().map((notice) => [`${notice.name}@${notice.version}`, notice])).values()].toSorted(byName)

/** Everything for reading: a list, and the texts below. */
export function readable(notices: readonly ThirdPartyNotice[]): string {
  const rule = '-'.repeat(80)
  const list = notices.map(({ name, version, licence }) => `${name} ${version} (${licence})`).join('\n')
  const texts = notices.map(({ name, version, licence, homepage, text }) => `${rule}\n${name} ${version}\n${licence}${homepage === '' ? '' : `\n${homepage}`}\n\n${text}\n`).join('\n')
  return `Lectern contains works of others, under these licences.\n讲台使用了下列第三方作品，各依其许可。\n\n${list}\n\n${texts}`
}

/**
 * @param part whose folder of the build this is
 * @param besides packages that are shipped without being bundled: copied files, native modules
 */
export function thirdPartyNotices(part: 'main' | 'preload' | 'renderer', besides: readonly string[] = []): Plugin {
  const folders = new Set<string>()
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        // What was shaken out of a chunk is not in it.
        for (const [module, { renderedLength }] of Object.entries(output.modules)) if (renderedLength > 0) addPackage(folders, module)
      }
      // Style sheets leave their chunks before this moment, and fonts come by way of them.
      for (const module of this.getModuleIds()) if (/\.css(?:$|\?)/.test(module)) addPackage(folders, module)
    },
    writeBundle({ dir = resolve(import.meta.dirname, 'out', part) }) {
      for (const name of besides) folders.add(resolve(import.meta.dirname, 'node_modules', name))
      writeFileSync(join(dir, NOTICES_FILE), JSON.stringify(together([[...folders].map(noticeOf)])))
      const parts = PARTS.map((name) => join(dirname(dir), name, NOTICES_FILE)).filter((file) => existsSync(file))
      const all = together(parts.map((file) => JSON.parse(readFileSync(file, 'utf8')) as ThirdPartyNotice[]))
      writeFileSync(join(dirname(dir), NOTICES_FILE), JSON.stringify(all))
      writeFileSync(join(dirname(dir), READABLE), readable(all))
    },
  }
}

function addPackage(folders: Set<string>, module: string): void {
  const folder = packageFolder(module)
  if (folder !== null) folders.add(folder)
}
