import type { AssetHash } from '../../../shared/model/ids'
import { clearTheme } from '../../../shared/slides/themes/clear'
import { coreProperties, type DocumentProperties } from '../core-properties'
import { drawingTheme, type ThemeFace } from '../drawing-theme'
import { packageFiles, type Part, Relationships } from '../opc-package'
import { el, text, type Xml, xmlDocument } from '../xml'
import type { BodyWriter } from './body-writer'
import { fontTable } from './font-table'
import { footnotesPart } from './footnotes-part'
import type { Running } from './section'
import { settingsPart } from './settings-part'
import { stylesPart } from './styles-part'
import type { Typeface } from './typefaces'
import { CORE_PROPERTIES, DOCUMENT, FOOTNOTES, storyNamespaces, STYLES } from './word-names'

export type DocumentFacts = DocumentProperties & { readonly picture: (hash: AssetHash) => Uint8Array }

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The heads and feet of a document's pages, each a part of its own. */
export class RunningParts {
  readonly #writer: BodyWriter
  readonly #parts: Part[] = []

  constructor(writer: BodyWriter) {
    this.#writer = writer
  }

  /** @param write what stands there; pictures and links of it belong to the relationships of its part */
  add(kind: Running['kind'], on: Running['on'], write: (relationships: Relationships) => Xml): Running {
    const number = this.#parts.filter(({ name }) => name.includes(kind)).length + 1
    const name = `word/${kind}${number}.xml`
    const relationships = new Relationships(name)
    this.#parts.push({ name, contentType: `${WORD}.${kind}+xml`, content: xmlDocument(el(kind === 'header' ? 'w:hdr' : 'w:ftr', storyNamespaces, write(relationships))), relationships })
    return { kind, on, relationship: this.#writer.relationships.to(kind, name) }
  }

  get parts(): readonly Part[] {
    return this.#parts
  }
}

/**
 * The files of a document's package (ECMA-376-1 §11.2) by their names, uncompressed. They depend on what is given alone: the same body and facts give the same bytes.
 * @param body paragraphs, tables and the properties of the last section, as `writer` wrote them
 * @param notes the words of each footnote
 */
export function documentFiles(body: Xml, notes: readonly (Xml | null)[], running: RunningParts, writer: BodyWriter, facts: DocumentFacts): ReadonlyMap<string, string | Uint8Array> {
  const { preset, relationships } = writer
  const part = (kind: string, name: string, content: string, contentType = `${WORD}.${kind}+xml`): Part => {
    relationships.to(kind, name)
    return { name, contentType, content }
  }
  const parts: Part[] = [
    { name: DOCUMENT, contentType: `${WORD}.document.main+xml`, content: xmlDocument(el('w:document', storyNamespaces, el('w:body', {}, body))), relationships },
    part('styles', STYLES, xmlDocument(stylesPart(preset))),
    ...(notes.length === 0 ? [] : [part('footnotes', FOOTNOTES, xmlDocument(footnotesPart(notes)))]),
    ...running.parts,
    part('settings', 'word/settings.xml', xmlDocument(settingsPart(preset, facts.language, notes.length > 0))),
    part('fontTable', 'word/fontTable.xml', xmlDocument(fontTable(preset))),
    part('theme', 'word/theme/theme1.xml', drawingTheme(clearTheme, themeFace(preset.looks.section.face), themeFace(preset.looks.body.face)), 'application/vnd.openxmlformats-officedocument.theme+xml'),
    ...writer.media.map(({ name, hash }): Part => ({ name, contentType: null, content: facts.picture(hash) })),
    { name: CORE_PROPERTIES, contentType: 'application/vnd.openxmlformats-package.core-properties+xml', content: coreProperties(facts) },
    { name: 'docProps/app.xml', contentType: 'application/vnd.openxmlformats-officedocument.extended-properties+xml', content: xmlDocument(appProperties) },
  ]
  const fromPackage = new Relationships('')
  fromPackage.to('officeDocument', DOCUMENT)
  fromPackage.to('core-properties', CORE_PROPERTIES)
  fromPackage.to('extended-properties', 'docProps/app.xml')
  return packageFiles(parts, fromPackage)
}

const appProperties = el('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' }, el('Application', {}, text('Lectern')), el('AppVersion', {}, text('1.0000')))

const themeFace = ({ latin, eastAsian }: Typeface): ThemeFace => ({ latin: latin.name, eastAsian: eastAsian.name })
