import { z } from 'zod'
import { AssetHash, Timestamp } from './ids'
import { SchoolId, SchoolLevel } from './school'

export const BrandId = z.uuid().brand<'brand'>()
export type BrandId = z.infer<typeof BrandId>

/** `RRGGBB`, upper case, as themes name colours. */
export const BrandColour = z.string().regex(/^[0-9A-F]{6}$/)

/** The page behind a cover's title: as the design has it, the design's paper, a tint of the brand's colour, or its deep tone. */
export const coverStyles = ['design', 'paper', 'tint', 'deep'] as const
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
