import { z } from 'zod'
import { AssetHash, Timestamp } from './ids'
import { SchoolId, SchoolLevel } from './school'

export const BrandId = z.uuid().brand<'brand'>()
export type BrandId = z.infer<typeof BrandId>

/** `RRGGBB`, upper case, as themes name colours. */
export const BrandColour = z.string().regex(/^[0-9A-F]{6}$/)

/** How a cover is built: as the talk's design has it, a patterned panel at the side, a band across the page, or one large card. */
export const coverStyles = ['design', 'panel', 'band', 'card'] as const
export const CoverStyle = z.enum(coverStyles)
export type CoverStyle = z.infer<typeof CoverStyle>

/** Name of one typeface as Office lists it; empty: that of the design. */
const Typeface = z.string().trim().max(100)

/** What a school's talks look like and are called. Whatever is null or empty is left to the talk's design. */
export const BrandDraft = z.object({
  /** Of all talks of the school, e.g. 「晨光讲堂」; stands in the footer. */
  series: z.string().trim().max(100).default(''),
  slogan: z.string().trim().max(200).default(''),
  motto: z.string().trim().max(200).default(''),
  primary: BrandColour.nullable().default(null),
  accent: BrandColour.nullable().default(null),
  headingFont: Typeface.default(''),
  bodyFont: Typeface.default(''),
  /** A picture in the library, for light pages. */
  logo: AssetHash.nullable().default(null),
  /** For dark pages; without one `logo` serves there, too. */
  logoOnDark: AssetHash.nullable().default(null),
  coverStyle: CoverStyle.default('design'),
})
export type BrandDraft = Readonly<z.infer<typeof BrandDraft>>

/** A brand never changes: what is saved anew is a brand of its own, and the one before it retires. */
export const Brand = BrandDraft.extend({ id: BrandId, schoolId: SchoolId, createdAt: Timestamp, /** When another took its place; null for the one that is in use. */ retiredAt: Timestamp.nullable() })
export type Brand = Readonly<z.infer<typeof Brand>>

/** What a list shows of a school: itself and the brand in use. */
export const SchoolSummary = z.object({
  id: SchoolId,
  name: z.string(),
  short: z.string(),
  district: z.string(),
  level: SchoolLevel.nullable(),
  ...BrandDraft.pick({ series: true, primary: true, accent: true, logo: true }).shape,
})
export type SchoolSummary = Readonly<z.infer<typeof SchoolSummary>>

/** A brand that leaves everything to the design. */
export const plainBrand: BrandDraft = BrandDraft.parse({})

/** Do two brands say the same? */
export const isSameBrand = (one: BrandDraft, other: BrandDraft): boolean => (Object.keys(plainBrand) as (keyof BrandDraft)[]).every((field) => one[field] === other[field])

/** What a brand says, without whose it is and since when. */
export const draftOfBrand = ({ id: _id, schoolId: _schoolId, createdAt: _createdAt, retiredAt: _retiredAt, ...draft }: Brand): BrandDraft => draft
