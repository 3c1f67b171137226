import type { Warning } from '../../../shared/outcome'
import { LecternError } from '../../../shared/outcome'
import type { ZipArchive } from '../../zip/read-zip'
import { damagedFile } from '../refusals'
import { relationshipsOf } from '../ooxml/relationships'
import { parseXml, type XmlElement } from '../ooxml/xml'

/** A word-processing package: where its parts are, and what was found amiss with them. */
export type WordPackage = {
  readonly main: Uint8Array
  /** A part that the main part refers to, by the last word of its relationship type (`styles`, `numbering`, `footnotes`…); undefined when absent or unreadable. */
  part(type: string): XmlElement | undefined
  /** Bytes of the picture behind a relationship of the main part; undefined when it lies outside the file or is missing. */
  picture(relationship: string): Uint8Array | undefined
  /** Targets outside the file, in order. They are listed and never opened. */
  readonly externalTargets: readonly string[]
  readonly hasMacros: boolean
  readonly warnings: Warning[]
}

/**
 * Opens a package that has passed the gate.
 * @throws LecternError `damaged-file` without a main part.
 */
export const openPackage = (archive: ZipArchive): WordPackage => {
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
    picture: (id) => {
      const found = relationships.find((relationship) => relationship.id === id)
      return found === undefined || found.external ? undefined : archive.read(found.target)
    },
    externalTargets: relationships.filter(({ external }) => external).map(({ target }) => target),
    hasMacros: archive.names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name)),
    warnings,
  }
}
