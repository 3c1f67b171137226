import { posix } from 'node:path'
import { attribute, repeated, startTags } from './scan-xml'

/** The text of every XML part of a package, and the names of all its files. */
export type PackageText = { readonly names: ReadonlySet<string>; readonly xml: ReadonlyMap<string, string> }

export type PackageRelationship = { readonly id: string; readonly kind: string; readonly target: string; readonly external: boolean }

/** Part that a `.rels` part speaks for; `''` for the package itself. */
const ownerOf = (relsName: string): string => relsName.replace(/_rels\/([^/]*)\.rels$/, '$1')

const decoded = (target: string): string => {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

const remembered = new WeakMap<PackageText, ReadonlyMap<string, readonly PackageRelationship[]>>()

/** The relationships of every part, by the part's name; targets inside the package are resolved to part names. Read once for a package, however many rules ask. */
export const relationshipsOf = (pack: PackageText): ReadonlyMap<string, readonly PackageRelationship[]> => {
  const known = remembered.get(pack)
  if (known !== undefined) return known
  const found = readRelationships(pack)
  remembered.set(pack, found)
  return found
}

const readRelationships = ({ xml }: PackageText): ReadonlyMap<string, readonly PackageRelationship[]> => {
  const found = new Map<string, PackageRelationship[]>()
  for (const [name, content] of xml) {
    if (!name.endsWith('.rels')) continue
    const owner = ownerOf(name)
    found.set(
      owner,
      startTags(content, 'Relationship').map((tag) => {
        const external = attribute(tag, 'TargetMode') === 'External'
        const target = attribute(tag, 'Target') ?? ''
        return {
          id: attribute(tag, 'Id') ?? '',
          kind: (attribute(tag, 'Type') ?? '').split('/').at(-1)!,
          target: external ? target : posix.join('/', target.startsWith('/') ? '' : posix.dirname(owner), decoded(target)).slice(1),
          external,
        }
      }),
    )
  }
  return found
}

/** Rules of the packaging conventions (ECMA-376-2) that consumers enforce by "repairing" a file and the schema validator does not see. */
export const packageRules = (pack: PackageText): string[] => [...contentTypeRules(pack), ...relationshipRules(pack), ...valueRules(pack)]

/** `.rels` has an extension too, which `path.extname` would take for a hidden file's name. */
const extensionOf = (name: string): string => (/\.([^./]+)$/.exec(name)?.[1] ?? '').toLowerCase()

const contentTypeRules = ({ names, xml }: PackageText): string[] => {
  const types = xml.get('[Content_Types].xml')
  if (types === undefined) return ['[Content_Types].xml is missing']
  const overrides = startTags(types, 'Override').map((tag) => ({ part: (attribute(tag, 'PartName') ?? '').slice(1), type: attribute(tag, 'ContentType') ?? '' }))
  const defaults = new Map(startTags(types, 'Default').map((tag) => [(attribute(tag, 'Extension') ?? '').toLowerCase(), attribute(tag, 'ContentType') ?? '']))
  const overridden = new Set(overrides.map(({ part }) => part))
  return [
    ...overrides.filter(({ part }) => !names.has(part)).map(({ part }) => `[Content_Types].xml: type of a part that is not there: ${part}`),
    ...repeated(overrides.map(({ part }) => part)).map((part) => `[Content_Types].xml: two types for ${part}`),
    ...[...names].filter((name) => name !== '[Content_Types].xml' && !overridden.has(name) && !defaults.has(extensionOf(name))).map((name) => `${name}: no content type`),
    ...([...defaults.values(), ...overrides.map(({ type }) => type)].includes('image/jpg') ? ['[Content_Types].xml: image/jpg is no media type, image/jpeg is'] : []),
    ...repeated([...names].map((name) => name.toLowerCase())).map((name) => `${name}: two parts whose names differ in case only`),
  ]
}

/** Attributes that name a relationship: `r:id`, `r:embed`, `r:link`, `r:pict`. */
const RELATIONSHIP_ATTRIBUTE = /\sr:(?:id|embed|link|pict)="([^"]+)"/g

const relationshipRules = (pack: PackageText): string[] => {
  const findings: string[] = []
  const related = relationshipsOf(pack)
  const reached = new Set<string>(['[Content_Types].xml'])
  for (const [owner, list] of related) {
    const relsName = posix.join(posix.dirname(owner), '_rels', `${posix.basename(owner)}.rels`)
    if (owner !== '' && !pack.names.has(owner)) findings.push(`${relsName}: relationships of a part that is not there`)
    else reached.add(relsName)
    for (const { target, external, kind } of list) {
      if (external) {
        if (!URL.canParse(target)) findings.push(`${relsName}: not an address: ${target}`)
        continue
      }
      reached.add(target)
      if (!pack.names.has(target)) findings.push(`${relsName}: leads to ${target} (${kind}), which is not there`)
    }
    findings.push(...repeated(list.map(({ id }) => id)).map((id) => `${relsName}: relationship ${id} twice`))
  }
  for (const [name, content] of pack.xml) {
    // Most parts name no relationship, which is told sooner than a pattern is looked for.
    if (name.endsWith('.rels') || !content.includes('r:')) continue
    const known = new Set((related.get(name) ?? []).map(({ id }) => id))
    for (const id of new Set([...content.matchAll(RELATIONSHIP_ATTRIBUTE)].map((match) => match[1]!))) {
      if (!known.has(id)) findings.push(`${name}: uses relationship ${id}, which is not there`)
    }
  }
  for (const name of pack.names) if (!reached.has(name)) findings.push(`${name}: no relationship leads to it`)
  return findings
}

/** What JavaScript writes when a number or a text was not there. */
const UNWRITTEN = /="(NaN|-?Infinity|undefined|null|\[object [^"]*\])"/

const valueRules = ({ xml }: PackageText): string[] =>
  [...xml].flatMap(([name, content]) => {
    const found = UNWRITTEN.exec(content)
    return found ? [`${name}: an attribute says ${found[1]}`] : []
  })
