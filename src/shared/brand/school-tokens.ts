import type { TokenValues } from '../markdown/fill-tokens'
import type { BrandDraft } from '../model/brand'
import type { SchoolDraft } from '../model/school'

/** What the tokens of a talk stand for in one school; a school without a short name is called by its name. */
export const schoolTokens = ({ name, short, district }: Pick<SchoolDraft, 'name' | 'short' | 'district'>, { series, slogan, motto }: Pick<BrandDraft, 'series' | 'slogan' | 'motto'>): TokenValues => ({
  'school.name': name,
  'school.short': short === '' ? name : short,
  'school.district': district,
  'brand.series': series,
  'brand.slogan': slogan,
  'brand.motto': motto,
})
