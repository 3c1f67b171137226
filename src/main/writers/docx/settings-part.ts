import type { Language } from '../../../shared/language'
import { el, type Xml } from '../xml'
import { SEPARATORS } from './footnotes-part'
import type { Preset } from './presets'
import { W } from './word-names'

/** `word/settings.xml`. Order of the children as CT_Settings has it (ECMA-376-1 §17.15.1.78). */
export const settingsPart = ({ pageNumber }: Preset, language: Language, hasNotes: boolean): Xml =>
  el(
    'w:settings',
    { 'xmlns:w': W },
    el('w:zoom', { 'w:percent': 100 }),
    el('w:bordersDoNotSurroundHeader'),
    el('w:bordersDoNotSurroundFooter'),
    el('w:defaultTabStop', { 'w:val': 420 }),
    pageNumber === 'dashes' ? el('w:evenAndOddHeaders') : null,
    // Closing and opening marks keep their whole em, so that a line of 28 characters stays one of 28.
    el('w:characterSpacingControl', { 'w:val': 'doNotCompress' }),
    hasNotes ? el('w:footnotePr', {}, Object.values(SEPARATORS).map((id) => el('w:footnote', { 'w:id': id }))) : null,
    el('w:compat', {}, el('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': '15' })),
    el('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    el('w:decimalSymbol', { 'w:val': '.' }),
    el('w:listSeparator', { 'w:val': language === 'zh-CN' ? '，' : ',' }),
  )
