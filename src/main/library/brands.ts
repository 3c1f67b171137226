import { Brand, BrandId, draftOfBrand, isSameBrand, type BrandDraft } from '../../shared/model/brand'
import type { AssetHash } from '../../shared/model/ids'
import type { SchoolId } from '../../shared/model/school'
import type { Change } from './journal'
import type { Sql } from './sql'
import type { Row } from './tables'

type BrandRow = {
  readonly no: number
  readonly id: BrandId
  readonly school_id: SchoolId
  readonly series: string
  readonly slogan: string
  readonly motto: string
  readonly primary_colour: string | null
  readonly accent_colour: string | null
  readonly heading_font: string
  readonly body_font: string
  readonly logo: AssetHash | null
  readonly logo_on_dark: AssetHash | null
  readonly cover_style: string
  readonly created_at: number
  readonly retired_at: number | null
}

export const brandStatements = {
  ofSchool: 'SELECT * FROM brands WHERE school_id = :school ORDER BY no',
  inUse: 'SELECT * FROM brands WHERE school_id = :school AND retired_at IS NULL',
  logos: `SELECT logo FROM brands WHERE logo IS NOT NULL AND school_id IN (SELECT value FROM json_each(:schools))
    UNION SELECT logo_on_dark FROM brands WHERE logo_on_dark IS NOT NULL AND school_id IN (SELECT value FROM json_each(:schools))`,
} as const

const brandOf = (row: BrandRow): Brand =>
  Brand.parse({
    id: row.id,
    schoolId: row.school_id,
    series: row.series,
    slogan: row.slogan,
    motto: row.motto,
    primary: row.primary_colour,
    accent: row.accent_colour,
    headingFont: row.heading_font,
    bodyFont: row.body_font,
    logo: row.logo,
    logoOnDark: row.logo_on_dark,
    coverStyle: row.cover_style,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  })

const rowOf = (brand: Brand): Row => ({
  no: null,
  id: brand.id,
  school_id: brand.schoolId,
  series: brand.series,
  slogan: brand.slogan,
  motto: brand.motto,
  primary_colour: brand.primary,
  accent_colour: brand.accent,
  heading_font: brand.headingFont,
  body_font: brand.bodyFont,
  logo: brand.logo,
  logo_on_dark: brand.logoOnDark,
  cover_style: brand.coverStyle,
  created_at: brand.createdAt,
  retired_at: brand.retiredAt,
})

/** The brands of schools: one in use each, and all that were. Written within deeds of {@link SchoolStore} only. */
export class Brands {
  constructor(
    readonly sql: Sql,
    readonly env: { readonly clock: () => number; readonly newId: () => string },
  ) {}

  /** Null for a school that is not there. */
  inUse(school: SchoolId): Brand | null {
    const row = this.sql.one<BrandRow>(brandStatements.inUse, { school })
    return row ? brandOf(row) : null
  }

  /** All that a school had, oldest first; the last one is in use. */
  history(school: SchoolId): Brand[] {
    return this.sql.all<BrandRow>(brandStatements.ofSchool, { school }).map(brandOf)
  }

  /** The rows as they stand, for the trash. */
  rows(school: SchoolId): Row[] {
    return this.sql.all<Row>(brandStatements.ofSchool, { school })
  }

  /** Logos that the brands of these schools show or have shown. */
  logos(schools: readonly SchoolId[]): AssetHash[] {
    return this.sql.column<AssetHash>(brandStatements.logos, { schools: JSON.stringify(schools) })
  }

  /** Within a deed: the brand in use from now on. Where it says what the one before it says, nothing happens. @returns whether something did */
  use(change: Change, school: SchoolId, draft: BrandDraft): boolean {
    const before = this.sql.all<BrandRow>(brandStatements.ofSchool, { school })
    const current = before.find(({ retired_at }) => retired_at === null)
    if (current && isSameBrand(draftOfBrand(brandOf(current)), draft)) return false
    const now = this.env.clock()
    const retired: Row[] = before.map((row) => (row.retired_at === null ? { ...row, retired_at: now } : row))
    change('brands', school, [...retired, rowOf({ ...draft, id: BrandId.parse(this.env.newId()), schoolId: school, createdAt: now, retiredAt: null })])
    return true
  }

  /** Within a deed: the brands of a school that comes from another library, oldest first. @param idFor of a brand that is kept beside another */
  bring(change: Change, school: SchoolId, brands: readonly Omit<Brand, 'schoolId'>[], idFor: (id: string) => string): void {
    change('brands', school, brands.map((brand) => rowOf({ ...brand, id: BrandId.parse(idFor(brand.id)), schoolId: school })))
  }
}
