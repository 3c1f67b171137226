/** Speaker notes: the notes master, and a notes slide for every slide that has a script (ECMA-376-1 §19.3.1.26, §19.3.1.27). */
import type { Language } from '../../../shared/language'
import { Relationships, type Part } from '../opc-package'
import { el, text, xmlDocument, type Xml } from '../xml'
import { colourMap, masterColours, noFill, nonVisual, rectangle, shapeTree } from './drawing'
import { plainLevels } from './layout-parts'
import { contentTypes, presentationNamespaces } from './namespaces'
import { languageTags } from './text-language'

export const notesMasterName = 'ppt/notesMasters/notesMaster1.xml'

/** A4-like portrait page of notes in EMU: 7.5 × 10 in, PowerPoint's own. */
export const NOTES_SIZE = { width: 6_858_000, height: 9_144_000 } as const

const NAMES = {
  image: { 'zh-CN': '幻灯片缩略图', en: 'Slide image' },
  notes: { 'zh-CN': '备注', en: 'Notes' },
  prompt: { 'zh-CN': '单击添加备注', en: 'Click to add notes' },
} as const

const position = (x: number, y: number, cx: number, cy: number): Xml => el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx, cy }))

const slideImage = (id: number, language: Language, placeholder: Xml, look: readonly Xml[]): Xml =>
  el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual({ id, name: NAMES.image[language] }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true, noRot: true, noChangeAspect: true })),
      el('p:nvPr', {}, placeholder),
    ),
    el('p:spPr', {}, look),
  )

const notesBody = (id: number, language: Language, placeholder: Xml, look: readonly Xml[], paragraphs: readonly Xml[]): Xml =>
  el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, nonVisual({ id, name: NAMES.notes[language] }), el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })), el('p:nvPr', {}, placeholder)),
    el('p:spPr', {}, look),
    el('p:txBody', {}, el('a:bodyPr'), el('a:lstStyle'), paragraphs),
  )

/** `aspect` is the slide's height divided by its width. */
export const notesMasterPart = (language: Language, aspect: number): Part => {
  const relationships = new Relationships(notesMasterName)
  relationships.to('theme', 'ppt/theme/theme2.xml')
  const imageWidth = 5_486_400
  const frame = el('a:ln', { w: 12_700 }, el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' })))
  const shapes = [
    slideImage(2, language, el('p:ph', { type: 'sldImg', idx: 2 }), [position(685_800, 1_143_000, imageWidth, Math.round(imageWidth * aspect)), rectangle, noFill, frame]),
    notesBody(3, language, el('p:ph', { type: 'body', sz: 'quarter', idx: 3 }), [position(685_800, 5_400_000, 5_486_400, 3_200_000), rectangle], [
      el('a:p', {}, el('a:r', {}, el('a:rPr', languageTags(NAMES.prompt[language], language)), el('a:t', {}, text(NAMES.prompt[language])))),
    ]),
  ]
  return {
    name: notesMasterName,
    contentType: contentTypes.notesMaster,
    content: xmlDocument(
      el(
        'p:notesMaster',
        presentationNamespaces,
        el('p:cSld', {}, el('p:bg', {}, el('p:bgRef', { idx: 1001 }, el('a:schemeClr', { val: 'bg1' }))), shapeTree(shapes)),
        colourMap,
        el('p:notesStyle', {}, plainLevels(12)),
      ),
    ),
    relationships,
  }
}

/** The script of a slide, a paragraph for every line, cues and all. Presenter view shows exactly this. */
export const notesSlidePart = (notes: string, number: number, slideName: string, language: Language): Part => {
  const relationships = new Relationships(`ppt/notesSlides/notesSlide${number}.xml`)
  relationships.to('notesMaster', notesMasterName)
  relationships.to('slide', slideName)
  const paragraphs = notes
    .trim()
    .split(/\r\n|[\n\r\v\u2028\u2029]/)
    .map((line) => {
      const tags = { ...languageTags(line, language), dirty: false }
      return el('a:p', {}, line.trim() === '' ? el('a:endParaRPr', tags) : el('a:r', {}, el('a:rPr', tags), el('a:t', {}, text(line))))
    })
  return {
    name: relationships.owner,
    contentType: contentTypes.notesSlide,
    content: xmlDocument(
      el(
        'p:notes',
        presentationNamespaces,
        el('p:cSld', {}, shapeTree([slideImage(2, language, el('p:ph', { type: 'sldImg' }), []), notesBody(3, language, el('p:ph', { type: 'body', idx: 1 }), [], paragraphs)])),
        masterColours,
      ),
    ),
    relationships,
  }
}
