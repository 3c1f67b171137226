import type { Language } from '../../../shared/language'
import { points as pt } from '../../../shared/units'
import { inEnglish, type Preset, presetFor } from './presets'
import { inColours, type SheetLook } from './sheet-look'
import { typefaces } from './typefaces'

const { sans } = typefaces
const INK = '1F2933'
const MUTED = '5B6770'
const ACCENT = '1D5B8F'
const PITCH = pt(17)

/** Paper for the audience: narrow margins and small, open type on the left half of a page, in the colours of the plain report. */
const handoutChinese: Preset = {
  ...presetFor('plain', 'zh-CN'),
  margins: { top: 20, bottom: 19, left: 20, right: 18, footer: 10 },
  looks: {
    ...presetFor('plain', 'zh-CN').looks,
    title: { face: sans, size: pt(20), pitch: pt(28), bold: true, colour: INK, after: pt(2) },
    subtitle: { face: sans, size: pt(12), pitch: pt(20), colour: MUTED, after: pt(2) },
    facts: { face: sans, size: pt(10.5), pitch: pt(20), colour: MUTED, after: pt(4) },
    section: { face: sans, size: pt(15), pitch: pt(22), bold: true, colour: ACCENT, before: pt(16), after: pt(6), keepNext: true, keepLines: true },
    block: { face: sans, size: pt(11.5), pitch: pt(18), bold: true, colour: INK, after: pt(4), keepNext: true, keepLines: true },
    meta: { face: sans, size: pt(9), pitch: pt(14), colour: MUTED, after: pt(3) },
    body: { face: sans, size: pt(10.5), pitch: PITCH, colour: INK, after: pt(4) },
    point: { face: sans, size: pt(10.5), pitch: PITCH, colour: INK, left: 1.6, hanging: 1.6, after: pt(2) },
    'sub-point': { face: sans, size: pt(10.5), pitch: PITCH, colour: INK, left: 3.2, hanging: 1.6, after: pt(2) },
    quote: { face: typefaces.kaiti, size: pt(11.5), pitch: pt(19), colour: INK, left: 1, bar: ACCENT, after: pt(2) },
    attribution: { face: sans, size: pt(9.5), pitch: pt(15), align: 'right', colour: MUTED, after: pt(2) },
    caption: { face: sans, size: pt(9), pitch: pt(14), colour: MUTED, after: pt(3) },
    'cell-head': { face: sans, size: pt(9), pitch: pt(14), bold: true, colour: INK },
    cell: { face: sans, size: pt(9), pitch: pt(14), colour: INK },
    reference: { face: sans, size: pt(9.5), pitch: pt(16), colour: INK, after: pt(2) },
    picture: { face: sans, size: pt(10.5), pitch: PITCH, after: pt(4) },
    // Nine millimetres together, as a ruled school book has them. LibreOffice gives a line that holds nothing but a tab no more than the height of
    // its type, however much is asked, so the larger part stands before it.
    'ruled-line': { face: sans, size: pt(10), pitch: pt(12), before: pt(13.5), colour: 'A9B6C2' },
  },
}

const handoutEnglish = inEnglish(handoutChinese, { quote: { face: sans, size: pt(10.5), pitch: PITCH } })

/** A question paper uses the whole measure: larger type, and air between one question and the next. What goes on under a question stands in `body`. */
const quizOf = (handout: Preset): Preset => ({
  ...handout,
  looks: {
    ...handout.looks,
    facts: { ...handout.looks.facts, size: pt(11.5), pitch: pt(26), colour: INK },
    point: { face: sans, size: pt(11.5), pitch: pt(20), colour: INK, left: 1.7, hanging: 1.7, before: pt(14), after: pt(3), keepLines: true },
    'sub-point': { face: sans, size: pt(11.5), pitch: pt(20), colour: INK, left: 3.4, hanging: 1.7, after: pt(2), keepLines: true },
    body: { face: sans, size: pt(11.5), pitch: pt(20), colour: INK, left: 1.7, after: pt(3) },
  },
})

const presets = {
  handout: { 'zh-CN': handoutChinese, en: handoutEnglish },
  quiz: { 'zh-CN': quizOf(handoutChinese), en: quizOf(handoutEnglish) },
}

/** How a handout or a quiz in `language` looks; in colours of its own without those of a talk. */
export const sheetPreset = (kind: keyof typeof presets, language: Language, look?: SheetLook): Preset => (look === undefined ? presets[kind][language] : inColours(presets[kind][language], look.colours))
