import { createHash } from 'node:crypto'
import { citedByTitle } from '../../../shared/citation/cited-by-title'
import { openTokens } from '../../../shared/packs/open-tokens'
import { readFrontMatter } from '../../../shared/markdown/front-matter'
import type { TalkId } from '../../../shared/model/ids'
import type { TalkLook } from '../../../shared/model/look'
import type { SchoolId, SchoolLevel } from '../../../shared/model/school'
import type { Warning } from '../../../shared/outcome'
import { packNames } from '../../../shared/packs/pack-names'
import { themeOfTalk } from '../../../shared/slides/theme-of-talk'
import type { Library } from '../../library/library'
import type { PresetName } from '../../writers/docx/presets'
import type { WrittenKind } from '../export-talk'
import { lookOfSchool } from '../look-of-school'
import { fillForSchool, talkForSchools } from '../fill-for-school'
import { talkCatalogue } from '../talk-catalogue'
import { designsOf } from '../talk-designs'
import type { TalkPictures } from '../talk-pictures'
import type { PackJob, PackPicture, PackRun } from './pack-job'

export type PacksOf = {
  /** `id` is null for a talk that is not in the library; then its pictures come with it. */
  readonly talk: { readonly id: TalkId | null; readonly markdown: string }
  readonly schools: readonly SchoolId[]
  /** Whom a school of each level hears the talk as; without one, as the talk itself says. */
  readonly audiences: Readonly<Partial<Record<SchoolLevel, string>>>
  readonly kinds: readonly WrittenKind[]
  readonly preset: PresetName
  /** What of the talk's own look is to be another. */
  readonly shownAs: Partial<TalkLook>
  readonly to: string
  readonly zip: boolean
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export const textSha256 = (markdown: string): string => sha256(markdown)

/** Bytes that threads read without each having a copy. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
  copy.set(bytes)
  return copy
}

const addressesIn = (markdown: string): readonly string[] => [...new Set(Array.from(markdown.matchAll(/asset:[0-9a-f]{64}/g), ([address]) => address))]

/** Pictures that are there; a missing one is told of by the talk's own warnings. */
const picturesOf = (addresses: readonly string[], { info, bytes }: TalkPictures): PackPicture[] =>
  addresses.flatMap((src) => {
    const known = info(src)
    return known === null ? [] : [{ src, info: known, bytes: bytes(known.hash), ...(known.media && { played: bytes(known.media.hash) }) }]
  })

/** The parts of the template that a talk is shown in. */
const templateOf = (library: Library, { template }: Pick<TalkLook, 'template'>): PackRun['template'] => {
  const parts = template === '' ? undefined : library.designs.named(template)?.definition.parts
  return parts === undefined ? null : { hash: parts, bytes: shared(library.assets.read(parts)) }
}

/** What all packs have in common. @param pictures of the talk @param addresses the pictures that the talk names */
export const gatherRun = (library: Library, { talk, to, zip, kinds, preset, shownAs }: PacksOf, pictures: TalkPictures, addresses: readonly string[]): PackRun => {
  const { pace, speaker } = library.settings.get()
  return {
    to,
    zip,
    kinds,
    preset,
    shownAs,
    pace: { lecturers: library.lecturers.list(), speaker, fallback: pace },
    catalogue: talkCatalogue(library),
    sources: library.sources.list(),
    pictures: picturesOf(addresses, pictures).map((picture) => ({ ...picture, bytes: shared(picture.bytes), ...(picture.played && { played: shared(picture.played) }) })),
    template: templateOf(library, { ...readFrontMatter(talk.markdown).front, ...shownAs }),
  }
}

/**
 * The jobs of a run, each gathered from the library when it is asked for, so that the memory of a run does not grow with the number of schools. Schools that are not in the library any
 * more are passed over.
 * @param version of Lectern: another may write other bytes
 */
export function* gatherJobs(library: Library, wish: PacksOf, run: PackRun, pictures: TalkPictures, version: string): Generator<PackJob, void, void> {
  const { talk, audiences } = wish
  const { front } = readFrontMatter(talk.markdown)
  const { title, audience: own } = front
  const design = themeOfTalk({ ...front, ...run.shownAs }, designsOf(library).find)
  const known = new Set(run.pictures.map(({ src }) => src))
  const names = packNames(library.schools.list())
  const facts = talkForSchools(library, talk.id, talk.markdown)
  const sha = textSha256(talk.markdown)
  const cited = citedByTitle(run.sources)
  const common = sha256(JSON.stringify([version, run.kinds, run.preset, run.shownAs, run.pace, run.catalogue, run.pictures.map(({ src, info }) => [src, info])]))
  for (const id of wish.schools) {
    const school = library.schools.find(id)
    const folder = names.get(id)
    if (school === null || folder === undefined) continue
    const brand = library.schools.brandOf(id)
    const audience = (school.level === null ? undefined : audiences[school.level]) ?? ''
    const fill = fillForSchool(library, { ...facts, occasion: { ...facts.occasion, audience: audience || own } }, school, brand)
    const look = lookOfSchool(library, design, school, brand)
    const told = fill.slots.flatMap(({ slot, chosen, choices }) => (chosen === null ? [] : [{ id: chosen, title: choices.find((choice) => choice.id === chosen)?.title ?? '', sha256: sha256(fill.cases.get(slot) ?? '') }]))
    const logos = [look.marks.logo, look.marks.logoOnDark].flatMap((logo) => (logo === null ? [] : [`asset:${logo.asset}`]))
    const ofSchool = picturesOf([...addressesIn(fill.markdown), ...logos].filter((src) => !known.has(src)), pictures)
    const everything = { common, markdown: fill.markdown, audience, look, pictures: ofSchool.map(({ src, info }) => [src, info]), cited: citationsIn(fill.markdown).map((source) => cited(source)) }
    yield {
      school: { id, name: school.name, district: school.district, level: school.level },
      talk: { id: talk.id, title, audience: audience || own, sha256: sha },
      materials: told,
      input: sha256(JSON.stringify(everything)),
      folder,
      markdown: fill.markdown,
      look,
      pictures: ofSchool,
      missing: [...openTokens(fill.markdown, 'a-school'), ...(brand.logo === null ? [noLogo] : [])],
    }
  }
}

/** Titles as they stand in citations. */
const citationsIn = (markdown: string): readonly string[] => [...new Set(Array.from(markdown.matchAll(/^[ \t]*:{3,}cite\{[^\n]*?\bsource=(?:"([^"\n]*)"|([^\s"}]+))/gm), ([, quoted, bare]) => quoted ?? bare ?? ''))]

const noLogo: Warning = { code: 'no-logo', place: '', message: { 'zh-CN': '这所学校还没有校徽，幻灯片上没有放。', en: 'The school has no logo yet; the slides show none.' } }
