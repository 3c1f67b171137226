import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString } from 'mdast-util-to-string'
import { parseDocument } from 'yaml'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { importTalk } from '../../../../src/main/use-cases/import-talk'
import { packMarkdown, packMarkdownZip } from '../../../../src/main/use-cases/pack-library'
import { addPicture } from '../../../../src/main/use-cases/talk-pictures'
import { fileNameFor } from '../../../../src/main/writers/markdown/file-name'
import { libraryFiles } from '../../../../src/main/writers/markdown/library-files'
import { openLibrary, type Library } from '../../../../src/main/library/library'
import { SchoolDraft } from '../../../../src/shared/model/school'
import { aDraft, aFolder, anEnvironment, importInto } from '../../library/a-library'

const withExport = async (work: (files: ReadonlyMap<string, string>, library: Library, folder: string) => void | Promise<void>): Promise<void> => {
  const place = aFolder()
  const library = openLibrary(join(place.path, 'library'), anEnvironment())
  try {
    importInto(library)
    const { hash } = addPicture(library, new Uint8Array(readFileSync('resources/starter/pictures/small-desk.png')))
    library.materials.create(aDraft({ kind: 'case', title: '一所/学校: “问” #1', body: `做法\n\n![课堂](asset:${hash})`, tags: ['资源', 'a: b'], stage: 'adopted', school: '示例小学' }))
    importTalk(library, `---\r\ntitle: 示例宣讲\r\n---\r\n\r\n# 一\r\n\r\n## 图\r\n![课堂](asset:${hash})\r\n`)
    const files = new Map<string, string>()
    const out = join(place.path, 'out')
    await packMarkdown(
      library,
      async (name, content) => {
        const pieces: Uint8Array[] = []
        if (typeof content !== 'string') for await (const piece of content) pieces.push(piece)
        mkdirSync(dirname(join(out, name)), { recursive: true })
        writeFileSync(join(out, name), typeof content === 'string' ? content : Buffer.concat(pieces))
        files.set(name, typeof content === 'string' ? content : '(bytes)')
      },
      null,
      'zh-CN',
      {},
    )
    await work(files, library, out)
  } finally {
    library.close()
    place.remove()
  }
}

const only = (files: ReadonlyMap<string, string>, start: string): [string, string] => {
  const found = [...files].filter(([name]) => name.startsWith(start))
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('a library as Markdown files', () => {
  it('has a file for every material, source and talk, the originals, the pictures, and a word on all of it', () =>
    withExport((files) => {
      const folders = [...files.keys()].map((name) => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : name)).toSorted()
      expect(folders).toEqual(['出处', '原件', '宣讲稿', '宣讲稿/图片', '素材/case', '素材/case/图片', '素材/policy', '素材/policy', '说明.md'].toSorted())
    }))

  it('tells of a school which case was chosen for it in which talk', () => {
    const place = aFolder()
    const library = openLibrary(join(place.path, 'library'), anEnvironment())
    try {
      const { talk } = importTalk(library, '---\ntitle: 示例宣讲\n---\n\n## 我们学校的故事\n\n:::local-case\n:::\n')
      const school = library.schools.add(SchoolDraft.parse({ name: '示例小学' }))
      const own = library.materials.create(aDraft({ kind: 'case', title: '一所学校', school: '示例小学' }))
      library.localCases.pin(talk.id, school, '再说一个', null)
      library.localCases.pin(talk.id, school, '我们学校的故事', own.id)
      const files = [...libraryFiles(library.gathering.lines(library.gathering.select(null)), 'zh-CN', library.gathering.named())]
      const [, yaml] = files.flatMap((file) => (file.name.startsWith('学校/') && 'text' in file ? [file.text] : []))[0]?.split('---\n') ?? []
      expect(parseDocument(yaml ?? '').toJS()).toMatchObject({
        name: '示例小学',
        cases: [
          { talk: '示例宣讲', slot: '再说一个', case: null },
          { talk: '示例宣讲', slot: '我们学校的故事', case: '一所学校' },
        ],
      })
    } finally {
      library.close()
      place.remove()
    }
  })

  it('gives a material’s facts as YAML, and its text', () =>
    withExport((files) => {
      const [name, text] = only(files, '素材/case/一')
      expect(name).toMatch(/^素材\/case\/一所 学校 “问” 1 [0-9a-f]{8}\.md$/)
      const [, yaml, body] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? []
      expect(parseDocument(yaml ?? '').toJS()).toMatchObject({ kind: 'case', title: '一所/学校: “问” #1', status: 'draft', stage: 'adopted', school: '示例小学', tags: ['资源', 'a: b'] })
      expect(body).toContain('做法\n')
    }))

  it('lists the materials of a collection in its order, with links that lead to their files, and says who has read which', () => {
    const place = aFolder()
    const library = openLibrary(place.path, anEnvironment())
    try {
      const [first, second] = [aDraft({ title: '第一条 [附录](1)' }), aDraft({ kind: 'case', title: '第二条' })].map((draft) => library.materials.create(draft))
      const list = library.collections.create({ title: '示例书单', note: '先读第二条。', due: '2026-09-01' }, [second!.id, first!.id])
      library.collections.mark(list.id, first!.id, '示例教师', true)
      const files = new Map([...libraryFiles(library.gathering.lines(library.gathering.select(null)), 'zh-CN', library.gathering.named())].flatMap((file) => ('text' in file ? [[file.name, file.text] as const] : [])))
      const [name, text] = only(files, '素材集/示例书单')
      expect(parseDocument(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '').toJS()).toMatchObject({ id: list.id, title: '示例书单', due: '2026-09-01', readers: [{ reader: '示例教师', 'has-read': [2] }] })
      expect(text).toContain('---\n\n先读第二条。\n\n1. ')
      const items = fromMarkdown(text.slice(text.indexOf('1. '))).children.flatMap((node) => (node.type === 'list' ? node.children : []))
      const links = items.flatMap(({ children: [paragraph] }) => (paragraph?.type === 'paragraph' ? paragraph.children.filter((node) => node.type === 'link') : []))
      for (const { url } of links) expect(files.has(join(dirname(name), decodeURIComponent(url)))).toBe(true)
      expect(links.map((link) => toString(link))).toEqual(['第二条', '第一条 [附录](1)'])
    } finally {
      library.close()
      place.remove()
    }
  })

  it('leads from a material to its source and from that to the original', () =>
    withExport((files, _library, out) => {
      const [name, text] = [...files].find(([file]) => file.startsWith('素材/policy/'))!
      const facts = parseDocument(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '').toJS() as Record<string, string>
      expect(facts['at']).toBe('二')
      const source = resolve(out, dirname(name), facts['source-file'] ?? '')
      const original = /^original: (.*)$/m.exec(readFileSync(source, 'utf8'))?.[1] ?? ''
      expect(readFileSync(resolve(dirname(source), original), 'utf8')).toBe('二、重点任务\n建设数字资源。')
      expect(readFileSync(source, 'utf8')).toContain('# 二、重点任务\n\n建设数字资源。\n')
    }))

  it('changes nothing in a talk but its pictures’ addresses, which lead to them', () =>
    withExport((files, library, out) => {
      const [name, text] = only(files, '宣讲稿/示')
      const address = /!\[课堂\]\((.*?)\)/.exec(text)?.[1] ?? ''
      expect(existsSync(resolve(out, dirname(name), decodeURI(address)))).toBe(true)
      const [talk] = library.talks.list()
      expect(text.replace(address, '')).toBe(library.talks.get(talk!.id).markdown.replace(/asset:[0-9a-f]{64}/, ''))
    }))

  it('is the same zip for the same library', () =>
    withExport(async (_files, library, out) => {
      await packMarkdownZip(library, join(out, 'one.zip'), null, 'en', {})
      await packMarkdownZip(library, join(out, 'two.zip'), null, 'en', {})
      expect(readFileSync(join(out, 'one.zip')).equals(readFileSync(join(out, 'two.zip')))).toBe(true)
    }))

  it('names a file so that every system takes it, whatever the title', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = fileNameFor(title, '019b0000-0000-7000-8000-000000000001', 'md')
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[. ]|^(?:con|nul|aux|prn) ?00000001\.md$/iu)
        expect(name).toMatch(/ 00000001\.md$/)
        expect(name.isWellFormed()).toBe(true)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255)
      }),
    ))
})
