/** The slide master and one layout for every kind of page, with real placeholders (ECMA-376-1 §19.3.1.39, §19.3.1.42). */
import type { Language } from '../../../shared/language'
import { opensOrCloses } from '../../../shared/slides/brand-marks'
import { layoutTitles } from '../../../shared/slides/layout-titles'
import { layoutNames, type LayoutFrame, type LayoutName, type TextStyle } from '../../../shared/slides/scene'
import { emu, points } from '../../../shared/units'
import { Relationships, type Part } from '../opc-package'
import { el, text, xmlDocument, type Xml } from '../xml'
import { colourMap, masterColours, nonVisual, rectangle, shapeTree, solidBackground, transform } from './drawing'
import { type Marks, marksXml } from './marks'
import { contentTypes, presentationNamespaces } from './namespaces'
import { placeholderNames, placeholderPrompts, placeholderXml } from './placeholder'
import { decorationXml } from './shape'
import { bodyProperties, characterProperties, dotFont, inheritedStyle, KERNED_FROM, linePitch, themeFonts } from './text-body'
import { languageTags } from './text-language'

type Placeholder = LayoutFrame['placeholders'][number]
export type Frames = (layout: LayoutName) => LayoutFrame

export const masterName = 'ppt/slideMasters/slideMaster1.xml'
export const layoutPartName = (layout: LayoutName): string => `ppt/slideLayouts/slideLayout${layoutNames.indexOf(layout) + 1}.xml`

/** PowerPoint keeps ids of masters and layouts at and above 2^31 (ST_SlideMasterId); all differ. */
export const MASTER_ID = 2_147_483_648

/** Identifies the slide number field; any GUID will do, as long as it is one (ST_Guid). */
const NUMBER_FIELD = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}'

/** The field that PowerPoint fills with the slide's number; `shown` stands there until it does. @param style where no placeholder gives one */
export const numberField = (shown: string, language: Language, style: TextStyle | null = null): Xml => {
  const tags = { ...languageTags('', language), dirty: false }
  return el('a:fld', { id: NUMBER_FIELD, type: 'slidenum' }, style ? characterProperties('a:rPr', style, null, tags) : el('a:rPr', tags), el('a:t', {}, text(shown)))
}

/** Where a title is hidden: just above the upper edge of the page, PowerPoint's own place for one that is only read aloud. */
export const hiddenTitleBox = ({ box }: Placeholder): Placeholder['box'] => ({ ...box, y: emu(0 - box.height - box.y) })

/** The placeholders of a frame; a layout without a title gets a hidden one. */
export const placeholdersOf = (frame: LayoutFrame, titleOf: Placeholder): readonly Placeholder[] =>
  frame.placeholders.some(({ placeholder }) => placeholder === 'title') ? frame.placeholders : [{ ...titleOf, box: hiddenTitleBox(titleOf) }, ...frame.placeholders]

/** The title of ordinary pages: master and hidden titles take their style from it. */
export const ordinaryTitle = (frames: Frames): Placeholder => {
  const title = frames('points').placeholders.find(({ placeholder }) => placeholder === 'title')
  if (!title) throw new Error('The layout "points" has no title')
  return title
}

const placeholderShape = (one: Placeholder, layout: LayoutName, id: number, language: Language, onMaster: boolean): Xml => {
  const prompt = placeholderPrompts[one.placeholder][language]
  const isNumber = one.placeholder === 'number'
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      nonVisual({ id, name: placeholderNames[one.placeholder][language] }),
      el('p:cNvSpPr', {}, el('a:spLocks', { noGrp: true })),
      el('p:nvPr', {}, placeholderXml(one.placeholder, layout, !onMaster && !isNumber)),
    ),
    el('p:spPr', {}, transform(one.box), rectangle),
    el(
      'p:txBody',
      {},
      bodyProperties(one.anchor),
      el('a:lstStyle', {}, inheritedStyle(one)),
      el('a:p', {}, isNumber ? numberField(prompt, language) : el('a:r', {}, el('a:rPr', languageTags(prompt, language)), el('a:t', {}, text(prompt)))),
    ),
  )
}

/** One layout part; `titleOf` styles the hidden title of a page that shows none. Where a brand has marks, cover and closing show their own instead of the master's. */
export const layoutPart = (frame: LayoutFrame, titleOf: Placeholder, language: Language, marks: Marks | null = null): Part => {
  const relationships = new Relationships(layoutPartName(frame.layout))
  relationships.to('slideMaster', masterName)
  const own = marks !== null && opensOrCloses(frame.layout)
  const drawn = frame.decorations.map((shape, i) => decorationXml(shape, i + 2, true))
  const decorations = own ? [...drawn, ...marksXml(frame.layout, marks, drawn.length + 2, relationships)] : drawn
  const placeholders = placeholdersOf(frame, titleOf).map((one, i) => placeholderShape(one, frame.layout, decorations.length + i + 2, language, false))
  return {
    name: relationships.owner,
    contentType: contentTypes.slideLayout,
    content: xmlDocument(
      el(
        'p:sldLayout',
        { ...presentationNamespaces, showMasterSp: own ? false : undefined, type: frame.layout === 'cover' ? 'title' : undefined, preserve: true, userDrawn: true },
        el('p:cSld', { name: layoutTitles[frame.layout][language] }, solidBackground(frame.background), shapeTree([...decorations, ...placeholders])),
        masterColours,
      ),
    ),
    relationships,
  }
}

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Nine levels of list text for a part of the master. Deeper levels shrink to no less than 16 pt, and every level may be set bold or not. */
const bodyLevels = (body: Placeholder): Xml[] =>
  LEVELS.map((level) => {
    const size = points(Math.max(16, body.style.size - 4 * (level - 1)))
    return el(
      `a:lvl${level}pPr`,
      { marL: 342_900 * level, indent: -342_900, algn: 'l', defTabSz: 914_400, rtl: false, eaLnBrk: true, latinLnBrk: false, hangingPunct: false },
      linePitch(points((size * body.pitch) / body.style.size)),
      el('a:spcBef', {}, el('a:spcPts', { val: 600 })),
      dotFont,
      el('a:buChar', { char: '•' }),
      characterProperties('a:defRPr', { ...body.style, size }, null, { kern: KERNED_FROM }),
    )
  })

/** Text outside placeholders: the sizes and indents PowerPoint gives it, in our fonts. */
export const plainLevels = (size: number): Xml[] =>
  LEVELS.map((level) =>
    el(
      `a:lvl${level}pPr`,
      { marL: 457_200 * (level - 1), algn: 'l', defTabSz: 914_400, rtl: false, eaLnBrk: true, latinLnBrk: false, hangingPunct: false },
      el('a:defRPr', { sz: size * 100, kern: KERNED_FROM }, el('a:solidFill', {}, el('a:schemeClr', { val: 'tx1' })), themeFonts('body')),
    ),
  )

/** The master: ordinary pages' title, body and number, a brand's marks on them, and the text styles that everything else inherits. */
export const masterPart = (frames: Frames, language: Language, marks: Marks | null = null): Part => {
  const relationships = new Relationships(masterName)
  const frame = frames('points')
  const title = ordinaryTitle(frames)
  const body = frame.placeholders.find(({ placeholder }) => placeholder === 'body')
  if (!body) throw new Error('The layout "points" has no body')
  const shown = frame.placeholders.filter(({ placeholder }) => ['title', 'body', 'number'].includes(placeholder))
  const layoutIds = layoutNames.map((layout, i) => el('p:sldLayoutId', { id: MASTER_ID + 1 + i, 'r:id': relationships.to('slideLayout', layoutPartName(layout)) }))
  relationships.to('theme', 'ppt/theme/theme1.xml')
  const placeholders = shown.map((one, i) => placeholderShape(one, 'points', i + 2, language, true))
  const drawn = marks === null ? [] : marksXml('points', marks, placeholders.length + 2, relationships)
  return {
    name: masterName,
    contentType: contentTypes.slideMaster,
    content: xmlDocument(
      el(
        'p:sldMaster',
        { ...presentationNamespaces, preserve: true },
        el('p:cSld', {}, solidBackground(frame.background), shapeTree([...placeholders, ...drawn])),
        colourMap,
        el('p:sldLayoutIdLst', {}, layoutIds),
        el(
          'p:txStyles',
          {},
          el('p:titleStyle', {}, inheritedStyle(title)),
          el('p:bodyStyle', {}, bodyLevels(body)),
          el('p:otherStyle', {}, plainLevels(18)),
        ),
      ),
    ),
    relationships,
  }
}
