import type { Language } from '../../shared/language'
import { el, text, type Xml, xmlDocument } from './xml'

export type DocumentProperties = { readonly title: string; readonly speaker: string; readonly language: Language; readonly made: Date }

/** A W3CDTF instant without fractions of a second, as Office writes it. */
const instant = (made: Date): string => made.toISOString().replace(/\.\d+Z$/, 'Z')

/** `docProps/core.xml` of any Office document (ECMA-376-2 §11): who wrote it about what, and when. Its author is the speaker; `made` is the talk's date, never a clock's. */
export function coreProperties({ title, speaker, language, made }: DocumentProperties): string {
  const moment = (name: string): Xml => el(name, { 'xsi:type': 'dcterms:W3CDTF' }, text(instant(made)))
  return xmlDocument(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      el('dc:title', {}, text(title)),
      el('dc:creator', {}, text(speaker)),
      el('cp:lastModifiedBy', {}, text(speaker)),
      el('cp:revision', {}, text('1')),
      moment('dcterms:created'),
      moment('dcterms:modified'),
      el('dc:language', {}, text(language === 'zh-CN' ? 'zh-CN' : 'en-US')),
    ),
  )
}
