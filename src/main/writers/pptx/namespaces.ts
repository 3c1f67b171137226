import { DRAWING, RELATIONSHIPS } from '../namespaces'
import type { Attributes } from '../xml'

/** Namespaces declared on the root of every PresentationML part. */
export const presentationNamespaces: Attributes = {
  'xmlns:a': DRAWING,
  'xmlns:r': RELATIONSHIPS,
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}
export const chartNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'
export const tableNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/table'
export const chartNamespaces: Attributes = { 'xmlns:c': chartNamespace, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONSHIPS }

const PRESENTATION_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml'
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument'

/** Content types of the parts of a presentation (ECMA-376-1 §13.3, §14.2). */
export const contentTypes = {
  presentation: `${PRESENTATION_TYPE}.presentation.main+xml`,
  slide: `${PRESENTATION_TYPE}.slide+xml`,
  slideLayout: `${PRESENTATION_TYPE}.slideLayout+xml`,
  slideMaster: `${PRESENTATION_TYPE}.slideMaster+xml`,
  notesMaster: `${PRESENTATION_TYPE}.notesMaster+xml`,
  notesSlide: `${PRESENTATION_TYPE}.notesSlide+xml`,
  presProps: `${PRESENTATION_TYPE}.presProps+xml`,
  viewProps: `${PRESENTATION_TYPE}.viewProps+xml`,
  tableStyles: `${PRESENTATION_TYPE}.tableStyles+xml`,
  theme: `${DRAWING_TYPE}.theme+xml`,
  chart: `${DRAWING_TYPE}.drawingml.chart+xml`,
  extendedProperties: `${DRAWING_TYPE}.extended-properties+xml`,
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
} as const
