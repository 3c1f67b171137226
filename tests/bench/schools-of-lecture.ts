/** The schools that packs of `lecture-for-schools.ts` are measured with: each has its names, its brand, its logo and its own case. */
import type { PackJob, PackPicture, PackRun } from '../../src/main/use-cases/packs/pack-job'
import type { WrittenKind } from '../../src/main/use-cases/export-talk'
import type { SchoolWish } from '../../src/main/use-cases/packs/school-files'
import { builtIn } from '../../src/shared/formats/talk-formats'
import { SchoolId } from '../../src/shared/model/school'
import { png } from '../builders/png'
import { wishOf } from '../builders/talk-for-schools'
import { lectureForSchools, lecturePhotos, photoSize } from './lecture-for-schools'
import { assetHashOf } from './lecture-of-sixty'

/** Pixels; no two schools have a logo of the same size, and so of the same bytes. */
const logoSize = (index: number) => ({ width: 200 + (index % 200), height: 100 + Math.floor(index / 200) })
export const logoOf = (index: number): Uint8Array => png(logoSize(index).width, logoSize(index).height)
export const nameOf = (index: number): string => `示例市第${index}小学`
export const shortOf = (index: number): string => `${index}小`
export const brandOfSchool = (index: number) => ({ series: `示例讲堂${index}`, slogan: '一课一得', primary: ((0x1c5fb8 + index * 7919) & 0xffffff).toString(16).toUpperCase().padStart(6, '0') })
export const caseOfSchool = (index: number): string => `### 背景\n- 走廊空了 ${index} 年\n### 做法\n${'- 学生自己管书\n'.repeat(1 + (index % 3))}### 成效\n- 借书的人多了一倍\n### 启示\n- 让学生做真事`

export const wishOfSchool = (index: number): SchoolWish =>
  wishOf(lectureForSchools, {
    name: nameOf(index),
    short: shortOf(index),
    brand: brandOfSchool(index),
    logo: logoOfSchool(index).info.hash,
    localCase: `## 本校的走廊书屋\n\n:::case{stage=in-practice school="${nameOf(index)}"}\n${caseOfSchool(index)}\n:::`,
  })

const logos: PackPicture[] = []
/** Made once: it is not the drawing of logos that is measured. */
export const logoOfSchool = (index: number): PackPicture => (logos[index] ??= drawnLogo(index))

function drawnLogo(index: number): PackPicture {
  const bytes = logoOf(index)
  const hash = assetHashOf(bytes)
  return { src: `asset:${hash}`, info: { hash, ...logoSize(index), mime: 'image/png', bytes: bytes.byteLength }, bytes }
}

export const picturesOfLecture: readonly PackPicture[] = Array.from(lecturePhotos, ([hash, bytes]) => ({ src: `asset:${hash}`, info: { hash, ...photoSize }, bytes }))

export function* jobsOfSchools(count: number): Generator<PackJob, void, void> {
  for (let index = 0; index < count; index++) {
    const id = SchoolId.parse(`019b0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`)
    const { markdown, look } = wishOfSchool(index)
    yield {
      school: { id, name: nameOf(index), district: '示例区', level: 'primary' },
      talk: { id: null, title: '数字资源走进每一间教室', audience: 'young-teachers', sha256: '0'.repeat(64) },
      materials: [],
      input: index.toString(16).padStart(64, '0'),
      folder: nameOf(index),
      markdown,
      look,
      pictures: [logoOfSchool(index)],
      missing: [],
    }
  }
}

export const runOf = (to: string, kinds: readonly WrittenKind[]): PackRun => ({ to, template: null, zip: false, kinds, preset: 'official', shownAs: {}, pace: { lecturers: [], speaker: '', fallback: 240 }, catalogue: builtIn, sources: [], pictures: picturesOfLecture })
