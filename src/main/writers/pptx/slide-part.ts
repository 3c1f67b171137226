/** A scene as a slide part (ECMA-376-1 §19.3.1.38). Everything was decided by the layout; this only says it in PresentationML. */
import { assertNever } from '../../../shared/assert-never'
import type { Language } from '../../../shared/language'
import type { AssetHash } from '../../../shared/model/ids'
import type { Box, Deck, LayoutFrame, Scene, SceneChart, SceneText } from '../../../shared/slides/scene'
import { Relationships, type Part } from '../opc-package'
import { el, text, xmlDocument, type Xml } from '../xml'
import { chartFrameXml } from './chart-part'
import { masterColours, noFill, nonVisual, rectangle, shapeTree, transform } from './drawing'
import { hiddenTitleBox, numberField, placeholdersOf } from './layout-parts'
import { contentTypes, presentationNamespaces } from './namespaces'
import { pictureLinks, pictureXml } from './picture'
import { placeholderNames, placeholderXml, templatePlaceholderXml } from './placeholder'
import { decorationXml } from './shape'
import { tableXml } from './table'
import { bodyProperties, paragraphsXml } from './text-body'
import { textBoxXml } from './text-box'
import { languageTags } from './text-language'
import { timingXml, type PlayedShape, type RevealedShape } from './timing'
import { transitionXml } from './transition'

type Placeholder = LayoutFrame['placeholders'][number]

export type SlideContext = {
  readonly language: Language
  readonly frame: LayoutFrame
  /** The layout part that the slide is of. */
  readonly layoutPart: string
  /** Which colour each name means, where the layout's own map differs from its master's. */
  readonly colourMap: Xml | null
  /** The ordinary title: its size is that of a hidden one. */
  readonly titleOf: Placeholder
  /** Part that holds the bytes of a picture, film or sound; the same for every use of the same one. */
  readonly mediaPart: (asset: AssetHash) => string
  readonly transition: Deck['transition']
  /** Adds a chart and its workbook to the package and says the chart's part. */
  readonly chartPart: (chart: SceneChart) => string
}

/** The name of a slide whose layout is a template's own and does not say what page of a talk it is: our reader knows it by this again. Different for every slide of a deck. */
const ownSlideName = ({ layout, id }: Scene): string => `Lectern ${layout} ${id}`

const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** A text that fills a placeholder, with only what differs from it: its box, its anchor, the style of its runs. */
const placeholderText = (one: SceneText, fills: Placeholder, id: number, scene: Scene, context: SlideContext, relationships: Relationships): Xml => {
  const { language } = context
  const number = fills.placeholder === 'number'
  const { inherits } = fills
  const content = number
    ? el('a:p', {}, numberField(one.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)).join('') || '‹#›', language))
    : paragraphsXml(one.paragraphs, { language, relationships, inherited: inherits ? { style: { colour: fills.style.colour, font: fills.style.font, bold: fills.style.bold } } : fills })
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual({ id, name: placeholderNames[fills.placeholder][language] }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, inherits ? templatePlaceholderXml(inherits) : placeholderXml(fills.placeholder, scene.layout)),
    ),
    // A template's placeholder has insets; ours are measured without.
    el('p:spPr', {}, (inherits !== undefined || !sameBox(one.box, fills.box)) && [transform(one.box), rectangle]),
    el('p:txBody', {}, inherits === undefined && one.anchor === fills.anchor ? el('a:bodyPr', {}, el('a:normAutofit')) : bodyProperties(one.anchor), el('a:lstStyle'), content),
  )
}

const titleIn = ({ placeholders, layout }: LayoutFrame): { readonly type: string; readonly index: number } => {
  const title = placeholders.find(({ placeholder }) => placeholder === 'title')?.inherits
  if (!title) throw new Error(`The layout of ${layout} has no title`)
  return title
}

/** A page's number where the layout keeps no place for it: the field in a text box of its own. */
const freeNumber = (one: SceneText, id: number, language: Language): Xml => {
  const [paragraph] = one.paragraphs
  const shown = one.paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)).join('')
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, nonVisual({ id, name: placeholderNames.number[language] }), el('p:cNvSpPr', { txBox: true }), el('p:nvPr')),
    el('p:spPr', {}, transform(one.box), rectangle, noFill),
    el('p:txBody', {}, bodyProperties(one.anchor), el('a:lstStyle'), el('a:p', {}, el('a:pPr', { algn: 'r' }), numberField(shown, language, paragraph?.runs[0]?.style ?? null))),
  )
}

/** The title of a page that draws none, where screen readers and the outline view still find it. */
const hiddenTitle = (scene: Scene, id: number, context: SlideContext): Xml =>
  el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual({ id, name: placeholderNames.title[context.language] }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, context.frame.template ? templatePlaceholderXml(titleIn(context.frame)) : placeholderXml('title', scene.layout)),
    ),
    el('p:spPr', {}, transform(hiddenTitleBox(context.titleOf)), rectangle),
    el(
      'p:txBody',
      {},
      el('a:bodyPr', {}, el('a:normAutofit')),
      el('a:lstStyle'),
      el('a:p', {}, el('a:r', {}, el('a:rPr', { ...languageTags(scene.title, context.language), dirty: false }), el('a:t', {}, text(scene.title)))),
    ),
  )

/** The slide part number `number`; its notes slide, if any, is related by the caller. */
export const slidePart = (scene: Scene, name: string, context: SlideContext): Part & { readonly relationships: Relationships } => {
  const relationships = new Relationships(name)
  relationships.to('slideLayout', context.layoutPart)
  const { frame, titleOf, language } = context
  const placeholders = new Map(placeholdersOf(frame, titleOf).map((one) => [one.placeholder, one]))
  const filled = new Set<string>()
  const shapes: Xml[] = []
  const played: PlayedShape[] = []
  const revealed: RevealedShape[] = []
  const nextId = (): number => shapes.length + 2 // 1 is the shape tree itself
  if (!scene.items.some((item) => item.kind === 'text' && item.placeholder === 'title')) shapes.push(hiddenTitle(scene, nextId(), context))
  for (const item of scene.items) {
    const id = nextId()
    if (item.step !== undefined) revealed.push({ shape: id, step: item.step, isText: item.kind === 'text' })
    switch (item.kind) {
      case 'text': {
        // A placeholder can be filled once; a second text of the same role, or one the layout does not have, stands free.
        const fills = item.placeholder && !filled.has(item.placeholder) ? placeholders.get(item.placeholder) : undefined
        if (fills) filled.add(fills.placeholder)
        if (fills) shapes.push(placeholderText(item, fills, id, scene, context, relationships))
        else shapes.push(item.placeholder === 'number' ? freeNumber(item, id, language) : textBoxXml(item, id, language, relationships))
        break
      }
      case 'shape':
        shapes.push(decorationXml(item, id, false))
        break
      case 'picture':
        shapes.push(pictureXml(item, id, pictureLinks(item, relationships, { image: context.mediaPart(item.asset), played: item.media ? context.mediaPart(item.media.hash) : null }), item.alt || scene.title))
        if (item.media) played.push({ shape: id, mime: item.media.mime })
        break
      case 'table':
        shapes.push(tableXml({ ...item, alt: item.alt || scene.title }, id, language, relationships))
        break
      case 'chart':
        shapes.push(chartFrameXml({ ...item, alt: item.alt || scene.title }, id, relationships.to('chart', context.chartPart(item))))
        break
      default:
        assertNever(item)
    }
  }
  return {
    name,
    contentType: contentTypes.slide,
    content: xmlDocument(el('p:sld', presentationNamespaces, el('p:cSld', { name: context.frame.template && ownSlideName(scene) }, shapeTree(shapes)), context.colourMap ?? masterColours, transitionXml(context.transition), timingXml(played, revealed))),
    relationships,
  }
}
