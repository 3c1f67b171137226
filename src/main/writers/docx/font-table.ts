import { el, type Xml } from '../xml'
import type { Preset } from './presets'
import type { Typeface, TypefaceName } from './typefaces'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** `word/fontTable.xml` (ECMA-376-1 §17.8.3): every typeface of the preset with what stands in for it, best first. */
export function fontTable(preset: Preset): Xml {
  const faces: readonly Typeface[] = [...Object.values(preset.looks).map((look) => look.face), preset.cue.face, preset.label.face]
  const names = new Map(faces.flatMap(({ latin, eastAsian }) => [latin, eastAsian]).map((face) => [face.name, face]))
  return el('w:fonts', { 'xmlns:w': W }, [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(font))
}

const font = ({ name, instead, family, eastAsian }: TypefaceName): Xml =>
  el(
    'w:font',
    { 'w:name': name },
    instead.length === 0 ? null : el('w:altName', { 'w:val': instead.join(',') }),
    // GB2312 or Latin (§17.8.3.3): what Word looks for when neither the name nor an alternate is there.
    el('w:charset', { 'w:val': eastAsian ? '86' : '00' }),
    el('w:family', { 'w:val': family }),
    el('w:pitch', { 'w:val': 'variable' }),
  )
