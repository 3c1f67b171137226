import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLibrary, type Library } from '../../../src/main/library/library'
import { readTemplate } from '../../../src/main/readers/template/read-template'
import { importDesign } from '../../../src/main/use-cases/import-design'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { mergeBundle } from '../../../src/main/use-cases/merge-bundle'
import { packBundle } from '../../../src/main/use-cases/pack-library'
import { talkInSchool } from '../../../src/main/use-cases/talk-in-school'
import { assetsOfDesign } from '../../../src/shared/model/own-design'
import { SchoolDraft } from '../../../src/shared/model/school'
import { BrandDraft } from '../../../src/shared/model/brand'
import { png } from '../../builders/png'
import { sampleTemplates } from '../../builders/template'
import { aFolder, anEnvironment } from '../library/a-library'

const template = sampleTemplates(png(320, 180)).chinese
const talkIn = (design: string): string => `---\ntitle: 示例宣讲\ndesign: ${design}\n---\n\n# 一、为什么\n\n## 三个变化\n- 资源走向全网\n`

const bring = (library: Library, fileName = '示例模板.potx') => importDesign({ library, readTemplate: async (_name, bytes) => readTemplate(bytes) }, fileName, template)

const withTwo = async (work: (ours: Library, theirs: Library, bundle: string) => Promise<void>): Promise<void> => {
  const folder = aFolder()
  let ids = 0
  const ours = openLibrary(join(folder.path, 'ours'), anEnvironment())
  const theirs = openLibrary(join(folder.path, 'theirs'), anEnvironment({ newId: () => `019b0000-0000-7000-9000-${(++ids).toString(16).padStart(12, '0')}` }))
  try {
    await work(ours, theirs, join(folder.path, '交换.lectern'))
  } finally {
    ours.close()
    theirs.close()
    folder.remove()
  }
}

describe('a design of a template', () => {
  it('is called by its file, under a key that no other design has', () =>
    withTwo(async (ours) => {
      const keys = [(await bring(ours)).value.key, (await bring(ours)).value.key, (await bring(ours, '庄重.potx')).value.key]
      expect(keys).toEqual(['示例模板', '示例模板-2', '庄重-2'])
    }))

  it('is undone, done again, changed and removed', () =>
    withTwo(async (ours) => {
      const { value: design } = await bring(ours)
      ours.designs.change(design.id, { ...design.definition, choices: { quote: 4 } })
      expect(ours.designs.named('示例模板')?.definition.choices).toEqual({ quote: 4 })
      ours.history.undo()
      expect(ours.designs.named('示例模板')?.definition.choices).toEqual({})
      ours.history.undo()
      expect(ours.designs.list()).toEqual([])
      ours.history.redo()
      ours.designs.remove(design.id)
      expect(ours.designs.list()).toEqual([])
      ours.history.undo()
      expect(ours.designs.get(design.id)).toEqual(design)
      expect(ours.doctor().problems).toEqual([])
    }))

  it('goes with a talk that names it into a bundle, files and all', () =>
    withTwo(async (ours, theirs, bundle) => {
      const { value: design } = await bring(ours)
      await bring(ours, '没有用到.potx')
      const { talk, warnings } = importTalk(ours, talkIn('示例模板'))
      expect(warnings).toEqual([])
      const { counts } = await packBundle(ours, bundle, { materials: [], talks: [talk.id] }, {})
      expect(counts).toMatchObject({ talks: 1, designs: 1, assets: 2 })
      await mergeBundle(theirs, bundle)
      expect(theirs.designs.list().map(({ key }) => key)).toEqual(['示例模板'])
      for (const hash of assetsOfDesign(design.definition)) expect(theirs.assets.read(hash)).toEqual(ours.assets.read(hash))
      expect(theirs.doctor().problems).toEqual([])
    }))

  it('wins over a school’s brand', () =>
    withTwo(async (ours) => {
      await bring(ours)
      const school = ours.schools.add(SchoolDraft.parse({ name: '示例小学' }), BrandDraft.parse({ primary: 'AA0000', series: '示例讲堂' }))
      const { look } = talkInSchool(ours, { id: null, markdown: talkIn('示例模板'), audience: '', shownAs: {} }, school.id)
      expect(look.theme.colours.accent).not.toBe('AA0000')
      expect(look.marks).toMatchObject({ logo: null, series: '' })
      const own = talkInSchool(ours, { id: null, markdown: talkIn('clear'), audience: '', shownAs: {} }, school.id)
      expect(own.look.theme.colours.accent).toBe('AA0000')
    }))
})
