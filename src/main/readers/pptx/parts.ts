import { LecternError } from '../../../shared/outcome'
import type { ZipArchive } from '../../zip/read-zip'
import { relationshipsOf, type Relationship } from '../ooxml/relationships'
import { parseXml, type XmlElement } from '../ooxml/xml'
import type { Findings } from './findings'

/** Reads the parts of a presentation, one damaged or missing part at a time: what can be read is read. */
export class PresentationParts {
  constructor(
    readonly archive: ZipArchive,
    private readonly findings: Findings,
  ) {}

  /** A part as a tree; undefined when it is missing, empty or damaged, which is noted. */
  read(name: string): XmlElement | undefined {
    const bytes = this.archive.read(name)
    if (bytes === undefined) {
      this.findings.missing += 1
      return undefined
    }
    return this.tolerating(name, () => parseXml(bytes))
  }

  /** What a part refers to. Addresses outside the file are noted and never opened. */
  relationships(name: string): readonly Relationship[] {
    const found = this.tolerating(name, () => relationshipsOf(this.archive, name)) ?? []
    for (const { external, target } of found) if (external && target !== '') this.findings.links.push(target)
    return found
  }

  private tolerating<T>(name: string, read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof LecternError) || error.code !== 'damaged-file') throw error
      this.findings.unreadable.push(name)
      return undefined
    }
  }
}
