import { draftOfBrand } from '../../shared/model/brand'
import type { AssetHash } from '../../shared/model/ids'
import type { TableRow } from '../../shared/model/table'
import { LecternError } from '../../shared/outcome'
import { LogoFiles, leadsOutside } from '../../shared/schools/match-logo'
import { planSchoolImport, type ImportPlan, type KnownSchool } from '../../shared/schools/plan-school-import'
import { readSchoolRows, type SchoolRow } from '../../shared/schools/read-school-rows'
import { rowProblems, type RowProblem } from '../../shared/schools/row-problem'
import type { Library } from '../library/library'
import { unwatched, type Watch } from '../library/watch'
import { readLogo, type Logo } from './read-logo'
import type { ReadFile } from './read-imports'

/** Reads the rows of a table; throws LecternError with the codes of readTable. */
export type ReadTable = (fileName: string, bytes: Uint8Array, signal?: AbortSignal) => Promise<readonly TableRow[]>

/** The picture files that come with a table, by paths with `/`. `paths` gives all of them, or at least those that the table's cells name. */
export type LogoSource = { readonly paths: (cells: readonly string[]) => Promise<readonly string[]>; readonly read: (path: string) => Promise<Uint8Array> }

type Room = { readonly library: Library; readonly read: ReadFile; readonly readTable: ReadTable }
type Named = { readonly logo?: AssetHash; readonly logoOnDark?: AssetHash }

/** A table as read, and what it would change; nothing of it is in the library. */
export type SchoolTable = {
  readonly plan: ImportPlan
  /** Of reading and of planning, by line. */
  readonly problems: readonly RowProblem[]
  readonly ignored: readonly string[]
  /** Rows with something in them, headings left out. */
  readonly total: number
  /** The plan over again, for a library that may have changed since. */
  readonly planAgain: () => ImportPlan
  /** The logos that the plan names. @throws what reading a file throws */
  readonly logos: () => AsyncGenerator<Logo, void, void>
}

/**
 * Reads a table of schools with its logos, and says what it would change. Logos are found by the path that a row names, else by the school's name.
 * @param watch told of every row
 * @throws LecternError those of reading a table, `no-school-column`, `cancelled`
 */
export async function previewSchoolTable({ library, read, readTable }: Room, file: { readonly fileName: string; readonly bytes: Uint8Array }, source: LogoSource, watch: Watch = unwatched, signal?: AbortSignal): Promise<SchoolTable> {
  const table = await readTable(file.fileName, file.bytes, signal)
  const sheet = readSchoolRows(table)
  const problems: RowProblem[] = [...sheet.problems]
  const pathOf = logoPaths(sheet.rows, new LogoFiles(await source.paths(sheet.rows.flatMap(({ logo, logoOnDark }) => [logo, logoOnDark]).filter((cell) => cell !== '' && !leadsOutside(cell)))))
  const hashes = new Map<string, AssetHash | LecternError>()
  const named = new Map<number, Named>()
  for (const [done, row] of sheet.rows.entries()) {
    watch(done, sheet.rows.length)
    signal?.throwIfAborted()
    const found: { logo?: AssetHash; logoOnDark?: AssetHash } = {}
    for (const field of ['logo', 'logoOnDark'] as const) {
      const path = pathOf(row, field)
      if (path === null) {
        if (row[field] !== '') problems.push((leadsOutside(row[field]) ? rowProblems.outsideLogo : rowProblems.missingLogo)(field)(row.line, row[field]))
        continue
      }
      const hash = hashes.get(path) ?? (await readLogo(read, path, () => source.read(path), signal).then(({ hash }) => hash, refusalOf))
      hashes.set(path, hash)
      if (hash instanceof LecternError) problems.push(rowProblems.unreadableLogo(field, hash.localized)(row.line, path))
      else found[field] = hash
    }
    if (found.logo !== undefined || found.logoOnDark !== undefined) named.set(row.line, found)
  }
  const planAgain = (): ImportPlan => planSchoolImport(sheet.rows, knownSchools(library), ({ line }) => named.get(line) ?? {})
  const plan = planAgain()
  const wanted = new Set(plan.steps.filter(({ kind }) => kind !== 'unchanged').flatMap(({ brand }) => [brand.logo, brand.logoOnDark]))
  const files = [...hashes].flatMap(([path, hash]) => (hash instanceof LecternError || !wanted.has(hash) ? [] : [path]))
  return {
    plan,
    planAgain,
    problems: [...problems, ...plan.problems].sort((a, b) => a.line - b.line),
    ignored: sheet.ignored,
    total: new Set([...sheet.rows.map(({ line }) => line), ...problems.map(({ line }) => line)]).size,
    logos: async function* () {
      for (const path of files) yield await readLogo(read, path, () => source.read(path), signal)
    },
  }
}

/** Every school that is in the library, with the brand in use. */
export const knownSchools = (library: Library): KnownSchool[] => library.schools.all().map((school) => ({ school, brand: draftOfBrand(library.schools.brandOf(school.id)) }))

/** A refusal is told with the row; anything else is a defect, or the end that somebody wished for. */
const refusalOf = (error: unknown): LecternError => {
  if (error instanceof LecternError && error.code !== 'cancelled') return error
  throw error
}

/** Which file is a row's logo. A file that is called like two schools of the table belongs to neither. */
function logoPaths(rows: readonly SchoolRow[], files: LogoFiles): (row: SchoolRow, field: 'logo' | 'logoOnDark') => string | null {
  const counts = new Map<string, number>()
  for (const { school } of rows) for (const name of new Set([school.name, school.short ?? ''])) counts.set(name, (counts.get(name) ?? 0) + 1)
  const alone = (name: string | undefined): string => (name !== undefined && counts.get(name) === 1 ? name : '')
  return (row, field) => {
    if (row[field] !== '') return leadsOutside(row[field]) ? null : files.named(row[field])
    const name = alone(row.school.name)
    return name === '' ? null : files.ofSchool({ name, short: alone(row.school.short) }, field === 'logo' ? '' : '-dark')
  }
}
