import type { AssetRecord, SchoolRecord } from '../../../shared/model/bundle'
import { fileNameFor } from './file-name'
import { moment, yamlFront } from './yaml-front'

type SchoolFile = { readonly name: string; readonly text: string } | { readonly name: string; readonly asset: AssetRecord }
/** A case that was chosen for a slot of a talk, by titles; null where none is to be told. */
export type ChosenCase = { readonly talk: string; readonly slot: string; readonly case: string | null }
type BrandInFile = SchoolRecord['brands'][number]

/**
 * A school as a file: what is known of it and its brand in front matter, brands that were in use before as `former`, the notes below; its logos in `pictures`.
 * @param pins which case it tells in which talk, where somebody chose: in front matter, as `cases`
 * @param written names of pictures that are there already; those of this school are added
 */
export function* schoolFiles(school: SchoolRecord, { home, pictures, assets, written, pins }: { readonly home: string; readonly pictures: string; readonly assets: ReadonlyMap<string, AssetRecord>; readonly written: Set<string>; readonly pins: readonly ChosenCase[] }): Generator<SchoolFile, void, void> {
  const logos: SchoolFile[] = []
  const fileOf = (hash: string | null): string | undefined => {
    const asset = hash === null ? undefined : assets.get(hash)
    if (asset === undefined) return undefined
    const picture = `${pictures}/${asset.hash.slice(0, 16)}.${asset.extension}`
    if (!written.has(`${home}/${picture}`)) logos.push({ name: `${home}/${picture}`, asset })
    written.add(`${home}/${picture}`)
    return picture
  }
  const said = ({ series, slogan, motto, primary, accent, headingFont, bodyFont, logo, logoOnDark, coverStyle, createdAt, retiredAt }: BrandInFile) =>
    Object.fromEntries(
      Object.entries({
        series,
        slogan,
        motto,
        primary: primary && `#${primary}`,
        accent: accent && `#${accent}`,
        'heading-font': headingFont,
        'body-font': bodyFont,
        logo: fileOf(logo),
        'logo-on-dark': fileOf(logoOnDark),
        cover: coverStyle === 'design' ? '' : coverStyle,
        since: moment(createdAt),
        until: retiredAt === null ? '' : moment(retiredAt),
      }).filter(([, value]) => value !== '' && value !== null && value !== undefined),
    )
  const { id, name, short, district, level, contacts, notes, brands, createdAt, updatedAt } = school
  const current = brands.find(({ retiredAt }) => retiredAt === null)
  const front = { id, name, short, district, level, contacts, brand: current && said(current), former: brands.filter((brand) => brand !== current).map(said), cases: pins, created: moment(createdAt), updated: moment(updatedAt) }
  yield { name: `${home}/${fileNameFor(name, id, 'md')}`, text: `${yamlFront(front)}${notes}${notes === '' || notes.endsWith('\n') ? '' : '\n'}` }
  yield* logos
}
