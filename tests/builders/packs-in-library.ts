import { BrandDraft } from '../../src/shared/model/brand'
import { SchoolDraft, type School } from '../../src/shared/model/school'
import type { Library } from '../../src/main/library/library'
import { importTalk } from '../../src/main/use-cases/import-talk'
import type { PackTask } from '../../src/main/use-cases/packs/pack-task'
import { addPicture } from '../../src/main/use-cases/talk-pictures'
import { aDraft } from '../main/library/a-library'
import { png } from './png'
import { talkForSchools } from './talk-for-schools'

/** What only this school may say, in its name, its brand and its own case. */
export const secretOf = (index: number): string => `校密${String(index).padStart(4, '0')}`

/** Schools with brands, logos and cases of their own, each with its secret in all of them, and a talk that tells everything. */
export function fillWithSchools(library: Library, count: number, markdown = talkForSchools): { readonly talk: { readonly id: PackTask['talk']['id']; readonly markdown: string }; readonly schools: readonly School[] } {
  const schools = Array.from({ length: count }, (_, index) => {
    const secret = secretOf(index)
    const logo = addPicture(library, png(40 + (index % 100), 20 + Math.floor(index / 100))).hash
    const school = library.schools.add(
      SchoolDraft.parse({ name: `${secret}小学`, short: secret, district: index % 2 === 0 ? '示例东区' : '示例西区', level: index % 3 === 0 ? 'junior' : 'primary' }),
      BrandDraft.parse({ series: `${secret}讲堂`, slogan: `${secret}的口号`, motto: `${secret}的校训`, primary: (0x1c5fb8 + index * 7919).toString(16).toUpperCase().padStart(6, '0').slice(-6), logo }),
    )
    library.materials.create(aDraft({ kind: 'case', status: 'approved', title: `${secret}的走廊书屋`, school: school.name, body: `### 做法\n\n${`- ${secret}的做法\n`.repeat(1 + (index % 3))}` }), null)
    return school
  })
  const { talk } = importTalk(library, markdown)
  return { talk: { id: talk.id, markdown: talk.markdown }, schools }
}

export const packTask = (talk: PackTask['talk'], schools: readonly Pick<School, 'id'>[], to: string, more: Partial<PackTask> = {}): PackTask => ({
  talk,
  schools: schools.map(({ id }) => id),
  audiences: {},
  kinds: ['slides', 'script', 'handout', 'quiz'],
  preset: 'official',
  shownAs: {},
  to,
  zip: false,
  file: null,
  language: 'zh-CN',
  version: '0.1.0',
  threads: 1,
  packFile: null,
  ...more,
})
