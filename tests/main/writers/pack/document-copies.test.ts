import { expect, it } from 'vitest'
import { coreProperties } from '../../../../src/main/writers/core-properties'
import { presetFor } from '../../../../src/main/writers/docx/presets'
import { paragraph, text, type ScriptDocument } from '../../../../src/main/writers/docx/script-document'
import { scriptFiles } from '../../../../src/main/writers/docx/script-files'
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
    write: (one: ScriptDocument): string => {
      const facts = { title: one.title, speaker: one.speaker, language: 'zh-CN', made: new Date(0) } as const
      const { bytes } = copies.write(tracer.script(one), new Map([['docProps/core.xml', coreProperties(facts)]]), () => {
        whole += 1
        return scriptFiles(one, preset, { language: facts.language, made: facts.made, picture: () => new Uint8Array() })
      })
      return new TextDecoder().decode(readZip(bytes).read('word/document.xml'))
    },
  }
}

it('writes one document of a build as a whole, and of the others only what they say', () => {
  const { write, wholes } = copier()
  write(script('甲', '第一所学校'))
  expect(write(script('甲', '第二所学校'))).toContain('第二所学校')
  expect(write(script('甲', '第三所 <&> "学校"'))).toContain('第三所 &lt;&amp;&gt; "学校"')
  expect(wholes()).toBe(1)
})

it('leaves nothing of one copy in the next', () => {
  const { write } = copier()
  write(script('甲', '共同的话', '只有第一所知道'))
  expect(write(script('甲', '共同的话', '别的'))).not.toContain('只有第一所知道')
})

it('writes a document as a whole again where a paragraph is added, and where a text holds what is written in another way', () => {
  const { write, wholes } = copier()
  write(script('甲', '一'))
  write(script('甲', '一', '二'))
  write(script('甲', '一\t二'))
  expect(wholes()).toBe(3)
})

it('names a heading that changed in the contents, too', () => {
  const { write, wholes } = copier()
  write(script('甲', '一'))
  expect((write(script('乙校的做法', '一'))).match(/乙校的做法/g)).toHaveLength(2)
  expect(wholes()).toBe(1)
})
