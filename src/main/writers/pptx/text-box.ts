import type { Language } from '../../../shared/language'
import type { SceneText } from '../../../shared/slides/scene'
import type { Relationships } from '../opc-package'
import { el, type Xml } from '../xml'
import { noFill, nonVisual, rectangle, transform } from './drawing'
import { bodyProperties, paragraphsXml } from './text-body'

/** A text that fills no placeholder: it says all of its look itself. `userDrawn` where it belongs to a layout or the master. */
export const textBoxXml = (one: SceneText, id: number, language: Language, relationships: Relationships, userDrawn = false): Xml =>
  el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, nonVisual({ id, name: one.name }), el('p:cNvSpPr', { txBox: true }), el('p:nvPr', { userDrawn: userDrawn ? true : undefined })),
    el('p:spPr', {}, transform(one.box), rectangle, noFill),
    el('p:txBody', {}, bodyProperties(one.anchor), el('a:lstStyle'), paragraphsXml(one.paragraphs, { language, relationships, inherited: null })),
  )
