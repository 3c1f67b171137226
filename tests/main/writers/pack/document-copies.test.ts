import { expect, it } from 'vitest'
import { corePropertiesOf, frameFiles } from '../../../../src/main/writers/docx/office-frame'
import { presetFor } from '../../../../src/main/writers/docx/presets'
import { paragraph, text, type ScriptDocument } from '../../../../src/main/writers/docx/script-document'
import { serialiseScript } from '../../../../src/main/writers/docx/serialise-script'
import { DocumentCopies } from '../../../../src/main/writers/pack/document-copies'
import { DocumentTracer } from '../../../../src/main/writers/pack/document-trace'
import { readZip } from '../../../../src/main/zip/read-zip'

const preset = presetFor('official', 'zh-CN')
const script = (...said: readonly string[]): ScriptDocument => ({ title: '题', speaker: '示例教师', opening: [paragraph('title', text('题'))], body: [paragraph('section', text(said[0] ?? '')), ...said.slice(1).map((line) => paragraph('body', text(line)))], notes: [] })

function copier() {
  const copies = new DocumentCopies()
  const tracer = new DocumentTracer(preset, 'zh-CN')
  let whole = 0
  return {
    wholes: () => whole,
    write: async (one: ScriptDocument): Promise<string> => {
      const facts = { title: one.title, speaker: one.speaker, language: 'zh-CN', made: new Date(0) } as const
      const { bytes } = await copies.write(tracer.script(one), corePropertiesOf(facts), async () => {
        whole += 1
        return frameFiles(await serialiseScript(one, preset, 'zh-CN'), { ...facts, preset, picture: () => new Uint8Array() })
      })
      return new TextDecoder().decode(readZip(bytes).read('word/document.xml'))
    },
  }
}

it('writes one document of a build as a whole, and of the others only what they say', async () => {
  const { write, wholes } = copier()
  await write(script('甲', '第一所学校'))
  expect(await write(script('甲', '第二所学校'))).toContain('第二所学校')
  expect(await write(script('甲', '第三所 <&> "学校"'))).toContain('第三所 &lt;&amp;&gt; &quot;学校&quot;')
  expect(wholes()).toBe(1)
})

it('leaves nothing of one copy in the next', async () => {
  const { write } = copier()
  await write(script('甲', '共同的话', '只有第一所知道'))
  expect(await write(script('甲', '共同的话', '别的'))).not.toContain('只有第一所知道')
})

it('writes a document as a whole again where a paragraph is added, and where a text holds what is written in another way', async () => {
  const { write, wholes } = copier()
  await write(script('甲', '一'))
  await write(script('甲', '一', '二'))
  await write(script('甲', '一\t二'))
  expect(wholes()).toBe(3)
})

it('names a heading that changed in the contents, too', async () => {
  const { write, wholes } = copier()
  await write(script('甲', '一'))
  expect((await write(script('乙校的做法', '一'))).match(/乙校的做法/g)).toHaveLength(2)
  expect(wholes()).toBe(1)
})
