import { readZip } from '../../zip/read-zip'
import { documentRules } from './document-rules'
import { packageRules, type PackageText } from './package-rules'
import { presentationRules } from './presentation-rules'

const XML_PART = /\.(?:xml|rels)$/i

/**
 * What is wrong with an Office package that the Open XML SDK does not see: dangling or unused parts, repeated ids, missing titles and
 * alternative texts, placeholders without a layout's. Empty when nothing is. Written for what we write; foreign files are judged, not parsed.
 */
export const lintFiles = (files: ReadonlyMap<string, string | Uint8Array>): string[] => {
  const decoder = new TextDecoder()
  const xml = new Map<string, string>()
  for (const [name, content] of files) if (XML_PART.test(name)) xml.set(name, typeof content === 'string' ? content : decoder.decode(content))
  const pack: PackageText = { names: new Set(files.keys()), xml }
  return [
    ...packageRules(pack),
    ...(pack.names.has('ppt/presentation.xml') ? presentationRules(pack) : []),
    ...(pack.names.has('word/document.xml') ? documentRules(pack) : []),
  ]
}

/**
 * {@link lintFiles} for the bytes of a `.pptx` or `.docx`.
 * @throws ZipError when they are no archive.
 */
export const lintPackage = (bytes: Uint8Array): string[] => {
  const archive = readZip(bytes)
  return lintFiles(new Map(archive.names.map((name) => [name, archive.read(name)!])))
}
