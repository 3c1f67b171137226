/**
 * Open Packaging Conventions (ECMA-376-2): parts, the relationships that lead from one to another, and their content types. What is
 * written follows from the parts themselves, so a part without a type or a relationship without a part cannot arise.
 */
import { posix } from 'node:path'
import { entry, type ZipEntry } from '../zip/write-zip'
import { el, xmlDocument } from './xml'

const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** Films and sounds as PowerPoint finds them since 2010 ([MS-PPTX] §2.2.3). */
const EMBEDDED_MEDIA = 'http://schemas.microsoft.com/office/2007/relationships/media'
const CORE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

/** Last step of a relationship's type, e.g. `slideLayout`; all are Office relationships except `core-properties` and `media`. */
export type RelationshipKind = string
type Relationship = { readonly id: string; readonly kind: RelationshipKind; readonly target: string; readonly external: boolean }

/** The relationships that leave one part (or the package, for the owner `''`). Asking twice for the same one gives the same id. */
export class Relationships {
  readonly #list: Relationship[] = []
  /** Name of the part that holds them: `ppt/_rels/presentation.xml.rels` (ECMA-376-2 §9.3.3). */
  readonly partName: string
  #xml: string | null = null

  constructor(readonly owner: string) {
    this.partName = posix.join(posix.dirname(owner), '_rels', `${posix.basename(owner)}.rels`)
  }

  /** Id of the relationship to another part of the package, named from its root: `ppt/media/image1.png`. */
  to(kind: RelationshipKind, part: string): string {
    const target = posix.relative(posix.dirname(`/${this.owner}`), `/${part}`)
    return this.#add(kind, target, false)
  }

  /** Id of the relationship to an address outside the package. */
  toAddress(kind: RelationshipKind, address: string): string {
    return this.#add(kind, address, true)
  }

  #add(kind: RelationshipKind, target: string, external: boolean): string {
    const known = this.#list.find((one) => one.kind === kind && one.target === target && one.external === external)
    if (known) return known.id
    const id = `rId${this.#list.length + 1}`
    this.#list.push({ id, kind, target, external })
    this.#xml = null
    return id
  }

  get empty(): boolean {
    return this.#list.length === 0
  }

  /** The content of that part. */
  xml(): string {
    this.#xml ??= this.#written()
    return this.#xml
  }

  #written(): string {
    return xmlDocument(
      el(
        'Relationships',
        { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
        this.#list.map(({ id, kind, target, external }) =>
          el('Relationship', {
            Id: id,
            Type: kind === 'core-properties' ? CORE_PROPERTIES : kind === 'media' ? EMBEDDED_MEDIA : `${OFFICE_RELATIONSHIPS}/${kind}`,
            Target: target,
            TargetMode: external ? 'External' : undefined,
          }),
        ),
      ),
    )
  }
}

/** Types that follow from a name's extension; every other part says its own. */
const DEFAULT_TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  m4a: 'audio/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  png: 'image/png',
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  wav: 'audio/x-wav',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
}

export type Part = {
  readonly name: string
  /** Null when the extension says it: pictures, films, sounds and embedded workbooks. */
  readonly contentType: string | null
  readonly content: string | Uint8Array
  readonly relationships?: Relationships
}

/** Every file of the package: the given parts, their relationships, those of the package, and the content types. */
export const packageFiles = (parts: readonly Part[], packageRelationships: Relationships): ReadonlyMap<string, string | Uint8Array> => {
  const files = new Map<string, string | Uint8Array>([['[Content_Types].xml', contentTypes(parts)]])
  files.set('_rels/.rels', packageRelationships.xml())
  for (const { name, content, relationships } of parts) {
    files.set(name, content)
    if (relationships && !relationships.empty) files.set(relationships.partName, relationships.xml())
  }
  return files
}

/** The files of a package, checksummed and compressed. */
export const packageEntries = (files: ReadonlyMap<string, string | Uint8Array>): ZipEntry[] => [...files].map(([name, content]) => entry(name, content))

const contentTypes = (parts: readonly Part[]): string => {
  const extensions = new Set(['rels', 'xml', ...parts.filter(({ contentType }) => contentType === null).map(({ name }) => posix.extname(name).slice(1))])
  return xmlDocument(
    el(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      [...extensions].sort().map((extension) => el('Default', { Extension: extension, ContentType: DEFAULT_TYPES[extension] })),
      parts.flatMap(({ name, contentType }) => (contentType === null ? [] : [el('Override', { PartName: `/${name}`, ContentType: contentType })])),
    ),
  )
}
