/** Characters of private use, and those that stand for unknown ones: a font that draws shapes without saying which letters they are. Tabs are our own: they part cells. */
const nameless = /(?!\t)[\uE000-\uF8FF\uFFFD\p{Cc}]/gu
/** Whether a text is mostly set in such a font, and says nothing. */
export const isNameless = (text: string): boolean => (text.match(nameless)?.length ?? 0) * 3 > text.replaceAll(/\s/g, '').length
