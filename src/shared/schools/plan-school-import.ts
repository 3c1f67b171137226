import { assertNever } from '../assert-never'
import { plainBrand, type BrandDraft } from '../model/brand'
import type { AssetHash } from '../model/ids'
import { SchoolDraft, type School, type SchoolId } from '../model/school'
import { writeContacts } from './read-cells'
import type { SchoolRow } from './read-school-rows'
import { rowProblems, type RowProblem } from './row-problem'
import { schoolFields, type SchoolField } from './school-columns'

export type KnownSchool = { readonly school: School; readonly brand: BrandDraft }

/** A field that would say something else; as people read it, a logo by its hash. */
export type FieldChange = { readonly field: SchoolField; readonly from: string; readonly to: string }

export type ImportStep = {
  readonly line: number
  readonly kind: 'new' | 'changed' | 'unchanged'
  /** Null for a new one. */
  readonly id: SchoolId | null
  readonly school: SchoolDraft
  readonly brand: BrandDraft
  /** What is different; of a new one, what it says. */
  readonly fields: readonly FieldChange[]
}

export type ImportPlan = { readonly steps: readonly ImportStep[]; readonly problems: readonly RowProblem[] }

/** Names are the same whatever their width, case and spaces. */
const sameName = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/**
 * What a table would change. A school is known by its name and, where several have one name, by its district; what a row does not say stays.
 * @param logosOf hashes of the logos that were found for a row; absent: the row says nothing of them
 */
export function planSchoolImport(rows: readonly SchoolRow[], known: readonly KnownSchool[], logosOf: (row: SchoolRow) => { readonly logo?: AssetHash; readonly logoOnDark?: AssetHash }): ImportPlan {
  const byName = Map.groupBy(known, ({ school }) => sameName(school.name))
  const lines = new Map<string, number>()
  const steps: ImportStep[] = []
  const problems: RowProblem[] = []
  for (const row of rows) {
    const { line, school, brand } = row
    const match = matchOf(byName.get(sameName(school.name)) ?? [], school.district)
    if (match === 'several') {
      problems.push(rowProblems.ambiguous(line, school.name))
      continue
    }
    const key = match?.school.id ?? `${sameName(school.name)}\n${sameName(school.district ?? '')}`
    const first = lines.get(key)
    if (first !== undefined) {
      problems.push(rowProblems.twice(first)(line, school.name))
      continue
    }
    lines.set(key, line)
    const before = match === null ? null : { school: draftOf(match.school), brand: match.brand }
    const after = { school: { ...(before?.school ?? SchoolDraft.parse({ name: school.name })), ...school, name: before?.school.name ?? school.name }, brand: { ...(before?.brand ?? plainBrand), ...brand, ...logosOf(row) } }
    const fields = changesOf(before, after)
    steps.push({ line, kind: before === null ? 'new' : fields.length === 0 ? 'unchanged' : 'changed', id: match?.school.id ?? null, ...after, fields })
  }
  return { steps, problems }
}

function matchOf(named: readonly KnownSchool[], district: string | undefined): KnownSchool | null | 'several' {
  if (district === undefined || district === '') return named.length > 1 ? 'several' : (named[0] ?? null)
  const there = named.filter(({ school }) => sameName(school.district) === sameName(district))
  // One of whose district nothing was known yet.
  const anywhere = there.length > 0 ? there : named.filter(({ school }) => school.district === '')
  return anywhere.length > 1 ? 'several' : (anywhere[0] ?? null)
}

const draftOf = ({ name, short, district, level, contacts, notes }: School): SchoolDraft => ({ name, short, district, level, contacts, notes })

type Said = { readonly school: SchoolDraft; readonly brand: BrandDraft }

const changesOf = (before: Said | null, after: Said): readonly FieldChange[] =>
  schoolFields.flatMap((field) => {
    const [from, to] = [before === null ? '' : fieldText(before, field), fieldText(after, field)]
    return from === to ? [] : [{ field, from, to }]
  })

/** What a field says, as it is shown and written; empty where it leaves something to the design. */
export function fieldText({ school, brand }: Said, field: SchoolField): string {
  switch (field) {
    case 'name':
    case 'short':
    case 'district':
    case 'notes':
      return school[field]
    case 'level':
      return school.level ?? ''
    case 'contacts':
      return writeContacts(school.contacts)
    case 'primary':
    case 'accent':
      return brand[field] === null ? '' : `#${brand[field]}`
    case 'coverStyle':
      return brand.coverStyle === 'design' ? '' : brand.coverStyle
    case 'logo':
    case 'logoOnDark':
      return brand[field] ?? ''
    case 'series':
    case 'slogan':
    case 'motto':
    case 'headingFont':
    case 'bodyFont':
      return brand[field]
    default:
      return assertNever(field)
  }
}
