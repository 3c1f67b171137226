import { describe, expect, it } from 'vitest'
import { takeMaterial } from '../../../src/shared/in-step/take-material'
import type { MaterialChanged } from '../../../src/shared/model/in-step'
import { blockFromMaterial } from '../../../src/main/use-cases/block-from-material'
import { importTalk } from '../../../src/main/use-cases/import-talk'
import { saveTalk } from '../../../src/main/use-cases/save-talk'
import { talkInStep } from '../../../src/main/use-cases/talk-in-step'
import type { Library } from '../../../src/main/library/library'
import { aDraft, withLibrary } from '../library/a-library'

const bringIn = (library: Library) => {
  const material = library.materials.create(aDraft({ title: '三个变化', body: '- 从本校走向全网\n- 从个人走向团队' }))
  const { talk } = importTalk(library, `# 一\n\n${blockFromMaterial(library, material.id)}`)
  return { material, talk }
}
const kinds = (library: Library, id: Parameters<typeof talkInStep>[1]) => talkInStep(library, id).map(({ kind }) => kind)

describe('a talk and its materials', () => {
  it('are in step when a block has just been brought in', () =>
    withLibrary((library) => {
      expect(talkInStep(library, bringIn(library).talk.id)).toEqual([])
    }))

  it('are not, once the material says something else: told with the difference, and with both blocks', () =>
    withLibrary((library) => {
      const { material, talk } = bringIn(library)
      library.materials.update(material.id, { tags: ['示例'] })
      expect(talkInStep(library, talk.id)).toEqual([])
      library.materials.update(material.id, { body: '- 从本校走向全国\n- 从个人走向团队' })
      const [found] = talkInStep(library, talk.id)
      expect(found).toMatchObject({ kind: 'material-changed', block: '0.0', title: '三个变化', brought: { shown: '- 从本校走向全网\n- 从个人走向团队' }, fresh: { shown: '- 从本校走向全国\n- 从个人走向团队' } })
      expect((found as MaterialChanged).difference?.body.filter(({ kind }) => kind !== 'same')).toEqual([
        { kind: 'removed', text: '网' },
        { kind: 'added', text: '国' },
      ])
    }))

  it('are in step again when the change was taken in, or when one’s own words were kept', () =>
    withLibrary((library) => {
      const { material, talk } = bringIn(library)
      library.materials.update(material.id, { body: '- 从本校走向全国' })
      const found = talkInStep(library, talk.id)[0] as MaterialChanged
      const change = { id: found.material, title: found.title, print: found.now }
      const taken = saveTalk(library, talk.id, takeMaterial(talk.markdown, found.block, change, found.fresh, ['shown', 'said']), 1)
      expect(talkInStep(library, talk.id)).toEqual([])
      expect(taken.markdown).toContain('- 从本校走向全国\n')
      library.materials.update(material.id, { body: '- 从本校走向世界' })
      const again = talkInStep(library, talk.id)[0] as MaterialChanged
      saveTalk(library, talk.id, takeMaterial(taken.markdown, again.block, { ...change, print: again.now }, again.fresh, []), 2)
      expect(talkInStep(library, talk.id)).toEqual([])
      expect(library.talks.get(talk.id).markdown).toContain('- 从本校走向全国\n')
    }))

  it('say so when the material was deleted, or when its last day is over', () =>
    withLibrary((library) => {
      const { material, talk } = bringIn(library)
      library.materials.update(material.id, { validUntil: '2020-01-01' })
      expect(talkInStep(library, talk.id)).toMatchObject([{ kind: 'material-stale', reasons: ['expired'], title: '三个变化' }])
      library.materials.remove([material.id])
      expect(talkInStep(library, talk.id)).toMatchObject([{ kind: 'material-gone', title: '三个变化', inTrash: true }])
      library.trash.empty()
      expect(talkInStep(library, talk.id)).toMatchObject([{ kind: 'material-gone', title: '', inTrash: false }])
    }))

  it('leave a citation in peace that does not say which state it goes by', () =>
    withLibrary((library) => {
      const material = library.materials.create(aDraft({ title: '甲' }))
      const { talk } = importTalk(library, `## 甲\n\n:::cite{source="示例" material=${material.id}}\n:::\n`)
      library.materials.update(material.id, { title: '乙' })
      expect(talkInStep(library, talk.id)).toEqual([])
    }))
})

describe('a slide and its script', () => {
  it('are told apart with what the changed side said before', () =>
    withLibrary((library) => {
      const text = '## 甲\n- 一\n\n:::script\n说一。\n:::\n'
      const { talk } = importTalk(library, text)
      saveTalk(library, talk.id, text.replace('说一', '说一和二'), 1)
      expect(kinds(library, talk.id)).toEqual(['slide-behind'])
      expect(talkInStep(library, talk.id)[0]).toMatchObject({ difference: [{ kind: 'same', text: '说一' }, { kind: 'added', text: '和二' }, { kind: 'same', text: '。' }] })
    }))
})
