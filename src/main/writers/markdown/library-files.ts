import type { Language } from '../../../shared/language'
import type { AssetRecord, BundleLine, CasePinRecord, CollectionRecord, MaterialRecord, SourceRecord } from '../../../shared/model/bundle'
import type { SourceParagraph } from '../../../shared/model/source'
import { fileNameFor } from './file-name'
import { readme } from './readme'
import { schoolFiles, type ChosenCase } from './school-files'
import { moment, yamlFront } from './yaml-front'

/** A file of the export: text, or an asset of the library under a name that people can read. Names are relative, with `/`. */
export type LibraryFile = { readonly name: string; readonly text: string } | { readonly name: string; readonly asset: AssetRecord }

/** Folders in the reader's language: these files are for people. */
export const folders: Readonly<Record<Language, { readonly materials: string; readonly talks: string; readonly collections: string; readonly schools: string; readonly sources: string; readonly originals: string; readonly pictures: string; readonly readme: string }>> = {
  'zh-CN': { materials: '素材', talks: '宣讲稿', collections: '素材集', schools: '学校', sources: '出处', originals: '原件', pictures: '图片', readme: '说明.md' },
  en: { materials: 'materials', talks: 'talks', collections: 'collections', schools: 'schools', sources: 'sources', originals: 'originals', pictures: 'pictures', readme: 'README.md' },
}

/**
 * A library as plain files that any editor opens: one Markdown file a material, talk, source, collection and school, with front matter; originals and pictures beside them; a
 * README that explains all of it. The same records give the same files.
 *
 * @param lines the records of a bundle, in its order (assets, sources with their text, materials, talks, collections, chosen cases, schools); saved searches, formats, audiences and designs of templates mean nothing outside and are passed over
 * @param named materials that a later record names (`Gathering.named`): only of these the title and the file are remembered until it comes
 */
export function* libraryFiles(lines: Iterable<BundleLine>, language: Language, named: ReadonlySet<string>): Generator<LibraryFile, void, void> {
  const folder = folders[language]
  yield { name: folder.readme, text: readme[language] }
  const assets = new Map<string, AssetRecord>()
  const sources = new Map<string, { readonly title: string; readonly file: string }>()
  const materials = new Map<string, { readonly title: string; readonly file: string }>()
  const talks = new Map<string, string>()
  const pins: CasePinRecord[] = []
  const chosenCase = ({ talk, slot, material }: CasePinRecord): ChosenCase => ({ talk: talks.get(talk) ?? talk, slot, case: material && (materials.get(material)?.title ?? material) })
  let open: { readonly record: SourceRecord; readonly paragraphs: SourceParagraph[] } | null = null
  const written = new Set<string>()
  /** A text with its pictures in a folder beside it: what reads a talk from outside does not look above the talk's own folder. */
  function* withPictures(home: string, name: string, text: string): Generator<LibraryFile, void, void> {
    const pictures: LibraryFile[] = []
    const readdressed = text.replaceAll(/\basset:([0-9a-f]{64})\b/g, (address, hash: string) => {
      const asset = assets.get(hash)
      if (asset === undefined) return address
      const picture = `${folder.pictures}/${asset.hash.slice(0, 16)}.${asset.extension}`
      if (!written.has(`${home}/${picture}`)) pictures.push({ name: `${home}/${picture}`, asset })
      written.add(`${home}/${picture}`)
      return encodeURI(picture)
    })
    yield { name: `${home}/${name}`, text: readdressed }
    yield* pictures
  }
  function* finished(): Generator<LibraryFile, void, void> {
    if (open === null) return
    const { record, paragraphs } = open
    open = null
    const original = assets.get(record.original)
    const name = original && `${folder.originals}/${fileNameFor(record.fileName.replace(/\.[^.]*$/, ''), record.id, original.extension)}`
    if (original && name) yield { name, asset: original }
    const file = `${folder.sources}/${fileNameFor(record.title, record.id, 'md')}`
    sources.set(record.id, { title: record.title, file })
    yield { name: file, text: sourceText(record, paragraphs, name ?? '') }
  }
  for (const line of lines) {
    if (line.type !== 'paragraphs') yield* finished()
    switch (line.type) {
      case 'asset':
        assets.set(line.hash, line)
        break
      case 'source':
        open = { record: line, paragraphs: [] }
        break
      case 'paragraphs':
        open?.paragraphs.push(...line.paragraphs)
        break
      case 'material':
        if (named.has(line.id)) materials.set(line.id, { title: line.title, file: `${folder.materials}/${line.kind}/${fileNameFor(line.title, line.id, 'md')}` })
        yield* withPictures(`${folder.materials}/${line.kind}`, fileNameFor(line.title, line.id, 'md'), materialText(line, sources))
        break
      case 'collection':
        yield { name: `${folder.collections}/${fileNameFor(line.title, line.id, 'md')}`, text: collectionText(line, materials) }
        break
      case 'saved-search':
      case 'format':
      case 'audience':
      case 'design':
        break
      case 'case-pin':
        pins.push(line)
        break
      case 'school':
        yield* schoolFiles(line, { home: folder.schools, pictures: folder.pictures, assets, written, pins: pins.filter(({ school }) => school === line.id).map(chosenCase) })
        break
      case 'talk':
        talks.set(line.id, line.title)
        // It has front matter of its own and leaves byte for byte, but for the addresses of its pictures.
        yield* withPictures(folder.talks, fileNameFor(line.title, line.id, 'md'), line.markdown)
        break
    }
  }
  yield* finished()
}

const sourceText = ({ id, title, fileName, issuer, number, date, validUntil, importedAt }: SourceRecord, paragraphs: readonly SourceParagraph[], original: string): string =>
  yamlFront({ id, title, issuer, number, date, 'valid-until': validUntil, file: fileName, original: original === '' ? '' : `../${original}`, imported: moment(importedAt) }) + paragraphs.map(paragraphText).join('\n\n') + '\n'

/** A numbered list of links to the materials' files; who has read what stands in the front matter, by reader. */
const collectionText = ({ id, title, note, due, read, materials: listed, createdAt, updatedAt }: CollectionRecord, materials: ReadonlyMap<string, { readonly title: string; readonly file: string }>): string => {
  const places = new Map<string, number>(listed.map((material, index) => [material, index + 1]))
  const readers = [...Map.groupBy(read, ({ reader }) => reader)].map(([reader, marks]) => ({ reader, 'has-read': marks.map(({ material }) => places.get(material) ?? 0).toSorted((a, b) => a - b) }))
  const links = listed.flatMap((material, index) => {
    const file = materials.get(material)
    return file === undefined ? [] : [`${index + 1}. [${file.title.replaceAll(/[[\]\\]/g, String.raw`\$&`)}](${encodeURI(`../${file.file}`).replaceAll(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)})`]
  })
  return yamlFront({ id, title, due, readers, created: moment(createdAt), updated: moment(updatedAt) }) + [...(note.trim() === '' ? [] : [note.trim(), '']), ...links].join('\n') + '\n'
}

const paragraphText = ({ text, number, level, kind }: SourceParagraph): string => {
  if (kind === 'heading') return `${'#'.repeat(Math.min(6, Math.max(1, level)))} ${number}${text.replaceAll(/\s*\n\s*/g, ' ')}`
  if (kind === 'list') return /^(?:[-*•·●○▪]|)$/.test(number) ? `- ${text}` : `${number} ${text}`
  return number === '' ? text : `${number}${text}`
}

const materialText = (material: MaterialRecord, sources: ReadonlyMap<string, { readonly title: string; readonly file: string }>): string => {
  const { body, id, kind, title, status, stage, school, tags, topics, audiences, validUntil, consent, provenance, createdAt, updatedAt, events } = material
  const source = provenance === null ? undefined : sources.get(provenance.sourceId)
  const values = {
    id,
    kind,
    title,
    status,
    stage,
    school,
    tags,
    topics,
    audiences,
    'valid-until': validUntil,
    consent: consent?.state,
    'consent-note': consent?.note,
    source: source?.title,
    'source-file': source && `../../${source.file}`,
    at: provenance?.locator,
    path: provenance?.path,
    paragraphs: provenance === null ? undefined : `${provenance.from}–${provenance.to}`,
    steps: events?.map(({ stage, date, note }) => ({ stage, ...(date === '' ? {} : { date }), ...(note === '' ? {} : { note }) })),
    created: moment(createdAt),
    updated: moment(updatedAt),
  }
  return `${yamlFront(values)}${body}${body.endsWith('\n') || body === '' ? '' : '\n'}`
}
