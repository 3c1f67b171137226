/** Namespaces that every kind of Office document uses (ECMA-376-1, annex A). */
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
