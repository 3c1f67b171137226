import type { Language } from '../language'
import { fieldText, type KnownSchool } from './plan-school-import'
import { columnNames, schoolFields, type SchoolField } from './school-columns'

/** Fields that most tables leave empty: a column of theirs is written only where one school says something. */
const rare: ReadonlySet<SchoolField> = new Set(['logo', 'logoOnDark', 'coverStyle', 'contacts', 'notes'])

/**
 * Schools as a table that {@link readSchoolRows} reads back: headings, then a row for each.
 * @param fileOf path of a logo by its hash, relative to the table; empty where its file is not written
 */
export function writeSchoolTable(schools: readonly KnownSchool[], language: Language, fileOf: (hash: string) => string): { readonly fields: readonly SchoolField[]; readonly rows: readonly (readonly string[])[] } {
  const textOf = (known: KnownSchool, field: SchoolField): string => {
    const text = fieldText(known, field)
    return text !== '' && (field === 'logo' || field === 'logoOnDark') ? fileOf(text) : text
  }
  const fields = schoolFields.filter((field) => !rare.has(field) || schools.some((known) => textOf(known, field) !== ''))
  return { fields, rows: [fields.map((field) => columnNames[field][language]), ...schools.map((known) => fields.map((field) => textOf(known, field)))] }
}
