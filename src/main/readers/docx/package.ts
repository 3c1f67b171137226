import type { Warning } from '../../../shared/outcome'
import { LecternError } from '../../../shared/outcome'
import type { ZipArchive } from '../../zip/read-zip'
import { damagedFile, notADocument, unsupportedFormat } from '../refusals'
import { childrenOf, parseXml, type XmlElement } from './xml'

type Relationship = { readonly type: string; readonly target: string; readonly external: boolean }

/** A word-processing package: where its parts are, and what was found amiss with them. */
export type WordPackage = {
  readonly main: Uint8Array
  /** A part that the main part refers to, by the last word of its relationship type (`styles`, `numbering`, `footnotes`…); undefined when absent or unreadable. */
  part(type: string): XmlElement | undefined
  /** Targets outside the file, in order. They are listed and never opened. */
  readonly externalTargets: readonly string[]
  readonly hasMacros: boolean
  readonly warnings: Warning[]
}

const relationshipsOf = (archive: ZipArchive, part: string): Relationship[] => {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const bytes = archive.read(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (bytes === undefined || bytes.byteLength === 0) return []
  return childrenOf(parseXml(bytes), 'rel:Relationship').map(({ attributes }) => {
    const external = attributes.get('TargetMode') === 'External'
    const target = attributes.get('Target') ?? ''
    return { type: attributes.get('Type')?.split('/').at(-1) ?? '', target: external ? target : resolve(folder, target), external }
  })
}

/** A relationship's target against the folder of its source part (ECMA-376-2 §9.3); never outside the package, since names are only looked up in it. */
const resolve = (folder: string, target: string): string => {
  const segments: string[] = []
  for (const segment of `${target.startsWith('/') ? '' : folder}${target}`.split('/'))
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  return segments.join('/')
}

const refuseOtherPackages = (archive: ZipArchive, misnamed: boolean): void => {
  const types = archive.read('[Content_Types].xml')
  const mimetype = archive.read('mimetype')
  if (types === undefined) {
    if (mimetype !== undefined && new TextDecoder().decode(mimetype).startsWith('application/vnd.oasis.opendocument')) throw unsupportedFormat('odf', misnamed)
    if (archive.names.includes('word/document.xml')) return // still a document, as Word's own repair sees it
    throw notADocument()
  }
  const text = new TextDecoder().decode(types)
  if (text.includes('wordprocessingml') || text.includes('ms-word.document')) return
  if (text.includes('presentationml') || text.includes('ms-powerpoint')) throw unsupportedFormat('pptx', misnamed)
  if (text.includes('spreadsheetml') || text.includes('ms-excel')) throw unsupportedFormat('xlsx', misnamed)
  if (!archive.names.includes('word/document.xml')) throw notADocument()
}

/**
 * Opens a package that has passed the gate.
 * @param misnamed the file's extension does not say docx.
 * @throws LecternError `not-a-document` or `unsupported-format` for other packages, `damaged-file` without a main part.
 */
export const openPackage = (archive: ZipArchive, misnamed: boolean): WordPackage => {
  refuseOtherPackages(archive, misnamed)
  const warnings: Warning[] = []
  const rootTarget = relationshipsOf(archive, '').find(({ type, external }) => type === 'officeDocument' && !external)?.target
  const mainName = rootTarget !== undefined && archive.names.includes(rootTarget) ? rootTarget : 'word/document.xml'
  const main = archive.read(mainName)
  if (main === undefined || main.byteLength === 0) throw damagedFile(new Error('no main part'))
  const relationships = relationshipsOf(archive, mainName)
  const part = (type: string): XmlElement | undefined => {
    const target = relationships.find((relationship) => relationship.type === type && !relationship.external)?.target
    const name = target !== undefined && archive.names.includes(target) ? target : `${mainName.slice(0, mainName.lastIndexOf('/') + 1)}${type}.xml`
    const bytes = archive.read(name)
    if (bytes === undefined || bytes.byteLength === 0) return undefined
    try {
      return parseXml(bytes)
    } catch (error) {
      if (!(error instanceof LecternError)) throw error
      warnings.push({
        code: 'part-unreadable',
        place: name,
        message: { 'zh-CN': `文档中的一个部分（${type}）已损坏，正文不受影响，但编号或注释可能不全。`, en: `One part of the document (${type}) is damaged. The text is complete, but numbers or notes may be missing.` },
      })
      return undefined
    }
  }
  return {
    main,
    part,
    externalTargets: relationships.filter(({ external }) => external).map(({ target }) => target),
    hasMacros: archive.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name)),
    warnings,
  }
}
